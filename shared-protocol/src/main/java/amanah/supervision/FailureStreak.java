package amanah.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The failures of one child in a row, and since when it has been running, if it is. */
record FailureStreak(int failures, Optional<Instant> runningSince) {

  static final FailureStreak NONE = new FailureStreak(0, Optional.empty());

  FailureStreak running(Instant now) {
    return new FailureStreak(failures, Optional.of(now));
  }

  /** One failure more, or the first one if the child had been running for long enough. */
  FailureStreak failed(Instant now, Duration resetAfter) {
    boolean reset = runningSince.filter(since -> !since.plus(resetAfter).isAfter(now)).isPresent();
    int next = reset || failures == Integer.MAX_VALUE ? 1 : failures + 1;
    return new FailureStreak(next, Optional.empty());
  }
}
