package amanah.campaign.simulation;

import akka.actor.typed.ActorRef;
import amanah.cluster.Quorum;

/**
 * The quorum of a node as it is at the moment at which it is asked for, since the watches come and
 * go.
 *
 * @param leaseAlone whether nothing waits for a majority's word
 */
record PresentQuorum(Watches watches, int node, boolean leaseAlone) implements Quorum {

  @Override
  public boolean held() {
    return watches.quorum(node).held();
  }

  @Override
  public <T> void tell(ActorRef<? super T> to, T answer, T withheld) {
    if (leaseAlone) {
      to.tell(held() ? answer : withheld);
    } else {
      watches.quorum(node).tell(to, answer, withheld);
    }
  }
}
