package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.MonetaryAsset.Business;
import amanah.zakat.domain.wealth.MonetaryAsset.Cash;
import amanah.zakat.domain.wealth.MonetaryAsset.Crypto;
import amanah.zakat.domain.wealth.MonetaryAsset.Gold;
import amanah.zakat.domain.wealth.MonetaryAsset.Pension;
import amanah.zakat.domain.wealth.MonetaryAsset.Receivable;
import amanah.zakat.domain.wealth.MonetaryAsset.Shares;
import amanah.zakat.domain.wealth.MonetaryAsset.Silver;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ShareHolding.LongTerm;
import amanah.zakat.domain.wealth.ShareHolding.Trading;
import java.util.Optional;
import java.util.function.Function;

/** Counts the zakatable part of each monetary asset. */
record MonetaryCount(RuleSet rules, Nisabs nisabs, Till till) {

  /** What of the asset counts; {@code field} says where it stands, for a refusal. */
  Counted of(MonetaryAsset asset, String field) {
    return switch (asset) {
      case Cash cash -> cash(cash);
      case Gold gold -> gold(gold);
      case Silver silver -> silver(silver);
      case Business business -> business(business);
      case Receivable receivable -> receivable(receivable);
      case Shares shares -> shares(shares, field);
      case Pension pension -> pension(pension);
      case Crypto crypto -> all("crypto-assets at market value", crypto.value());
    };
  }

  private Counted cash(Cash cash) {
    if (cash.impureInterest().isZero()) {
      return all("cash", cash.value());
    }
    return counted(
        "cash " + cash.value() + " less impure interest " + cash.impureInterest(),
        Rational.of(cash.value().minus(cash.impureInterest())));
  }

  private Counted gold(Gold gold) {
    return metal(
        gold.grams().toPlainString() + " g of gold",
        gold.pureGrams(),
        gold.purity(),
        gold.use(),
        nisabs::goldPrice);
  }

  private Counted silver(Silver silver) {
    return metal(
        silver.grams().toPlainString() + " g of silver",
        silver.pureGrams(),
        silver.purity(),
        silver.use(),
        nisabs::silverPrice);
  }

  private Counted metal(
      String weight,
      Rational pureGrams,
      Purity purity,
      MetalUse use,
      Function<String, Rational> priceFor) {
    Sourced<WornJewellery> worn = rules.wornJewellery();
    if (use == MetalUse.WORN && worn.value() == WornJewellery.EXEMPT) {
      return nothing(weight + ", worn, is exempt (" + worn.source() + ")");
    }
    Rational price = priceFor.apply(weight);
    String pure =
        purity instanceof Purity.Pure
            ? ""
            : ", " + purity + ", is " + Till.number(pureGrams) + " g pure";
    return counted(weight + pure + ", at " + till.words(price) + " a gram", pureGrams.times(price));
  }

  /** A business that owes more than it has counts nothing; it does not eat up other wealth. */
  private Counted business(Business business) {
    Rational net =
        Rational.of(business.currentAssets())
            .plus(Rational.of(business.receivables()))
            .minus(Rational.of(business.shortTermLiabilities()));
    return counted(
        "business with current assets "
            + business.currentAssets()
            + " and good receivables "
            + business.receivables()
            + " less short-term liabilities "
            + business.shortTermLiabilities(),
        net.orNothing());
  }

  private Counted receivable(Receivable receivable) {
    return switch (receivable.quality()) {
      case STRONG -> all("strong receivable", receivable.value());
      case MEDIUM -> nothing("medium receivable " + receivable.value() + " counts on receipt");
      case WEAK ->
          nothing("weak receivable " + receivable.value() + " counts a year after its receipt");
      case BAD -> nothing("bad receivable " + receivable.value() + " does not count");
    };
  }

  private Counted shares(Shares shares, String field) {
    return switch (shares.holding()) {
      case Trading trading -> all("shares for trading at market value", shares.value());
      case LongTerm longTerm -> longTerm(shares.value(), longTerm, field);
    };
  }

  private Counted longTerm(Money value, LongTerm holding, String field) {
    Optional<Money> dividends = holding.dividends();
    if (holding.zakatableShare().isPresent()) {
      if (dividends.isPresent() && rules.refusesUnused()) {
        throw refused(
            field + ".dividends", "stands beside zakatableShare, expected one of the two");
      }
      return part("long-term shares", value, holding.zakatableShare().get(), "as declared");
    }
    if (dividends.isPresent() && rules.refusesUnused()) {
      return all("dividends of long-term shares, the method as asked,", dividends.get());
    }
    Sourced<Share> proxy = rules.investments().sharesProxy();
    return switch (rules.investments().longTermShares().value()) {
      case PROXY -> part("long-term shares", value, proxy.value(), proxy.source().toString());
      case DIVIDENDS -> all("dividends of long-term shares", dividends(holding, field));
    };
  }

  private static Money dividends(LongTerm holding, String field) {
    Optional<Money> dividends = holding.dividends();
    return dividends.orElseThrow(
        () ->
            refused(
                field + ".dividends",
                "is missing, expected what was received in the year, or a zakatableShare, under"
                    + " rules that count dividends"));
  }

  private static RefusedCalculation refused(String field, String why) {
    return new RefusedCalculation(new Refusal.InvalidField(field, field + " " + why));
  }

  private Counted pension(Pension pension) {
    Sourced<Share> proxy = rules.investments().pensionProxy();
    return switch (pension.method()) {
      case PROXY ->
          pension
              .zakatableShare()
              .map(share -> part("pension", pension.value(), share, "as declared"))
              .orElseGet(
                  () -> part("pension", pension.value(), proxy.value(), proxy.source().toString()));
      case ACCESSIBLE ->
          counted(
              "pension " + pension.value() + " less penalty " + pension.penalty(),
              Rational.of(pension.value().minus(pension.penalty())));
      case ON_RECEIPT -> nothing("pension " + pension.value() + " counts when it is paid out");
    };
  }

  private Counted part(String what, Money value, Share share, String source) {
    return counted(
        what + " " + value + ", of which " + share + " (" + source + ")",
        Rational.of(share.exactlyOf(value)));
  }

  private Counted all(String what, Money value) {
    return new Counted(Rational.of(value), what + " counts " + value);
  }

  private Counted counted(String how, Rational base) {
    return new Counted(base, how + ", counts " + till.words(base));
  }

  private static Counted nothing(String why) {
    return new Counted(Rational.ZERO, why);
  }
}
