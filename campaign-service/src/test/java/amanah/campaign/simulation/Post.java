package amanah.campaign.simulation;

import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.entity.CampaignReply;
import amanah.protocol.WireMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries what callers ask to the campaign, and its answers back, each of which is judged. */
final class Post {

  private final Simulation simulation;
  private final EventLoop loop;
  private final AnswerBook answers;
  private final List<Delivery> deliveries = new ArrayList<>();
  private long acknowledged;

  Post(Simulation simulation, AnswerBook answers) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    this.answers = answers;
  }

  /** Sends a caller's message on its way, sometimes twice. */
  void ask(Attempt attempt) {
    simulation.shards().send(new Delivery(attempt), attempt.edge());
    if (simulation.happens(simulation.weather().messages())) {
      simulation.happened(Happening.MESSAGE_DUPLICATED);
      simulation.shards().send(new Delivery(attempt), attempt.edge());
    }
  }

  /** A message has reached the campaign. */
  void arrived(Delivery delivery, Incarnation incarnation) {
    if (loop.pauses().isBehind(incarnation.node().number())) {
      simulation.happened(Happening.ASKED_OF_A_NODE_BEHIND);
    }
    delivery.arrive(incarnation, answers.arrived(delivery.message()));
    deliveries.add(delivery);
    incarnation.tell(simulation.mutant().entering(delivery.message()));
  }

  /** Takes what the campaign has answered since the last time. */
  void collect() {
    for (int index = deliveries.size() - 1; index >= 0; index--) {
      Delivery delivery = deliveries.get(index);
      if (delivery.answered()) {
        deliveries.set(index, deliveries.getLast());
        deliveries.removeLast();
        leaves(delivery, delivery.answer());
      }
    }
  }

  private void leaves(Delivery delivery, WireMessage said) {
    Incarnation incarnation = delivery.incarnation();
    if (incarnation.crashed()) {
      return;
    }
    int node = incarnation.node().number();
    boolean quorum = simulation.watches().quorum(node).held();
    if (!quorum) {
      simulation.happened(Happening.WITHHELD);
    }
    WireMessage reply = simulation.mutant().leaving(said, quorum);
    answers.answered(delivery, reply);
    int edge = delivery.attempt().edge();
    if (!simulation.members().isConnected(node, edge)
        || simulation.happens(simulation.weather().replies())) {
      simulation.happened(Happening.REPLY_LOST);
      return;
    }
    loop.after(
        loop.micros(Duration.ZERO, Duration.ofMillis(2)),
        () -> loop.pauses().execute(edge, () -> heard(delivery, reply)));
  }

  private void heard(Delivery delivery, WireMessage reply) {
    simulation.trace("answer: " + Brief.of(reply));
    acknowledged = Math.max(acknowledged, sequence(reply));
    delivery.attempt().caller().answered(delivery.attempt(), reply);
  }

  private static long sequence(WireMessage reply) {
    return switch (reply) {
      case DonationsSettled settled -> sequence(settled.campaign().orElse(null));
      case CampaignReply.Answered answered -> sequence(answered.campaign().orElse(null));
      case CampaignReply.Seen seen -> sequence(seen.campaign());
      default -> 0L;
    };
  }

  private static long sequence(@Nullable CampaignSummary campaign) {
    return campaign == null ? 0L : campaign.sequence();
  }

  /** The highest sequence that any caller has heard of. */
  long acknowledged() {
    return acknowledged;
  }
}
