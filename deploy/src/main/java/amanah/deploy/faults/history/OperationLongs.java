package amanah.deploy.faults.history;

import java.nio.LongBuffer;

/** An operation as numbers of fixed width. */
final class OperationLongs {

  /** How many numbers one has. */
  static final int WIDTH = 19;

  private static final HistoryCall[] CALLS = HistoryCall.values();
  private static final Told[] TOLD = Told.values();

  private OperationLongs() {}

  @SuppressWarnings("EnumOrdinal") // numbers that one process writes and reads
  static void write(Operation operation, LongBuffer to) {
    Span span = operation.span();
    Asked asked = operation.asked();
    Answered answered = operation.answered();
    State seen = answered.seen();
    to.put(span.node()).put(span.fault()).put(span.invokedNanos()).put(span.completedNanos());
    to.put(asked.call().ordinal()).put(asked.name()).put(asked.donation()).put(asked.wanted());
    to.put(answered.told().ordinal()).put(answered.sequence());
    to.put(answered.amountMinor()).put(answered.refundedMinor());
    to.put(seen.status()).put(seen.raisedMinor()).put(seen.donations()).put(seen.donors());
    to.put(seen.goalMinor()).put(seen.title()).put(seen.milestones());
  }

  static Operation read(LongBuffer from) {
    return new Operation(
        new Span((int) from.get(), (int) from.get(), from.get(), from.get()),
        new Asked(CALLS[(int) from.get()], from.get(), from.get(), from.get()),
        new Answered(
            TOLD[(int) from.get()],
            from.get(),
            from.get(),
            from.get(),
            new State(
                from.get(),
                from.get(),
                from.get(),
                from.get(),
                from.get(),
                from.get(),
                from.get())));
  }
}
