package amanah.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose hands only the test moves. */
public final class HandClock implements InstantSource {

  private volatile Instant now;

  /** A clock that stands at that time. */
  public HandClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the hands forward, or back if the time is negative. */
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
