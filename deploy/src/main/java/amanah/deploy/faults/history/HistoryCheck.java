package amanah.deploy.faults.history;

import amanah.deploy.faults.history.CampaignStates.Written;
import amanah.deploy.faults.history.Violation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the operations on a campaign are linearizable: whether each can be given a moment between
 * its call and its answer so that, in the order of those moments, a campaign on its own would have
 * answered just so.
 *
 * <p>In general that is a search without end. Here the journal gives the order of all writes, and
 * with it the states, one after each event. What is left is to give each answer a state that
 * explains it, so that nobody is told of an earlier state than somebody who had his answer before
 * the call; and no state is told of before each of its writes had been asked for. Answers are taken
 * in the order of their calls and given the earliest state that explains them and is not before
 * what had been told by then: whatever is given later has the most room that way, so if that finds
 * no state there is none. Of an operation without an answer nothing is known but when it was asked
 * for.
 */
public final class HistoryCheck {

  private static final int TOLD_MAX = 100;
  private static final int NOWHERE = -1;

  private final CampaignStates states;
  private final Rules rules;
  private final Telling telling;
  private final Operation[] operations;
  private final int[] found;
  private final long[] begunNanos;
  private final List<Violation> violations = new ArrayList<>();
  private long untold;
  private int floor;
  private @Nullable Operation floorBy;

  private HistoryCheck(CampaignStates states, List<Operation> operations, long originNanos) {
    this.states = states;
    this.rules = new Rules(states);
    this.telling = new Telling(states, originNanos);
    this.operations = operations.toArray(Operation[]::new);
    Arrays.sort(this.operations, Comparator.comparingLong(each -> each.span().invokedNanos()));
    this.found = new int[this.operations.length];
    this.begunNanos = begun();
  }

  /**
   * What is wrong with operations on a campaign of which these are all states.
   *
   * @param originNanos from when on times are told
   */
  public static List<Violation> of(
      CampaignStates states, List<Operation> operations, long originNanos) {
    HistoryCheck check = new HistoryCheck(states, operations, originNanos);
    check.run();
    return List.copyOf(check.violations);
  }

  private void run() {
    int[] byCompletion = byCompletion();
    int completed = 0;
    for (int each = 0; each < operations.length; each++) {
      long invoked = operations[each].span().invokedNanos();
      while (completed < byCompletion.length
          && operations[byCompletion[completed]].span().completedNanos() < invoked) {
        raise(byCompletion[completed]);
        completed++;
      }
      found[each] = place(operations[each]);
    }
    newTwice();
    for (Map.Entry<Long, Integer> twice : states.again().entrySet()) {
      changedTwice(twice.getKey(), twice.getValue());
    }
    if (untold > 0) {
      violations.add(
          new Violation(
              Kind.WRONG_READ,
              NOWHERE,
              "campaign " + states.campaignId() + " has " + untold + " more of them"));
    }
  }

  private int[] byCompletion() {
    Integer[] order = new Integer[operations.length];
    Arrays.setAll(order, at -> at);
    Arrays.sort(order, Comparator.comparingLong(at -> operations[at].span().completedNanos()));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private void raise(int operation) {
    if (found[operation] > floor) {
      floor = found[operation];
      floorBy = operations[operation];
    }
  }

  /** The state that explains it, or {@link #NOWHERE}. */
  private int place(Operation operation) {
    if (operation.told() == Told.UNKNOWN) {
      return NOWHERE;
    }
    if (operation.told() == Told.REFUSED) {
      refusedForGood(operation);
      return NOWHERE;
    }
    boolean late = isNewBefore(operation);
    if (late) {
      note(Kind.OUT_OF_ORDER, operation, telling.floor(floor, floorBy));
    }
    int reach = reach(operation.span().completedNanos());
    int earliest = Math.max(floor, rules.earliest(operation));
    for (int sequence = earliest; sequence <= reach; sequence++) {
      if (rules.explain(operation, sequence)) {
        return sequence;
      }
    }
    return late ? NOWHERE : unexplained(operation, reach);
  }

  /** Whether it was told as new and yet lies before what somebody knew when it was asked for. */
  private boolean isNewBefore(Operation operation) {
    Written write = states.written(operation.asked().name());
    return switch (operation.call()) {
      case DONATE, REFUND ->
          operation.told() == Told.YES && write != null && write.sequence() <= floor;
      case OPEN, CHANGE_STATUS, AMEND, READ, READ_DONATION -> false;
    };
  }

  private int unexplained(Operation operation, int reach) {
    if (operation.told().isNo()) {
      note(Kind.WRONG_NO, operation, telling.noState(operation, floor, reach, floorBy));
      return NOWHERE;
    }
    for (int sequence = Math.min(floor, states.last() + 1) - 1; sequence > 0; sequence--) {
      if (rules.explain(operation, sequence)) {
        note(Kind.STALE_READ, operation, telling.floor(floor, floorBy));
        return sequence;
      }
    }
    for (int sequence = reach + 1; sequence <= states.last(); sequence++) {
      if (rules.explain(operation, sequence)) {
        note(Kind.READ_AHEAD, operation, "which nobody had asked for by then");
        return NOWHERE;
      }
    }
    never(operation);
    return NOWHERE;
  }

  /** No state of all explains it. */
  private void never(Operation operation) {
    Written write = states.written(operation.asked().name());
    long sequence = operation.answered().sequence();
    if (write == null && operation.call().writes() && !isAsWanted(operation)) {
      note(Kind.LOST, operation, "which is not in the journal");
    } else if (write != null
        && (write.sequence() > sequence
            || (isOneEvent(operation.call())
                && (write.sequence() != sequence
                    || write.amountMinor() != operation.answered().amountMinor())))) {
      note(Kind.ALTERED, operation, "in the journal it is " + write);
    } else {
      note(Kind.WRONG_READ, operation, telling.state(sequence));
    }
  }

  /** Whether there was nothing to do, since the campaign was in that status. */
  private boolean isAsWanted(Operation operation) {
    long sequence = operation.answered().sequence();
    return operation.call() == HistoryCall.CHANGE_STATUS
        && sequence > 0
        && sequence <= states.last()
        && states.at((int) sequence).status() == operation.asked().wanted();
  }

  /** Whether its answer names the event that it became, and not the present state. */
  private static boolean isOneEvent(HistoryCall call) {
    return switch (call) {
      case DONATE, REFUND -> true;
      case OPEN, CHANGE_STATUS, AMEND, READ, READ_DONATION -> false;
    };
  }

  private void refusedForGood(Operation operation) {
    Written write = states.written(operation.asked().name());
    if (write != null && isWhatWasAsked(operation.asked(), write)) {
      note(Kind.REFUSED_BUT_RECORDED, operation, "in the journal it is event " + write.sequence());
    }
  }

  private static boolean isWhatWasAsked(Asked asked, Written write) {
    return switch (asked.call()) {
      case DONATE, REFUND ->
          write.amountMinor() == asked.wanted() && write.donation() == asked.donation();
      case OPEN, CHANGE_STATUS, AMEND -> true;
      case READ, READ_DONATION -> false;
    };
  }

  /** What is told as new is told so once. */
  private void newTwice() {
    Map<Long, Operation> first = new HashMap<>();
    for (Operation operation : operations) {
      if (operation.told() == Told.YES
          && isOneEvent(operation.call())
          && first.putIfAbsent(operation.asked().name(), operation) != null) {
        note(Kind.WRONG_READ, operation, "and as new for the second time");
      }
    }
  }

  /** Donations and refunds that are there twice are the books' to find. */
  private void changedTwice(long name, int second) {
    for (Operation operation : operations) {
      boolean change =
          switch (operation.call()) {
            case OPEN, CHANGE_STATUS, AMEND -> true;
            case DONATE, REFUND, READ, READ_DONATION -> false;
          };
      if (change && operation.asked().name() == name) {
        note(Kind.CHANGED_TWICE, operation, "which is event " + second + " once more");
        return;
      }
    }
  }

  /** The last event that can have been written by then. */
  private int reach(long nanos) {
    int low = 0;
    int high = states.last();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (begunNanos[middle] <= nanos) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** For each event when all of its writes, and of those before it, had been asked for. */
  private long[] begun() {
    Map<Long, Long> asked = new HashMap<>();
    for (Operation operation : operations) {
      Written write = states.written(operation.asked().name());
      if (write != null && !operation.told().isNo() && isWhatWasAsked(operation.asked(), write)) {
        asked.merge(operation.asked().name(), operation.span().invokedNanos(), Math::min);
      }
    }
    long[] begun = new long[states.last() + 1];
    Arrays.fill(begun, Long.MIN_VALUE);
    asked.forEach(
        (name, nanos) -> {
          Written write = states.written(name);
          if (write != null) {
            begun[write.sequence()] = Math.max(begun[write.sequence()], nanos);
          }
        });
    for (int sequence = 1; sequence < begun.length; sequence++) {
      begun[sequence] = Math.max(begun[sequence], begun[sequence - 1]);
    }
    return begun;
  }

  private void note(Kind kind, Operation operation, String why) {
    if (violations.size() < TOLD_MAX) {
      violations.add(
          new Violation(kind, operation.span().fault(), telling.of(operation) + ", " + why));
    } else {
      untold++;
    }
  }
}
