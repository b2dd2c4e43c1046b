package amanah.deploy.faults.history;

/** One try of a call, with what it asked and what it was told. */
public record Operation(Span span, Asked asked, Answered answered) {

  Told told() {
    return answered.told();
  }

  HistoryCall call() {
    return asked.call();
  }
}
