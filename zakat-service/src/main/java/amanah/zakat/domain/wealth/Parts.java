package amanah.zakat.domain.wealth;

import amanah.money.Money;
import amanah.money.Share;
import java.math.BigDecimal;

/** The bounds of what is a part of something else. */
final class Parts {

  private Parts() {}

  static void atMostAll(Share zakatableShare) {
    if (zakatableShare.ratio().compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "zakatableShare "
              + zakatableShare.ratio().toPlainString()
              + " is refused, expected at most 1");
    }
  }

  static void within(String field, Money part, String wholeField, Money whole) {
    if (part.currency().equals(whole.currency()) && part.compareTo(whole) > 0) {
      throw new IllegalArgumentException(
          field + " " + part + " is refused, expected at most the " + wholeField + " " + whole);
    }
  }
}
