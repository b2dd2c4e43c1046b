package amanah.deploy.client;

import java.time.Duration;

/**
 * How long a request is repeated, and how fast.
 *
 * @param total how long without any progress until it is given up
 * @param delayFirst the wait before the first repeat, doubled for each further one
 * @param delayMax the longest wait
 */
public record Patience(Duration total, Duration delayFirst, Duration delayMax) {

  /** That much in all; repeats after 100 ms, 200 ms, ... and then every 5 s. */
  public static Patience of(Duration total) {
    return new Patience(total, Duration.ofMillis(100), Duration.ofSeconds(5));
  }
}
