package amanah.campaign.stream;

import akka.actor.typed.ActorRef;
import amanah.campaign.entity.CampaignStirred;
import amanah.id.CampaignId;

/** How campaigns are asked to say when they move on. */
@FunctionalInterface
public interface Following {

  /** The campaign says so once when it has an event after that number; its word may be lost. */
  void follow(CampaignId campaignId, long after, ActorRef<CampaignStirred> replyTo);
}
