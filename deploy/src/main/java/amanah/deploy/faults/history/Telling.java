package amanah.deploy.faults.history;

import amanah.deploy.faults.history.CampaignStates.Written;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells people of operations. */
final class Telling {

  private static final double SECOND_NANOS = 1e9;

  private final CampaignStates states;
  private final long originNanos;

  Telling(CampaignStates states, long originNanos) {
    this.states = states;
    this.originNanos = originNanos;
  }

  /** What was asked where and when, and what was told. */
  String of(Operation operation) {
    return "campaign %s: %s, asked at %s s through node %d, was told at %s s %s"
        .formatted(
            states.campaignId(),
            subject(operation.asked()),
            seconds(operation.span().invokedNanos()),
            operation.span().node(),
            seconds(operation.span().completedNanos()),
            told(operation.answered()));
  }

  /** What had been told before. */
  String floor(int floor, @Nullable Operation by) {
    return by == null
        ? "though event " + floor + " was there"
        : "though by %s s node %d had told of event %d (%s)"
            .formatted(
                seconds(by.span().completedNanos()), by.span().node(), floor, subject(by.asked()));
  }

  /** Between which states a no was told. */
  String noState(Operation operation, int floor, int reach, @Nullable Operation by) {
    String why =
        "which none of the events " + floor + " to " + reach + " explains, " + floor(floor, by);
    return why
        + where("; the donation", operation.asked().donation())
        + where("; itself", operation.asked().name());
  }

  private String where(String what, long name) {
    Written write = states.written(name);
    return write == null ? "" : what + " is event " + write.sequence();
  }

  /** What the journal has at that event. */
  String state(long sequence) {
    return sequence > 0 && sequence <= states.last()
        ? "the journal has at event " + sequence + ": " + states.at((int) sequence)
        : "the journal ends at event " + states.last();
  }

  private String subject(Asked asked) {
    return switch (asked.call()) {
      case OPEN -> "opening";
      case DONATE -> "donation " + states.names().donationOf(asked.donation());
      case REFUND -> "refund of " + states.names().donationOf(asked.donation());
      case CHANGE_STATUS -> "change of status";
      case AMEND -> "amendment";
      case READ -> "read";
      case READ_DONATION -> "read of " + states.names().donationOf(asked.donation());
    };
  }

  private static String told(Answered answer) {
    return answer.told().isYes()
        ? "event " + answer.sequence() + " (" + answer.seen() + ")"
        : answer.told().isNo() ? answer.told().code() : "no";
  }

  private String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", (nanos - originNanos) / SECOND_NANOS);
  }
}
