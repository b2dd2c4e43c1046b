package amanah.zakat.ingress.grpc;

import amanah.money.Share;
import amanah.v1.Money;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.arithmetic.Total;
import java.util.Currency;
import java.util.List;

/** Writes the numbers of calculations, all of them as decimal text. */
final class Numbers {

  private Numbers() {}

  /** An unrounded value, shown in the currency's digits. */
  static Money money(Rational value, Currency currency) {
    return Money.newBuilder()
        .setAmount(value.amount(currency))
        .setCurrency(currency.getCurrencyCode())
        .build();
  }

  static Money total(Total total) {
    return Money.newBuilder()
        .setAmount(total.amount())
        .setCurrency(total.currency().getCurrencyCode())
        .build();
  }

  static List<Money> totals(List<Total> totals) {
    return totals.stream().map(Numbers::total).toList();
  }

  /** A part of a whole: 0.025 is 2.5 %. */
  static String share(Share share) {
    return share.ratio().toPlainString();
  }
}
