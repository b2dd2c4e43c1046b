package amanah.campaign.stream;

import akka.Done;
import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What the desk hears. */
sealed interface DeskMessage {

  /** Somebody wants to listen to that campaign. */
  record Open(CampaignId campaignId, Joining joining) implements DeskMessage {}

  /** Nobody listens there, unless more have come than those that it has heard of. */
  record Idle(CampaignId campaignId, ActorRef<TailMessage> tail, long joins)
      implements DeskMessage {}

  /** A tail has ended. */
  record Gone(CampaignId campaignId, ActorRef<TailMessage> tail) implements DeskMessage {}

  /** Time to ask the journal. */
  record Look() implements DeskMessage {}

  /** How far the campaigns have come. */
  record Looked(Map<CampaignId, Long> newest) implements DeskMessage {}

  /** End all streams and take no more. */
  record Stop(CompletableFuture<Done> stopped) implements DeskMessage {}
}
