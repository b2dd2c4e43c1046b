package amanah.campaign.monitor;

import java.time.Duration;

/**
 * How often a monitor acts.
 *
 * @param views how long counted views wait until they are journaled together
 * @param endCheckMax how long it looks away at most before it looks what is due again, so that a
 *     clock that was set does not hide it
 */
public record MonitorIntervals(Duration views, Duration endCheckMax) {

  /** Refuses intervals that would never end or never begin. */
  public MonitorIntervals {
    if (!views.isPositive() || !endCheckMax.isPositive()) {
      throw new IllegalArgumentException(
          "views-interval %s and end-check-max %s, expected more than nothing"
              .formatted(views, endCheckMax));
    }
  }
}
