package amanah.campaign.simulation;

import amanah.protocol.WireMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A caller that follows the rule: the same id until there is a definite answer, each time through
 * another node. A few have little patience and leave an errand as it is.
 */
final class Caller {

  static final Duration ASK_TIMEOUT = Duration.ofSeconds(3);

  private static final Duration NODE_PATIENCE = Duration.ofSeconds(5);
  private static final Duration THINK_MAX = Duration.ofMillis(250);
  private static final Duration QUIET_MAX = Duration.ofSeconds(3);
  private static final Duration RETRY_MIN = Duration.ofMillis(20);
  private static final Duration RETRY_MAX = Duration.ofMillis(600);
  private static final int IMPATIENT_TRIES = 2;

  private final Simulation simulation;
  private final EventLoop loop;
  private final String name;
  private final Deque<Errand> errands;
  private final boolean patient;
  private int edge;
  private int tries;

  Caller(Simulation simulation, String name, List<Errand> errands, boolean patient) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    this.name = name;
    this.errands = new ArrayDeque<>(errands);
    this.patient = patient;
    this.edge = loop.random().nextInt(SimulatedNode.COUNT);
  }

  /** Goes about the next errand after a while. */
  void begin() {
    tries = 0;
    if (!errands.isEmpty()) {
      loop.after(
          loop.micros(Duration.ZERO, simulation.weather().quiet() ? QUIET_MAX : THINK_MAX),
          this::ask);
    }
  }

  private void ask() {
    Errand errand = errands.element();
    if (!patient && tries == IMPATIENT_TRIES) {
      simulation.happened(Happening.CALLER_GAVE_UP);
      next();
      return;
    }
    tries++;
    edge = simulation.shards().edge(edge);
    Attempt attempt =
        new Attempt(
            this,
            errand,
            edge,
            loop.instant().plus(NODE_PATIENCE),
            simulation.post().acknowledged());
    simulation.trace(name + " asks node-" + edge + ": " + errand);
    loop.after(EventLoop.toMicros(ASK_TIMEOUT), () -> onTimeout(attempt));
    simulation.post().ask(attempt);
  }

  private void onTimeout(Attempt attempt) {
    if (attempt.close()) {
      simulation.happened(Happening.ASK_TIMED_OUT);
      simulation.trace(name + " has no answer");
      askAgain();
    }
  }

  private void askAgain() {
    loop.after(loop.micros(RETRY_MIN, RETRY_MAX), this::ask);
  }

  /** An answer has come back to the node that was asked. */
  void answered(Attempt attempt, WireMessage reply) {
    if (!attempt.close()) {
      return;
    }
    if (attempt.errand().settle(reply)) {
      next();
    } else {
      askAgain();
    }
  }

  private void next() {
    errands.remove();
    begin();
  }

  /** Whether nothing is left to do. */
  boolean done() {
    return errands.isEmpty();
  }

  @Override
  public String toString() {
    return name + " with " + errands;
  }
}
