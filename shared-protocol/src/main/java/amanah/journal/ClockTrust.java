package amanah.journal;

import amanah.time.Moment;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readings of three clocks say of one of them: whether the database's time may be trusted, and
 * which time is used. Nothing but its arguments goes into it.
 *
 * <pre>
 *   follows the database --jump--> goes on by itself --trusted again--> follows the database
 * </pre>
 *
 * After a jump the time that is used goes on by the monotonic clock as if nothing had happened, for
 * as long as the database's is not trusted: whichever of them is wrong, no event is stamped hours
 * ahead and none hours behind. Who begins without a time of his own takes the database's.
 *
 * @param limits what is still trusted
 * @param last the newest reading
 * @param used the time in use when it was last set, and when that was
 * @param goesOn whether the time in use has not followed the database since a jump
 * @param doubtedUntilNanos when the time after the last jump is over; null when there was none
 */
record ClockTrust(
    ClockLimits limits, Reading last, Mark used, boolean goesOn, @Nullable Long doubtedUntilNanos) {

  /**
   * The three clocks at one moment.
   *
   * @param journal what the database said
   * @param machine this machine's clock
   * @param nanos this machine's monotonic clock
   */
  record Reading(Instant journal, Instant machine, long nanos) {

    private Mark mark() {
      return new Mark(journal, nanos);
    }
  }

  /** A time and when it was, by the monotonic clock. */
  record Mark(Instant time, long nanos) {

    Instant after(long nowNanos) {
      return time.plusNanos(nowNanos - nanos);
    }
  }

  /** What is known from a first reading. */
  static ClockTrust from(ClockLimits limits, Reading first) {
    return new ClockTrust(limits, first, first.mark(), false, null);
  }

  /** What is known with one more. */
  ClockTrust heard(Reading next) {
    boolean jumped = exceeds(jump(next), limits.jumpMax());
    Long until =
        jumped ? Long.valueOf(next.nanos() + limits.distrust().toNanos()) : doubtedUntilNanos;
    ClockTrust heard = new ClockTrust(limits, next, next.mark(), false, until);
    boolean stays = jumped || (goesOn && !heard.agrees(next.nanos(), next.machine()));
    return stays ? new ClockTrust(limits, next, used, true, until) : heard;
  }

  /** How much more time than by the monotonic clock has passed for the database since the last. */
  Duration jump(Reading next) {
    return Duration.between(last.mark().after(next.nanos()), next.journal());
  }

  /** The database's time, trusted or not; all nodes have the same. */
  Instant journal(long nowNanos) {
    return last.mark().after(nowNanos);
  }

  /** The time in use, and whether it is trusted. */
  Moment now(long nowNanos, Instant machine) {
    return new Moment(used.after(nowNanos), !goesOn && agrees(nowNanos, machine));
  }

  private boolean agrees(long nowNanos, Instant machine) {
    boolean calm = doubtedUntilNanos == null || nowNanos - doubtedUntilNanos >= 0;
    return calm && !exceeds(Duration.between(journal(nowNanos), machine), limits.differenceMax());
  }

  private static boolean exceeds(Duration difference, Duration max) {
    return difference.abs().compareTo(max) > 0;
  }
}
