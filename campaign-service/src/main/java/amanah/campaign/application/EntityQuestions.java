package amanah.campaign.application;

import akka.actor.typed.ActorRef;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignSharding;
import amanah.id.CampaignId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Puts questions to the campaigns' entities, wherever they run. */
record EntityQuestions(CampaignSharding sharding) implements Asking.Questions {

  @Override
  public <T> CompletionStage<T> put(
      CampaignId campaignId, Function<ActorRef<T>, CampaignMessage> question, Duration patience) {
    return sharding.campaign(campaignId).ask(question::apply, patience);
  }
}
