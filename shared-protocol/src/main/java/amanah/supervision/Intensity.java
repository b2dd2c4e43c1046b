package amanah.supervision;

import java.time.Duration;

/** How many restarts are borne within a period before the supervisor itself fails. */
record Intensity(int restartsMax, Duration period) {

  /** OTP's default. */
  static final Intensity DEFAULT = new Intensity(1, Duration.ofSeconds(5));

  /** So that the instants kept for the sliding window are bounded. */
  private static final int RESTARTS_MAX_LIMIT = 10_000;

  Intensity {
    if (restartsMax < 0 || restartsMax > RESTARTS_MAX_LIMIT) {
      throw new IllegalArgumentException("restartsMax must be 0.." + RESTARTS_MAX_LIMIT);
    }
    if (!period.isPositive()) {
      throw new IllegalArgumentException("period must be positive: " + period);
    }
  }
}
