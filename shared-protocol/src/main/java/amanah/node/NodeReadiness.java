package amanah.node;

import akka.actor.typed.ActorSystem;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import amanah.cluster.Quorum;
import amanah.http.Readiness;
import amanah.journal.JournalClock;
import amanah.journal.JournalHealth;
import java.util.concurrent.CompletionStage;

/** Whether the node itself is ready: a member, in touch with a majority, and with its journal. */
final class NodeReadiness implements Readiness {

  private final JournalHealth health;
  private final Cluster cluster;
  private final Quorum quorum;

  NodeReadiness(ActorSystem<?> system, JournalClock clock, Quorum quorum) {
    this.health = JournalHealth.of(system, clock);
    this.cluster = Cluster.get(system);
    this.quorum = quorum;
  }

  @Override
  public CompletionStage<State> state() {
    return health.check().thenApply(this::state);
  }

  private State state(JournalHealth.Report report) {
    MemberStatus status = cluster.selfMember().status();
    if (!status.equals(MemberStatus.up())) {
      return new State(false, "the node is " + status);
    }
    return quorum.held()
        ? new State(report.reachable(), report.detail())
        : new State(false, Quorum.LOST);
  }
}
