package amanah.time;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that knows whether it may be wrong. */
@FunctionalInterface
public interface Timekeeper extends InstantSource {

  /** The time now, and whether it is to be trusted. */
  Moment now();

  @Override
  default Instant instant() {
    return now().at();
  }

  /** One that trusts another clock whatever it says. */
  static Timekeeper trusting(InstantSource clock) {
    return () -> Moment.trusted(clock.instant());
  }
}
