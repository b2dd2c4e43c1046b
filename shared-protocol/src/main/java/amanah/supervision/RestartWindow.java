package amanah.supervision;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The restarts of the last period: a sliding window; one of exactly a period ago still counts. */
record RestartWindow(Intensity intensity, List<Duration> restarts) {

  static RestartWindow empty(Intensity intensity) {
    return new RestartWindow(intensity, List.of());
  }

  /** With one more restart; at most {@code restartsMax + 1} are ever kept, for then it is over. */
  RestartWindow plus(Duration now) {
    Duration oldest = now.minus(intensity.period());
    Stream<Duration> kept = restarts.stream().filter(restart -> restart.compareTo(oldest) >= 0);
    return new RestartWindow(intensity, Stream.concat(kept, Stream.of(now)).toList());
  }

  RestartIntensityExceededException exceededFor(ChildKey<?> key, ChildEnd end) {
    return new RestartIntensityExceededException(
        key, intensity.restartsMax(), intensity.period(), end.cause());
  }

  boolean exceeded() {
    return restarts.size() > intensity.restartsMax();
  }
}
