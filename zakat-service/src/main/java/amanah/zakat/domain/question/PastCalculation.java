package amanah.zakat.domain.question;

import amanah.money.Money;
import java.time.Instant;

/**
 * One calculation that the calculator answered.
 *
 * @param zakat what was due in money, with its currency
 * @param cached whether the answer was remembered from an equal question
 */
public record PastCalculation(Instant at, Kind kind, Money zakat, boolean cached) {

  /** Which question it was. */
  public enum Kind {
    /** Of wealth and nisab alone. */
    SIMPLE,
    /** Of all that somebody declares. */
    FULL
  }
}
