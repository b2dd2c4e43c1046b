package amanah.zakat.calculator;

import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;

/**
 * How gifts are told to their assessments.
 *
 * @param inFlightMax gifts and refunds that are told and not yet acknowledged; a report that does
 *     not fit beside them comes again later
 * @param againAfter after how long without an acknowledgement one is told again
 * @param timeout after how long its report is given up, to come again later
 */
public record PaymentLimits(int inFlightMax, Duration againAfter, Duration timeout) {

  /** Refuses limits that could never work. */
  public PaymentLimits {
    if (inFlightMax < ZakatReporting.ASSESSED_MAX) {
      throw new IllegalArgumentException(
          "payments.in-flight-max %d, expected at least the %d of one report"
              .formatted(inFlightMax, ZakatReporting.ASSESSED_MAX));
    }
    if (!againAfter.isPositive() || timeout.compareTo(againAfter) <= 0) {
      throw new IllegalArgumentException(
          "payments.again-after %s and timeout %s, expected more than nothing, and the second to be longer"
              .formatted(againAfter, timeout));
    }
  }
}
