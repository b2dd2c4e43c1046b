package amanah.supervision;

import java.time.Duration;
import java.util.Optional;

/** The failures of one child in a row, and since when it has been running, if it is. */
record FailureStreak(int failures, Optional<Duration> runningSince) {

  static final FailureStreak NONE = new FailureStreak(0, Optional.empty());

  FailureStreak running(Duration now) {
    return new FailureStreak(failures, Optional.of(now));
  }

  /** One failure more, or the first one if the child had been running for long enough. */
  FailureStreak failed(Duration now, Duration resetAfter) {
    boolean reset =
        runningSince.filter(since -> since.plus(resetAfter).compareTo(now) <= 0).isPresent();
    int next = reset || failures == Integer.MAX_VALUE ? 1 : failures + 1;
    return new FailureStreak(next, Optional.empty());
  }
}
