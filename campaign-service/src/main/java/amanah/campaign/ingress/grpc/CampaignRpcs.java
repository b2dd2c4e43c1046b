package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.campaign.ingress.request.BatchRequestLimits;
import amanah.campaign.stream.CampaignStreams;
import amanah.grpc.Rpcs;
import amanah.http.Naming;
import amanah.http.Places;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The table of everything that is served of campaigns over gRPC. */
public final class CampaignRpcs {

  private CampaignRpcs() {}

  /**
   * The calls to these campaigns.
   *
   * @param ids names for what callers do not name
   * @param naming who names a donation or a refund that its caller does not
   */
  public static List<Rpcs> of(
      Campaigns campaigns,
      BatchRequestLimits batches,
      IntakeLimits intake,
      Supplier<String> ids,
      Naming naming) {
    return List.of(
        Rpcs.of(new CampaignCalls(campaigns, ids)),
        Rpcs.of(new DonationCalls(campaigns, batches.itemsMax(), naming))
            .withBytesMax("DonateAll", batches.bytesMax())
            .withPlaces("DonateAll", batches.atOnceMax()),
        Rpcs.of(new ReminderCalls(campaigns, naming)),
        Rpcs.of(new BatcherCalls(campaigns)),
        Rpcs.of(new IntakeCalls(campaigns, intake))
            .withBytesMax("Donate", intake.messageBytesMax())
            .withPlaces("Donate", intake.streamsMax()));
  }

  /** The call that tells what happens to them, to those for whom there is a place. */
  public static Rpcs events(CampaignStreams streams, Places listeners, InstantSource clock) {
    return Rpcs.of(new EventCalls(streams, clock)).withPlaces("WatchCampaign", listeners);
  }
}
