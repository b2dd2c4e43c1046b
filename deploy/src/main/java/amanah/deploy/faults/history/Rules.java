package amanah.deploy.faults.history;

import amanah.campaign.domain.CampaignStatus;
import amanah.deploy.faults.history.CampaignStates.Written;
import org.jspecify.annotations.Nullable;

/** Which states of a campaign explain an answer: its rules, told from the side of a caller. */
final class Rules {

  private static final CampaignStatus[] STATUSES = CampaignStatus.values();

  private final CampaignStates states;

  Rules(CampaignStates states) {
    this.states = states;
  }

  /** The first event from which on an answer can be true at all. */
  int earliest(Operation operation) {
    long sequence = operation.answered().sequence();
    return operation.told().isYes() && sequence >= 0 && sequence <= states.last()
        ? (int) sequence
        : 0;
  }

  /** Whether the campaign would have answered so just after that event. */
  boolean explain(Operation operation, int sequence) {
    return states.isWhole(sequence)
        && switch (operation.told()) {
          case YES, REPLAYED -> yes(operation, sequence);
          case NOT_ACTIVE -> notActive(operation, sequence);
          case ILLEGAL_TRANSITION -> illegal(operation, sequence);
          case EXCEEDS_CAPTURED -> exceeds(operation, sequence);
          case MISMATCH -> mismatch(operation, sequence);
          case DONATION_NOT_FOUND -> notFound(operation, sequence);
          case GOAL_EXCEEDED -> goalExceeded(operation, sequence);
          case CAMPAIGN_NOT_FOUND -> sequence == 0;
          case UNKNOWN, REFUSED -> true;
        };
  }

  private boolean yes(Operation operation, int sequence) {
    Answered answer = operation.answered();
    if (sequence == 0 || !states.at(sequence).isSeenAs(answer.seen())) {
      return false;
    }
    Asked asked = operation.asked();
    return switch (operation.call()) {
      case OPEN, READ -> answer.sequence() == sequence;
      case CHANGE_STATUS ->
          answer.sequence() == sequence
              && (states.at(sequence).status() == asked.wanted() || isWritten(asked, sequence));
      case AMEND -> answer.sequence() == sequence && isWritten(asked, sequence);
      case DONATE -> answersTo(written(asked.name(), sequence), asked, answer);
      case REFUND -> {
        Written refund = written(asked.name(), sequence);
        yield refund != null
            && answersTo(refund, asked, answer)
            && refund.refundedMinor() == answer.refundedMinor();
      }
      case READ_DONATION -> {
        Written donation = written(asked.donation(), sequence);
        yield answersTo(donation, asked, answer)
            && states.refundedMinor(asked.donation(), sequence) == answer.refundedMinor();
      }
    };
  }

  private static boolean answersTo(@Nullable Written write, Asked asked, Answered answer) {
    return write != null
        && write.donation() == asked.donation()
        && write.sequence() == answer.sequence()
        && write.amountMinor() == answer.amountMinor();
  }

  private boolean notActive(Operation operation, int sequence) {
    if (sequence == 0) {
      return false;
    }
    CampaignStatus status = status(sequence);
    return switch (operation.call()) {
      case DONATE -> status != CampaignStatus.ACTIVE && !isWritten(operation.asked(), sequence);
      case AMEND -> status.successors().isEmpty() && !isWritten(operation.asked(), sequence);
      case OPEN, REFUND, CHANGE_STATUS, READ, READ_DONATION -> false;
    };
  }

  private boolean illegal(Operation operation, int sequence) {
    if (sequence == 0 || operation.call() != HistoryCall.CHANGE_STATUS) {
      return false;
    }
    CampaignStatus wanted = STATUSES[Math.toIntExact(operation.asked().wanted())];
    CampaignStatus status = status(sequence);
    return wanted != status && !status.successors().contains(wanted);
  }

  private boolean exceeds(Operation operation, int sequence) {
    Asked asked = operation.asked();
    Written donation = written(asked.donation(), sequence);
    return operation.call() == HistoryCall.REFUND
        && donation != null
        && !isWritten(asked, sequence)
        && states.refundedMinor(asked.donation(), sequence) + asked.wanted()
            > donation.amountMinor();
  }

  private boolean mismatch(Operation operation, int sequence) {
    Asked asked = operation.asked();
    Written first = written(asked.name(), sequence);
    return first != null
        && switch (operation.call()) {
          case DONATE -> first.amountMinor() != asked.wanted();
          case REFUND ->
              first.amountMinor() != asked.wanted() || first.donation() != asked.donation();
          case OPEN, CHANGE_STATUS, AMEND, READ, READ_DONATION -> false;
        };
  }

  private boolean notFound(Operation operation, int sequence) {
    Asked asked = operation.asked();
    return sequence > 0
        && written(asked.donation(), sequence) == null
        && switch (operation.call()) {
          case REFUND -> !isWritten(asked, sequence);
          case READ_DONATION -> true;
          case OPEN, DONATE, CHANGE_STATUS, AMEND, READ -> false;
        };
  }

  private boolean goalExceeded(Operation operation, int sequence) {
    return sequence > 0
        && operation.call() == HistoryCall.DONATE
        && states.isHard()
        && status(sequence) == CampaignStatus.ACTIVE
        && !isWritten(operation.asked(), sequence)
        && states.at(sequence).raisedMinor() + operation.asked().wanted()
            > states.at(sequence).goalMinor();
  }

  private CampaignStatus status(int sequence) {
    return STATUSES[Math.toIntExact(states.at(sequence).status())];
  }

  private boolean isWritten(Asked asked, int sequence) {
    return written(asked.name(), sequence) != null;
  }

  private @Nullable Written written(long name, int sequence) {
    Written write = states.written(name);
    return write == null || write.sequence() > sequence ? null : write;
  }
}
