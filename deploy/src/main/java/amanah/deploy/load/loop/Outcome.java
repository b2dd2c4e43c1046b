package amanah.deploy.load.loop;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param kind by what its caller knows
 * @param reason why it was not acknowledged as new, for the report
 */
public record Outcome(Kind kind, String reason) {

  /** What the caller of a call knows. */
  public enum Kind {
    /** It was acknowledged as new; only such calls are counted as operations. */
    DONE,
    /** It was acknowledged, and had been recorded before. */
    REPLAYED,
    /** It was refused, and nothing of it is recorded. */
    REFUSED,
    /** It ended without a definite answer. */
    FAILED,
    /** Too many were open, and it was not begun. */
    SHED
  }

  /** Acknowledged. */
  public static final Outcome DONE = new Outcome(Kind.DONE, "");

  /** Recorded before, so that it is not a new operation. */
  public static final Outcome REPLAYED = new Outcome(Kind.REPLAYED, "replayed");

  /** Not begun. */
  public static final Outcome SHED = new Outcome(Kind.SHED, "shed");

  /** Not acknowledged, for this reason. */
  public static Outcome refused(String reason) {
    return new Outcome(Kind.REFUSED, reason.toLowerCase(Locale.ROOT));
  }

  /** Perhaps recorded and perhaps not, for this reason. */
  public static Outcome failed(String reason) {
    return new Outcome(Kind.FAILED, reason.toLowerCase(Locale.ROOT));
  }

  /** No answer, for this cause. */
  public static Outcome failed(@Nullable Throwable failure) {
    return failed(failure == null ? "nothing" : failure.getClass().getSimpleName());
  }

  /** Whether it was acknowledged as new. */
  public boolean done() {
    return kind == Kind.DONE;
  }

  /** Whether it was acknowledged, as new or as a replay. */
  public boolean acknowledged() {
    return kind == Kind.DONE || kind == Kind.REPLAYED;
  }
}
