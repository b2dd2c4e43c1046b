package amanah.campaign.zakat;

import java.time.Duration;

/**
 * When a sweep acts.
 *
 * @param interval how often it looks; a sweep that takes longer is not begun a second time
 * @param answerMax how long the calculator has for one answer
 */
public record SweepTimes(Duration interval, Duration answerMax) {

  /** Refuses times of nothing. */
  public SweepTimes {
    if (!interval.isPositive() || !answerMax.isPositive()) {
      throw new IllegalArgumentException(
          "zakat.sweep-interval %s and answer-max %s, expected more than nothing"
              .formatted(interval, answerMax));
    }
  }
}
