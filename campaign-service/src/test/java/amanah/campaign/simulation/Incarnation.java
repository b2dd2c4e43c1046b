package amanah.campaign.simulation;

import akka.actor.typed.ActorRef;
import amanah.campaign.entity.CampaignMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One life of the campaign's entity on one node. */
final class Incarnation {

  private final int number;
  private final SimulatedNode node;
  private final Consumer<Incarnation> onEnd;
  private final List<CampaignMessage> early = new ArrayList<>();
  private @Nullable ActorRef<CampaignMessage> ref;
  private boolean stopping;
  private boolean crashed;
  private boolean over;

  Incarnation(int number, SimulatedNode node, Consumer<Incarnation> onEnd) {
    this.number = number;
    this.node = node;
    this.onEnd = onEnd;
  }

  void started(ActorRef<CampaignMessage> started) {
    ref = started;
    early.forEach(started::tell);
    early.clear();
    if (stopping) {
      node.stop(this);
    }
  }

  void tell(CampaignMessage message) {
    if (ref == null) {
      early.add(message);
    } else {
      ref.tell(message);
    }
  }

  /** Stops it in order: it may still answer. */
  void stop() {
    stopping = true;
    node.stop(this);
  }

  /** It is gone with its node: whatever it does from now on, nobody hears of it. */
  void crash() {
    crashed = true;
    stop();
  }

  void ended() {
    over = true;
    onEnd.accept(this);
  }

  Optional<ActorRef<CampaignMessage>> ref() {
    return Optional.ofNullable(ref);
  }

  SimulatedNode node() {
    return node;
  }

  boolean crashed() {
    return crashed;
  }

  boolean stopping() {
    return stopping;
  }

  boolean over() {
    return over;
  }

  @Override
  public String toString() {
    return "campaign#" + number + "@" + node;
  }
}
