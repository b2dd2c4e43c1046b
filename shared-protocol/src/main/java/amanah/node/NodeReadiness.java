package amanah.node;

import akka.actor.typed.ActorSystem;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import amanah.cluster.Quorum;
import amanah.http.Readiness;
import amanah.journal.JournalClock;
import amanah.journal.JournalHealth;
import amanah.time.Timekeeper;
import java.util.concurrent.CompletionStage;

/** Whether the node itself is ready: a member, in touch with a majority, and with its journal. */
final class NodeReadiness implements Readiness {

  private final JournalHealth health;
  private final Cluster cluster;
  private final Quorum quorum;
  private final Timekeeper time;

  NodeReadiness(ActorSystem<?> system, JournalClock clock, Quorum quorum) {
    this.health = JournalHealth.of(system, clock);
    this.cluster = Cluster.get(system);
    this.quorum = quorum;
    this.time = clock.timekeeper();
  }

  @Override
  public CompletionStage<State> state() {
    return health.check().thenApply(this::state);
  }

  /** A node whose time is not trusted serves all the same. */
  private String doubts() {
    return time.now().trusted() ? "" : "; its time is not trusted, so no campaign ends by it";
  }

  private State state(JournalHealth.Report report) {
    MemberStatus status = cluster.selfMember().status();
    if (!status.equals(MemberStatus.up())) {
      return new State(false, "the node is " + status);
    }
    return quorum.held()
        ? new State(report.reachable(), report.detail() + doubts())
        : new State(false, Quorum.LOST);
  }
}
