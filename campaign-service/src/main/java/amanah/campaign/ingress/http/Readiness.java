package amanah.campaign.ingress.http;

import java.util.concurrent.CompletionStage;

/** Asks the node whether it can take requests now. */
@FunctionalInterface
public interface Readiness {

  /** What the node says of itself; the detail is one line for people. */
  record State(boolean ready, String detail) {}

  /** Answers soon, and never by blocking the caller. */
  CompletionStage<State> state();
}
