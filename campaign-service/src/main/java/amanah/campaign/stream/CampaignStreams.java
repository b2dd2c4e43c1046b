package amanah.campaign.stream;

import amanah.campaign.application.Reply;
import amanah.id.CampaignId;
import java.util.concurrent.CompletionStage;

/** The door to the events of campaigns. Any node has it, wherever the campaign runs. */
public interface CampaignStreams {

  /**
   * Opens a stream of all events after a number, from those long past to those to come, in order,
   * without a hole and none twice. Nothing is told before {@link EventStream#more()}.
   *
   * @param after the number of the last event that the listener knows, 0 for none; one beyond the
   *     present is refused
   */
  CompletionStage<Reply<EventStream>> open(
      CampaignId campaignId, long after, StreamListener listener);
}
