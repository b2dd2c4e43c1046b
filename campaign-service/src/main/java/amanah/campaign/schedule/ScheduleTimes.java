package amanah.campaign.schedule;

import java.time.Duration;

/**
 * When the scheduler acts.
 *
 * @param interval how often it looks; a look that takes longer is not begun a second time
 */
public record ScheduleTimes(Duration interval) {

  /** Refuses a time of nothing. */
  public ScheduleTimes {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException(
          "schedule.interval " + interval + ", expected more than 0");
    }
  }
}
