package amanah.journal;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * When the time of the database is trusted, as {@code amanah.journal.clock} says it.
 *
 * @param differenceMax by how much the database's clock and this machine's may differ
 * @param jumpMax by how much more or less time than by the monotonic clock may have passed for the
 *     database between two readings
 * @param distrust how long the time is not trusted after it jumped
 */
public record ClockLimits(Duration differenceMax, Duration jumpMax, Duration distrust) {

  /** Refuses limits that no clock could keep. */
  public ClockLimits {
    if (!differenceMax.isPositive() || !jumpMax.isPositive() || !distrust.isPositive()) {
      throw new IllegalArgumentException(
          "amanah.journal.clock has difference-max %s, jump-max %s and distrust %s, expected more than nothing"
              .formatted(differenceMax, jumpMax, distrust));
    }
  }

  /** Reads {@code amanah.journal.clock} of the whole configuration. */
  public static ClockLimits of(Config config) {
    Config clock = config.getConfig("amanah.journal.clock");
    return new ClockLimits(
        clock.getDuration("difference-max"),
        clock.getDuration("jump-max"),
        clock.getDuration("distrust"));
  }
}
