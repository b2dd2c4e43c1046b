package amanah.deploy.bench.load;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param done whether it was acknowledged as new; only such calls are counted as operations
 * @param reason why it was not, for the report
 */
public record Outcome(boolean done, String reason) {

  /** Acknowledged. */
  public static final Outcome DONE = new Outcome(true, "");

  /** Recorded before, so that it is not a new operation. */
  public static final Outcome REPLAYED = new Outcome(false, "replayed");

  /** Not acknowledged, for this reason. */
  public static Outcome refused(String reason) {
    return new Outcome(false, reason.toLowerCase(Locale.ROOT));
  }

  /** No answer, for this cause. */
  static Outcome failed(@Nullable Throwable failure) {
    return refused(failure == null ? "nothing" : failure.getClass().getSimpleName());
  }
}
