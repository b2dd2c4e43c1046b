package amanah.deploy.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.deploy.faults.history.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Histories by chance, each from its seed: legal ones, spoilt ones, and small ones of all sorts.
 */
class HistoryPropertyTest {

  private static final int SEEDS = 1_500;
  private static final int LENGTH = 60;
  private static final int SMALL_SEEDS = 2_500;
  private static final int SMALL_LENGTH = 5;
  private static final int SPOILT_MIN = 100;

  /** One thing that makes a legal history illegal, whatever else is in it. */
  @SuppressWarnings("ImmutableEnumChecker") // a set that nobody changes
  enum Mutation {
    /** A read is answered with what was before somebody else had been told otherwise. */
    STALE(Kind.STALE_READ),
    /** A sum that never was. */
    SUM(Kind.WRONG_READ),
    /** A donation that was told of is not found. */
    NOT_FOUND(Kind.WRONG_NO),
    /** What was taken is refused, though the campaign was active all the time. */
    NOT_ACTIVE(Kind.WRONG_NO),
    /** A read is answered before what it tells of was asked for. */
    AHEAD(Kind.READ_AHEAD),
    /** A new donation is asked for when somebody had been told of a later event. */
    LATE(Kind.OUT_OF_ORDER, Kind.READ_AHEAD),
    /** A donation is acknowledged at another event. */
    ELSEWHERE(Kind.ALTERED);

    private final Set<Kind> kinds;

    Mutation(Kind... kinds) {
      this.kinds = Set.of(kinds);
    }
  }

  @Test
  void legal_histories_have_no_violations() {
    for (int seed = 0; seed < SEEDS; seed++) {
      HistoryByChance history = new HistoryByChance(seed, LENGTH);

      assertThat(violations(history, history.operations())).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_mutation_is_found_wherever_it_can_be_made(Mutation mutation) {
    int spoilt = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      HistoryByChance history = new HistoryByChance(seed, LENGTH);
      Optional<List<Operation>> operations = spoil(history, mutation, new SplittableRandom(seed));
      if (operations.isPresent()) {
        spoilt++;
        assertThat(violations(history, operations.get()))
            .as("seed %d", seed)
            .extracting(Violation::kind)
            .containsAnyElementsOf(mutation.kinds);
      }
    }
    assertThat(spoilt).isGreaterThan(SPOILT_MIN);
  }

  @Test
  void a_small_history_is_found_wrong_if_and_only_if_no_order_of_all_explains_it() {
    int legal = 0;
    for (int seed = 0; seed < SMALL_SEEDS; seed++) {
      HistoryByChance history = new HistoryByChance(seed, SMALL_LENGTH);
      List<Operation> operations = shaken(history, new SplittableRandom(seed));
      boolean explained = new EveryOrder(history, operations).isExplained();
      legal += explained ? 1 : 0;

      assertThat(violations(history, operations).isEmpty())
          .as("seed %d: %s", seed, operations)
          .isEqualTo(explained);
    }
    assertThat(legal).isBetween(SMALL_SEEDS / 10, SMALL_SEEDS * 9 / 10);
  }

  private static List<Violation> violations(HistoryByChance history, List<Operation> operations) {
    CampaignStates states = new CampaignStates("model", new NumberedNames());
    history.campaign().events().forEach(states::add);
    return HistoryCheck.of(states, operations, 0);
  }

  /** The same answers at other times, and now and then an answer that another one had. */
  private static List<Operation> shaken(HistoryByChance history, SplittableRandom chance) {
    List<Operation> shaken = new ArrayList<>();
    for (Operation operation : history.operations()) {
      long by = chance.nextInt(200) - 100L;
      Span span = operation.span();
      Span moved =
          new Span(
              span.node(),
              span.fault(),
              span.invokedNanos() + by,
              operation.told() == Told.UNKNOWN
                  ? span.completedNanos()
                  : span.completedNanos() + by);
      Operation other = history.operations().get(chance.nextInt(SMALL_LENGTH));
      boolean swaps =
          chance.nextInt(6) == 0
              && operation.call() == HistoryCall.READ
              && other.call() == HistoryCall.READ
              && operation.told() != Told.UNKNOWN
              && other.told() != Told.UNKNOWN;
      shaken.add(
          new Operation(moved, operation.asked(), swaps ? other.answered() : operation.answered()));
    }
    return shaken;
  }

  private static Optional<List<Operation>> spoil(
      HistoryByChance history, Mutation mutation, SplittableRandom chance) {
    List<Operation> operations = history.operations();
    int from = chance.nextInt(operations.size());
    for (int step = 0; step < operations.size(); step++) {
      int at = (from + step) % operations.size();
      Optional<Operation> spoilt = spoilt(history, mutation, operations.get(at));
      if (spoilt.isPresent()) {
        List<Operation> all = new ArrayList<>(operations);
        all.set(at, spoilt.get());
        return Optional.of(all);
      }
    }
    return Optional.empty();
  }

  private static Optional<Operation> spoilt(
      HistoryByChance history, Mutation mutation, Operation operation) {
    Answered answer = operation.answered();
    return switch (mutation) {
      case STALE ->
          operation.call() == HistoryCall.READ && operation.told() == Told.YES
              ? history.operations().stream()
                  .filter(other -> other.call() == HistoryCall.READ && other.told() == Told.YES)
                  .filter(other -> other.answered().sequence() < told(history, operation))
                  .findFirst()
                  .map(
                      other -> new Operation(operation.span(), operation.asked(), other.answered()))
              : Optional.empty();
      case SUM ->
          answer.seen().raisedMinor() != State.UNSEEN
              ? Optional.of(with(operation, -7))
              : Optional.empty();
      case NOT_FOUND ->
          operation.call() == HistoryCall.READ_DONATION
                  && operation.told() == Told.YES
                  && answer.sequence() <= told(history, operation)
              ? Optional.of(no(operation, Told.DONATION_NOT_FOUND))
              : Optional.empty();
      case NOT_ACTIVE ->
          operation.call() == HistoryCall.DONATE
                  && operation.told() == Told.YES
                  && isActive(history)
              ? Optional.of(no(operation, Told.NOT_ACTIVE))
              : Optional.empty();
      case AHEAD -> ahead(history, operation);
      case LATE -> late(history, operation);
      case ELSEWHERE ->
          operation.call() == HistoryCall.DONATE && operation.told() == Told.YES
              ? Optional.of(
                  new Operation(
                      operation.span(),
                      operation.asked(),
                      new Answered(
                          Told.YES,
                          answer.sequence() + 1,
                          answer.amountMinor(),
                          State.UNSEEN,
                          State.NOTHING)))
              : Optional.empty();
    };
  }

  /** The last event that somebody had been told of when it was asked. */
  private static long told(HistoryByChance history, Operation operation) {
    return history.operations().stream()
        .filter(other -> other.told().isYes())
        .filter(other -> other.span().completedNanos() < operation.span().invokedNanos())
        .mapToLong(other -> other.answered().sequence())
        .max()
        .orElse(0);
  }

  private static boolean isActive(HistoryByChance history) {
    return history.campaign().events().stream()
        .noneMatch(CampaignEvent.StatusChanged.class::isInstance);
  }

  private static Optional<Operation> ahead(HistoryByChance history, Operation operation) {
    if (operation.call() != HistoryCall.READ || operation.told() != Told.YES) {
      return Optional.empty();
    }
    return history.operations().stream()
        .filter(write -> write.call() == HistoryCall.DONATE && write.told() == Told.YES)
        .filter(write -> write.answered().sequence() <= operation.answered().sequence())
        .filter(write -> isAskedOnce(history, write))
        .findFirst()
        .map(write -> at(operation, write.span().invokedNanos() - 3));
  }

  private static boolean isAskedOnce(HistoryByChance history, Operation write) {
    return history.operations().stream()
            .filter(other -> other.asked().name() == write.asked().name())
            .count()
        == 1;
  }

  private static Optional<Operation> late(HistoryByChance history, Operation operation) {
    if (operation.call() != HistoryCall.DONATE || operation.told() != Told.YES) {
      return Optional.empty();
    }
    return history.operations().stream()
        .filter(other -> other.call() == HistoryCall.READ && other.told() == Told.YES)
        .filter(other -> other.answered().sequence() > operation.answered().sequence())
        .findFirst()
        .map(other -> at(operation, other.span().completedNanos() + 2));
  }

  private static Operation at(Operation operation, long nanos) {
    return new Operation(
        new Span(0, -1, nanos, nanos + 1), operation.asked(), operation.answered());
  }

  private static Operation no(Operation operation, Told told) {
    return new Operation(operation.span(), operation.asked(), Answered.only(told));
  }

  private static Operation with(Operation operation, long raisedMinor) {
    Answered answer = operation.answered();
    State seen = answer.seen();
    return new Operation(
        operation.span(),
        operation.asked(),
        new Answered(
            answer.told(),
            answer.sequence(),
            answer.amountMinor(),
            answer.refundedMinor(),
            new State(
                seen.status(),
                raisedMinor,
                seen.donations(),
                seen.donors(),
                seen.goalMinor(),
                seen.title(),
                seen.milestones())));
  }
}
