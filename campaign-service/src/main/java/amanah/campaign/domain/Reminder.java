package amanah.campaign.domain;

import amanah.id.ReminderId;
import java.time.Instant;

/**
 * That a campaign's people want to be reminded of something.
 *
 * @param at when
 * @param message of what, 1 to 500 characters
 */
public record Reminder(ReminderId reminderId, Instant at, String message, Status status) {

  /** What became of it. */
  public enum Status {
    /** Its time is still to come. */
    SCHEDULED,
    /** Its time came, and those who listen were told. */
    DUE,
    /** Somebody took it back before. */
    CANCELLED,
    /** Its campaign is over before its time came: nobody will be told. */
    LAPSED
  }

  Reminder as(Status now) {
    return new Reminder(reminderId, at, message, now);
  }

  boolean isScheduled() {
    return status == Status.SCHEDULED;
  }
}
