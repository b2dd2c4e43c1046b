package amanah.http;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks the node whether it can take requests now. */
@FunctionalInterface
public interface Readiness {

  /** What the node says of itself; the detail is one line for people. */
  record State(boolean ready, String detail) {}

  /** Answers soon, and never by blocking the caller. */
  CompletionStage<State> state();

  /**
   * Ready when each of these is, of which there is one at least; the first that is not says why.
   */
  static Readiness all(List<Readiness> checks) {
    return checks.stream().reduce(Readiness::and).orElseThrow();
  }

  private Readiness and(Readiness next) {
    return () ->
        state()
            .thenCombine(
                next.state(), (first, second) -> first.ready() ? merged(first, second) : first);
  }

  private static State merged(State ready, State second) {
    return second.ready() ? ready : second;
  }
}
