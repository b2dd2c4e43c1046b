package amanah.supervision;

import amanah.time.ElapsedTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The failure streaks of a supervisor's children, and the delays that follow from them. */
final class RestartDelays {

  private final ElapsedTime time;
  private final RandomGenerator random;
  private final Map<ChildKey<?>, FailureStreak> streaks = new HashMap<>();

  RestartDelays(ElapsedTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  Duration now() {
    return time.elapsed();
  }

  void running(ChildKey<?> key) {
    streaks.merge(key, FailureStreak.NONE.running(now()), (old, fresh) -> old.running(now()));
  }

  /** Zero for a child that is restarted at once, as OTP does. */
  Duration afterFailure(ChildSpec<?> child) {
    return child
        .restartDelay()
        .map(backoff -> afterFailure(child.key(), backoff))
        .orElse(Duration.ZERO);
  }

  private Duration afterFailure(ChildKey<?> key, Backoff backoff) {
    FailureStreak streak =
        streaks.getOrDefault(key, FailureStreak.NONE).failed(now(), backoff.resetAfter());
    streaks.put(key, streak);
    return backoff.delay(streak.failures(), random);
  }

  void forget(ChildKey<?> key) {
    streaks.remove(key);
  }
}
