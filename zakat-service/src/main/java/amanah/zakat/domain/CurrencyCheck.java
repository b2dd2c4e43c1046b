package amanah.zakat.domain;

import amanah.money.Money;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Liability.Debt;
import amanah.zakat.domain.wealth.Liability.Instalments;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.LoneAsset.Crops;
import amanah.zakat.domain.wealth.LoneAsset.Fitr;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.LoneAsset.Income;
import amanah.zakat.domain.wealth.LoneAsset.Mine;
import amanah.zakat.domain.wealth.LoneAsset.Rikaz;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.MonetaryAsset.Business;
import amanah.zakat.domain.wealth.MonetaryAsset.Cash;
import amanah.zakat.domain.wealth.MonetaryAsset.Crypto;
import amanah.zakat.domain.wealth.MonetaryAsset.Gold;
import amanah.zakat.domain.wealth.MonetaryAsset.Pension;
import amanah.zakat.domain.wealth.MonetaryAsset.Receivable;
import amanah.zakat.domain.wealth.MonetaryAsset.Shares;
import amanah.zakat.domain.wealth.MonetaryAsset.Silver;
import amanah.zakat.domain.wealth.ShareHolding.LongTerm;
import amanah.zakat.domain.wealth.ShareHolding.Trading;
import java.util.Currency;
import java.util.List;

/** Refuses holdings in which two currencies meet. */
final class CurrencyCheck {

  private CurrencyCheck() {}

  static void check(Holdings holdings) {
    for (int index = 0; index < holdings.assets().size(); index++) {
      check("assets[" + index + "].", amounts(holdings.assets().get(index)), holdings.currency());
    }
    for (int index = 0; index < holdings.liabilities().size(); index++) {
      check(
          "liabilities[" + index + "].",
          amounts(holdings.liabilities().get(index)),
          holdings.currency());
    }
  }

  private static void check(String place, List<Named> amounts, Currency expected) {
    for (Named named : amounts) {
      if (!named.money().currency().equals(expected)) {
        throw new RefusedCalculation(
            new Refusal.CurrencyMismatch(
                place + named.field(), named.money().currency(), expected));
      }
    }
  }

  private static List<Named> amounts(Asset asset) {
    return switch (asset) {
      case MonetaryAsset monetary -> amounts(monetary);
      case LoneAsset lone -> amounts(lone);
    };
  }

  private static List<Named> amounts(MonetaryAsset asset) {
    return switch (asset) {
      case Cash cash ->
          List.of(value(cash.value()), named("impureInterest", cash.impureInterest()));
      case Gold gold -> List.of();
      case Silver silver -> List.of();
      case Business business ->
          List.of(
              named("currentAssets", business.currentAssets()),
              named("receivables", business.receivables()),
              named("shortTermLiabilities", business.shortTermLiabilities()));
      case Receivable receivable -> List.of(value(receivable.value()));
      case Shares shares -> amounts(shares);
      case Pension pension -> List.of(value(pension.value()), named("penalty", pension.penalty()));
      case Crypto crypto -> List.of(value(crypto.value()));
    };
  }

  private static List<Named> amounts(Shares shares) {
    return switch (shares.holding()) {
      case Trading trading -> List.of(value(shares.value()));
      case LongTerm longTerm ->
          List.of(
              value(shares.value()),
              named("dividends", longTerm.dividends().orElse(shares.value())));
    };
  }

  private static List<Named> amounts(LoneAsset asset) {
    return switch (asset) {
      case Income income -> List.of(value(income.value()), named("needs", income.needs()));
      case Crops crops -> List.of();
      case Rikaz rikaz -> List.of(value(rikaz.value()));
      case Mine mine -> List.of(value(mine.value()));
      case Herd herd -> List.of();
      case Fitr fitr -> List.of();
    };
  }

  private static List<Named> amounts(Liability liability) {
    return switch (liability) {
      case Debt debt -> List.of(value(debt.value()));
      case Instalments loan ->
          List.of(named("monthly", loan.monthly()), named("total", loan.total()));
    };
  }

  private static Named value(Money money) {
    return named("value", money);
  }

  private static Named named(String field, Money money) {
    return new Named(field, money);
  }

  private record Named(String field, Money money) {}
}
