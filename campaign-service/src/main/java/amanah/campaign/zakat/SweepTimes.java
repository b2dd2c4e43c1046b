package amanah.campaign.zakat;

import java.time.Duration;

/**
 * When a sweep acts.
 *
 * @param interval how often it looks; a sweep that takes longer is not begun a second time
 * @param again how often it goes through all campaigns again, once it is through with them
 * @param answerMax how long the calculator has for one answer
 */
public record SweepTimes(Duration interval, Duration again, Duration answerMax) {

  /** Refuses times of nothing. */
  public SweepTimes {
    if (!interval.isPositive() || !again.isPositive() || !answerMax.isPositive()) {
      throw new IllegalArgumentException(
          "zakat.sweep-interval %s, sweep-again-interval %s, answer-max %s, expected more than 0"
              .formatted(interval, again, answerMax));
    }
  }
}
