package amanah.time;

import java.time.Instant;

/**
 * A time, and how far it may be relied upon.
 *
 * @param at the time
 * @param trusted whether what cannot be undone, and a definite no, may follow from it
 */
public record Moment(Instant at, boolean trusted) {

  /** A time that nobody doubts. */
  public static Moment trusted(Instant at) {
    return new Moment(at, true);
  }

  /** A time by a clock that may be wrong. */
  public static Moment doubtful(Instant at) {
    return new Moment(at, false);
  }
}
