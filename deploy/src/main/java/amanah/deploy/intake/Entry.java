package amanah.deploy.intake;

import amanah.money.Money;
import java.time.Instant;
import java.util.List;

/** One row of a file of donations, after a look at it. */
sealed interface Entry {

  /** The physical line where the row starts, from 1. */
  long line();

  /** The fields as they stand in the file. */
  List<String> fields();

  /** The same row, refused. */
  default Refused refused(String code, String reason) {
    return new Refused(line(), fields(), code, reason);
  }

  /**
   * A row that can be sent.
   *
   * @param donor who gave, empty for nobody named
   */
  record Sendable(
      long line,
      List<String> fields,
      String donationId,
      Instant donatedAt,
      String donor,
      Money amount)
      implements Entry {}

  /** A row that was not recorded, and why. */
  record Refused(long line, List<String> fields, String code, String reason) implements Entry {}
}
