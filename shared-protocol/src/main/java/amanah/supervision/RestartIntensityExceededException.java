package amanah.supervision;

import java.time.Duration;

/** A supervisor gives up: a child failed more often within the period than it is to bear. */
public final class RestartIntensityExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RestartIntensityExceededException(
      ChildKey<?> key, int restartsMax, Duration period, Throwable cause) {
    super(
        "More than %d restarts within %s; the last was due for child '%s'"
            .formatted(restartsMax, period, key),
        cause);
  }
}
