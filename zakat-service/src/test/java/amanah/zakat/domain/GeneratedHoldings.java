package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.rule.IncomeBase;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ReceivableQuality;
import amanah.zakat.domain.wealth.ShareHolding;
import amanah.zakat.domain.wealth.Species;
import amanah.zakat.domain.wealth.Watering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Holdings made up from a seed, which have every type of asset and every form of each. */
public final class GeneratedHoldings {

  private final Random random;
  private final Currency currency;
  private final RuleSet rules;

  /** Holdings in that currency, in which nothing is declared that these rules refuse. */
  public GeneratedHoldings(Random random, Currency currency, RuleSet rules) {
    this.random = random;
    this.currency = currency;
    this.rules = rules;
  }

  /** At least one asset of every type, in any order, with debts and both prices. */
  public Holdings ofEveryType() {
    List<Asset> assets = new ArrayList<>();
    for (AssetType type : AssetType.values()) {
      for (int count = 1 + random.nextInt(2); count > 0; count--) {
        assets.add(asset(type));
      }
    }
    Collections.shuffle(assets, random);
    return of(assets);
  }

  private Holdings of(List<Asset> assets) {
    List<Liability> liabilities = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      liabilities.add(liability());
    }
    return new Holdings(
        currency, assets, liabilities, new Prices(Optional.of(price()), Optional.of(price())));
  }

  private Asset asset(AssetType type) {
    return switch (type) {
      case CASH -> cash();
      case GOLD -> new MonetaryAsset.Gold(weight(), purity(), anyOf(MetalUse.values()));
      case SILVER -> new MonetaryAsset.Silver(weight(), purity(), anyOf(MetalUse.values()));
      case BUSINESS -> new MonetaryAsset.Business(money(), money(), money());
      case RECEIVABLE -> new MonetaryAsset.Receivable(money(), anyOf(ReceivableQuality.values()));
      case SHARES -> new MonetaryAsset.Shares(money(), holding());
      case PENSION -> pension();
      case CRYPTO -> new MonetaryAsset.Crypto(money());
      case INCOME -> new LoneAsset.Income(money(), needs(), anyOf(IncomePeriod.values()));
      case CROPS -> new LoneAsset.Crops(weight(), anyOf(Watering.values()), maybe(price()));
      case RIKAZ -> new LoneAsset.Rikaz(money());
      case MINE -> new LoneAsset.Mine(money());
      case SHEEP -> herd(Species.SHEEP);
      case CATTLE -> herd(Species.CATTLE);
      case CAMELS -> herd(Species.CAMELS);
      case FITR -> new LoneAsset.Fitr(random.nextInt(12), maybe(price()), maybe(price()));
    };
  }

  private Asset cash() {
    Money balance = money();
    return new MonetaryAsset.Cash(balance, partOf(balance));
  }

  private Asset pension() {
    Money value = money();
    return new MonetaryAsset.Pension(
        value, anyOf(PensionMethod.values()), maybe(share()), partOf(value));
  }

  private ShareHolding holding() {
    if (random.nextBoolean()) {
      return new ShareHolding.Trading();
    }
    Optional<Share> share = maybe(share());
    Optional<Money> dividends = Optional.of(money());
    return new ShareHolding.LongTerm(
        share, rules.refusesUnused() && share.isPresent() ? Optional.empty() : dividends);
  }

  /** All animals are priced or none is, so that no price is missing. */
  private Asset herd(Species species) {
    Map<Animal, BigDecimal> prices = new EnumMap<>(Animal.class);
    if (random.nextBoolean()) {
      for (Animal animal : Animal.values()) {
        prices.put(animal, price());
      }
    }
    return new LoneAsset.Herd(species, random.nextInt(1_000), prices);
  }

  private Liability liability() {
    return random.nextBoolean()
        ? new Liability.Debt(money(), anyOf(DebtTerm.values()))
        : new Liability.Instalments(money(), money());
  }

  private Purity purity() {
    return switch (random.nextInt(3)) {
      case 0 -> new Purity.Karat(BigDecimal.valueOf(1 + random.nextInt(240), 1));
      case 1 -> new Purity.Fineness(BigDecimal.valueOf(1 + random.nextInt(1_000)));
      default -> new Purity.Pure();
    };
  }

  private Money money() {
    return Money.of(random.nextLong(100_000_000), currency);
  }

  private Money needs() {
    Money needs = money();
    boolean refused = rules.refusesUnused() && rules.income().base().value() == IncomeBase.GROSS;
    return refused ? Money.zero(currency) : needs;
  }

  private Money partOf(Money whole) {
    return random.nextBoolean()
        ? Money.zero(currency)
        : Money.of(random.nextLong(whole.minor() + 1), currency);
  }

  private BigDecimal weight() {
    return BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4));
  }

  private BigDecimal price() {
    return BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4));
  }

  private Share share() {
    return new Share(BigDecimal.valueOf(random.nextInt(1_001), 3));
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private <T> T anyOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
