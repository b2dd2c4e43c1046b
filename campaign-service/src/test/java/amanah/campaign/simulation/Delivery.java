package amanah.campaign.simulation;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.campaign.entity.CampaignMessage;
import amanah.protocol.WireMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message on its way to the campaign, and back; a doubled message is two of these. */
final class Delivery {

  private final Attempt attempt;
  private final TestInbox<WireMessage> inbox = TestInbox.create();
  private final CampaignMessage message;
  private @Nullable Incarnation incarnation;
  private List<Claim> claims = List.of();
  private int hops;

  Delivery(Attempt attempt) {
    this.attempt = attempt;
    this.message = attempt.errand().message(attempt.askedUntil(), inbox.getRef());
  }

  Attempt attempt() {
    return attempt;
  }

  CampaignMessage message() {
    return message;
  }

  /** Counts one more node that it has come to; whether it may go on. */
  boolean mayHop() {
    hops++;
    return hops <= SimulatedNode.COUNT + 1;
  }

  /** It reaches the campaign, and these are the names in it. */
  void arrive(Incarnation at, List<Claim> named) {
    incarnation = at;
    claims = named;
  }

  List<Claim> claims() {
    return claims;
  }

  Incarnation incarnation() {
    if (incarnation == null) {
      throw new IllegalStateException("an answer to a message that has not arrived: " + message);
    }
    return incarnation;
  }

  boolean answered() {
    return inbox.hasMessages();
  }

  WireMessage answer() {
    return inbox.receiveMessage();
  }
}
