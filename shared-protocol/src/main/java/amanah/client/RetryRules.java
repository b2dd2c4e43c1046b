package amanah.client;

import amanah.protocol.EarlierTries;
import java.time.Duration;

/**
 * How long and how often something is tried.
 *
 * @param patience how long a call has in all, tries and waits together; a stream, while nothing
 *     gets through
 * @param tryMax how long one try of a call has for its answer, which the node is told and keeps to
 * @param delayFirst the wait before the second try, doubled for each further one, and each
 *     shortened at random by up to a half
 * @param delayMax the longest such wait
 * @param leaveAloneMax the longest wait that a server may ask for
 * @param underWayMax how long a try without an answer may still be under way in a node; a refusal
 *     of a later try that began before says nothing of it
 */
public record RetryRules(
    Duration patience,
    Duration tryMax,
    Duration delayFirst,
    Duration delayMax,
    Duration leaveAloneMax,
    Duration underWayMax) {

  /** A minute in all and 5 s a try; tries are 50 ms apart at first and 2 s at last. */
  public static final RetryRules USUAL =
      new RetryRules(
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          EarlierTries.UNDER_WAY_MAX);

  /** Refuses rules by which nothing would ever be tried. */
  public RetryRules {
    require(patience, "patience");
    require(tryMax, "tryMax");
    require(delayFirst, "delayFirst");
    require(delayMax, "delayMax");
    if (leaveAloneMax.isNegative() || underWayMax.isNegative()) {
      throw new IllegalArgumentException(
          "leaveAloneMax %s, underWayMax %s, expected nothing below 0"
              .formatted(leaveAloneMax, underWayMax));
    }
  }

  /** The same with other patience. */
  public RetryRules withPatience(Duration other) {
    return new RetryRules(other, tryMax, delayFirst, delayMax, leaveAloneMax, underWayMax);
  }

  /** The same with another time for one try. */
  public RetryRules withTryMax(Duration other) {
    return new RetryRules(patience, other, delayFirst, delayMax, leaveAloneMax, underWayMax);
  }

  private static void require(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " " + duration + ", expected more than 0");
    }
  }
}
