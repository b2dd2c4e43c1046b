package amanah.protocol;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier try of the same request, of which nobody has heard, may still do while a later
 * one is refused. Callers and the nodes' own repeats judge by this one place.
 */
public final class EarlierTries {

  /**
   * How long a try that got no answer may still be under way, from its end on: until then a refusal
   * of a later try is no answer yet.
   */
  public static final Duration UNDER_WAY_MAX = Duration.ofSeconds(30);

  /**
   * The part of it that no setting bounds: a request that lies at a node's door, clocks of nodes
   * that differ, and a statement before its commit.
   */
  public static final Duration MARGIN = Duration.ofSeconds(10);

  /** What depends on nothing that can change while a try is under way. */
  private static final Set<String> FINAL =
      Set.of(
          "malformed",
          "unsupported_media_type",
          "too_large",
          "name_required",
          "campaign_exists",
          "currency_mismatch",
          "not_zakat_eligible",
          "idempotency_mismatch");

  private EarlierTries() {}

  /**
   * Whether an earlier try could make a refusal of that code untrue. It cannot where each try is
   * refused alike for ever: what cannot be read, what a campaign is from its opening on, and a name
   * that stands for something else.
   *
   * @param code the public one, such as {@code campaign_not_active}
   */
  public static boolean canBelie(String code) {
    return !FINAL.contains(code);
  }

  /** The same for a constant that is called as its public code. */
  public static boolean canBelie(Enum<?> refusal) {
    return canBelie(refusal.name().toLowerCase(Locale.ROOT));
  }

  /**
   * What is wrong with settings by which a try can be under way for longer than callers are told.
   *
   * @param name of the setting that says {@code askTimeout}
   * @param askTimeout how long a node has for an answer; nothing is begun after it
   * @param writeMax how long a write that was begun may take, with its turn behind the one before
   */
  public static Optional<String> problem(String name, Duration askTimeout, Duration writeMax) {
    Duration longest = UNDER_WAY_MAX.minus(MARGIN).minus(writeMax);
    return askTimeout.compareTo(longest) <= 0
        ? Optional.empty()
        : Optional.of(
            "%s is %s, expected at most %s: callers are told that a try without an answer is over %s after its end"
                .formatted(name, askTimeout, longest, UNDER_WAY_MAX));
  }
}
