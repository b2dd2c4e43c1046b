package amanah.zakat.domain;

import amanah.money.Money;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.IncomeBase;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.LongTermShares;
import amanah.zakat.domain.rule.MetalAlone;
import amanah.zakat.domain.rule.MineNisab;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ReceivableQuality;
import amanah.zakat.domain.wealth.ShareHolding;
import amanah.zakat.domain.wealth.Watering;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Zakat in money computed a second time, in the plainest way: decimals of sixty digits, one rule
 * after the other, and the herds counted by trying.
 */
final class PlainZakat {

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final Holdings holdings;
  private final RuleSet rules;

  PlainZakat(Holdings holdings, RuleSet rules) {
    this.holdings = holdings;
    this.rules = rules;
  }

  /** All that is due in money, within sixty digits. */
  BigDecimal zakat() {
    BigDecimal wealth = ZERO;
    BigDecimal gold = ZERO;
    BigDecimal silver = ZERO;
    BigDecimal alone = ZERO;
    boolean monetary = false;
    for (Asset asset : holdings.assets()) {
      if (asset instanceof MonetaryAsset counted) {
        BigDecimal worth = counts(counted);
        wealth = wealth.add(worth);
        gold = counted instanceof MonetaryAsset.Gold ? gold.add(worth) : gold;
        silver = counted instanceof MonetaryAsset.Silver ? silver.add(worth) : silver;
        monetary = true;
      } else {
        alone = alone.add(lone((LoneAsset) asset));
      }
    }
    BigDecimal all = wealth;
    for (Liability liability : holdings.liabilities()) {
      wealth = wealth.subtract(takesOff(liability));
    }
    BigDecimal pool =
        monetary && wealth.signum() > 0 && isEnough(wealth, gold, silver, all)
            ? wealth.multiply(rules.year().rate().value().ratio())
            : ZERO;
    return pool.add(alone);
  }

  private boolean isEnough(BigDecimal wealth, BigDecimal gold, BigDecimal silver, BigDecimal all) {
    if (rules.nisab().metalAlone().value() == MetalAlone.BY_VALUE) {
      return reaches(wealth, nisab());
    }
    boolean ofMetal =
        (gold.signum() > 0 && reaches(gold.min(wealth), goldNisab()))
            || (silver.signum() > 0 && reaches(silver.min(wealth), silverNisab()));
    boolean oneMetalAlone = all.compareTo(gold) == 0 || all.compareTo(silver) == 0;
    return ofMetal || (!oneMetalAlone && reaches(wealth, nisab()));
  }

  private BigDecimal counts(MonetaryAsset asset) {
    if (asset instanceof MonetaryAsset.Cash cash) {
      return of(cash.value()).subtract(of(cash.impureInterest()));
    } else if (asset instanceof MonetaryAsset.Gold gold) {
      return metal(gold.grams(), gold.purity(), gold.use(), gold());
    } else if (asset instanceof MonetaryAsset.Silver silver) {
      return metal(silver.grams(), silver.purity(), silver.use(), silver());
    } else if (asset instanceof MonetaryAsset.Business business) {
      return of(business.currentAssets())
          .add(of(business.receivables()))
          .subtract(of(business.shortTermLiabilities()))
          .max(ZERO);
    } else if (asset instanceof MonetaryAsset.Receivable receivable) {
      return receivable.quality() == ReceivableQuality.STRONG ? of(receivable.value()) : ZERO;
    } else if (asset instanceof MonetaryAsset.Shares shares) {
      return shares(shares);
    } else if (asset instanceof MonetaryAsset.Pension pension) {
      return pension(pension);
    }
    return of(((MonetaryAsset.Crypto) asset).value());
  }

  private BigDecimal metal(BigDecimal grams, Purity purity, MetalUse use, BigDecimal price) {
    if (use == MetalUse.WORN && rules.wornJewellery().value() == WornJewellery.EXEMPT) {
      return ZERO;
    }
    BigDecimal worth = grams.multiply(price);
    if (purity instanceof Purity.Karat karat) {
      return worth.multiply(karat.karat()).divide(BigDecimal.valueOf(24), DIGITS);
    } else if (purity instanceof Purity.Fineness fineness) {
      return worth.multiply(fineness.fineness()).movePointLeft(3);
    }
    return worth;
  }

  private BigDecimal shares(MonetaryAsset.Shares shares) {
    if (!(shares.holding() instanceof ShareHolding.LongTerm longTerm)) {
      return of(shares.value());
    } else if (longTerm.zakatableShare().isPresent()) {
      return of(shares.value()).multiply(longTerm.zakatableShare().get().ratio());
    } else if (rules.investments().longTermShares().value() == LongTermShares.DIVIDENDS
        || (rules.refusesUnused() && longTerm.dividends().isPresent())) {
      return of(longTerm.dividends().orElseThrow());
    }
    return of(shares.value()).multiply(rules.investments().sharesProxy().value().ratio());
  }

  private BigDecimal pension(MonetaryAsset.Pension pension) {
    if (pension.method() == PensionMethod.ON_RECEIPT) {
      return ZERO;
    } else if (pension.method() == PensionMethod.ACCESSIBLE) {
      return of(pension.value()).subtract(of(pension.penalty()));
    }
    return of(pension.value())
        .multiply(
            pension.zakatableShare().orElse(rules.investments().pensionProxy().value()).ratio());
  }

  private BigDecimal takesOff(Liability liability) {
    DebtPolicy policy = rules.debts().value();
    if (policy == DebtPolicy.NONE) {
      return ZERO;
    } else if (liability instanceof Liability.Instalments loan) {
      int count = policy == DebtPolicy.DUE_NOW ? 1 : 12;
      return of(loan.monthly()).multiply(BigDecimal.valueOf(count)).min(of(loan.total()));
    }
    Liability.Debt debt = (Liability.Debt) liability;
    boolean soon = debt.due() == DebtTerm.NEXT_12_MONTHS && policy != DebtPolicy.DUE_NOW;
    boolean counts = policy == DebtPolicy.ALL || debt.due() == DebtTerm.NOW || soon;
    return counts ? of(debt.value()) : ZERO;
  }

  private BigDecimal lone(LoneAsset asset) {
    if (asset instanceof LoneAsset.Income income) {
      return income(income);
    } else if (asset instanceof LoneAsset.Crops crops) {
      return crops(crops);
    } else if (asset instanceof LoneAsset.Rikaz rikaz) {
      return of(rikaz.value()).multiply(rules.rikazRate().value().ratio());
    } else if (asset instanceof LoneAsset.Mine mine) {
      boolean due =
          rules.mines().nisab().value() == MineNisab.NONE || reaches(of(mine.value()), goldNisab());
      return due ? of(mine.value()).multiply(rules.mines().rate().value().ratio()) : ZERO;
    } else if (asset instanceof LoneAsset.Herd herd) {
      return herd(herd);
    }
    LoneAsset.Fitr fitr = (LoneAsset.Fitr) asset;
    BigDecimal each = fitr.kilogramsPerHead().orElse(rules.fitrKilograms().value());
    return each.multiply(BigDecimal.valueOf(fitr.heads()))
        .multiply(fitr.pricePerKilogram().orElse(ZERO));
  }

  private BigDecimal income(LoneAsset.Income income) {
    BigDecimal base =
        rules.income().base().value() == IncomeBase.GROSS
            ? of(income.value())
            : of(income.value()).subtract(of(income.needs()));
    boolean month = income.period() == IncomePeriod.MONTH;
    BigDecimal least;
    if (rules.income().nisab().value() instanceof IncomeNisab.Published published) {
      least = of(month ? published.month() : published.year());
    } else {
      least = month ? nisab().divide(BigDecimal.valueOf(12), DIGITS) : nisab();
    }
    return base.signum() > 0 && reaches(base, least)
        ? base.multiply(rules.income().rate().value().ratio())
        : ZERO;
  }

  private BigDecimal crops(LoneAsset.Crops crops) {
    if (!reaches(crops.kilograms(), rules.crops().nisabKilograms().value())) {
      return ZERO;
    }
    BigDecimal rate =
        crops.watering() == Watering.RAIN
            ? rules.crops().rainRate().value().ratio()
            : crops.watering() == Watering.IRRIGATED
                ? rules.crops().irrigatedRate().value().ratio()
                : rules.crops().mixedRate().value().ratio();
    return crops.kilograms().multiply(rate).multiply(crops.pricePerKilogram().orElse(ZERO));
  }

  private BigDecimal herd(LoneAsset.Herd herd) {
    BigDecimal worth = ZERO;
    for (Map.Entry<Animal, Integer> due : PlainHerd.due(herd, rules.camels().value()).entrySet()) {
      BigDecimal price = herd.prices().getOrDefault(due.getKey(), ZERO);
      worth = worth.add(price.multiply(BigDecimal.valueOf(due.getValue())));
    }
    return worth;
  }

  private BigDecimal nisab() {
    return switch (rules.nisab().basis().value()) {
      case GOLD -> goldNisab();
      case SILVER -> silverNisab();
      case LOWER_OF_TWO -> goldNisab().min(silverNisab());
    };
  }

  private BigDecimal goldNisab() {
    return rules.nisab().goldGrams().value().multiply(gold());
  }

  private BigDecimal silverNisab() {
    return rules.nisab().silverGrams().value().multiply(silver());
  }

  private BigDecimal gold() {
    return holdings.prices().gold().orElseThrow();
  }

  private BigDecimal silver() {
    return holdings.prices().silver().orElseThrow();
  }

  private boolean reaches(BigDecimal amount, BigDecimal least) {
    int compared = amount.compareTo(least);
    return compared > 0
        || (compared == 0 && rules.nisab().comparison().value() == NisabComparison.INCLUSIVE);
  }

  private static BigDecimal of(Money money) {
    return money.decimal();
  }
}
