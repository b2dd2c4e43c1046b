package amanah.zakat.domain.assessment;

import amanah.money.Money;
import java.util.Currency;

/**
 * What has moved in one currency; each sum only grows, so both stay within a {@code long}.
 *
 * @param received all payments
 * @param returned all that was given back
 */
record Totals(Money received, Money returned) {

  static Totals nothing(Currency currency) {
    return new Totals(Money.zero(currency), Money.zero(currency));
  }

  boolean canHold(Movement movement) {
    return switch (movement) {
      case Movement.Payment payment -> received.canAdd(payment.amount());
      case Movement.Return back -> returned.canAdd(back.amount());
    };
  }

  Totals plus(Movement movement) {
    return switch (movement) {
      case Movement.Payment payment -> new Totals(received.plus(payment.amount()), returned);
      case Movement.Return back -> new Totals(received, returned.plus(back.amount()));
    };
  }

  /** What is left; less than nothing only while a refund is known before its payment. */
  Money paid() {
    return received.minus(returned);
  }
}
