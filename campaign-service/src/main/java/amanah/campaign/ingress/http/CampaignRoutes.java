package amanah.campaign.ingress.http;

import static amanah.http.Route.get;
import static amanah.http.Route.post;

import amanah.campaign.application.Campaigns;
import amanah.campaign.ingress.request.BatchRequestLimits;
import amanah.campaign.stream.CampaignStreams;
import amanah.http.Naming;
import amanah.http.OpenApi;
import amanah.http.Places;
import amanah.http.Route;
import amanah.http.RouteTable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpMethod;
import java.util.List;
import java.util.function.Supplier;

/** The table of everything that is served of campaigns. */
public final class CampaignRoutes implements RouteTable {

  private static final String CAMPAIGN = "/v1/campaigns/{campaignId}";
  private static final String REMINDERS = CAMPAIGN + "/reminders";
  private static final String DONATIONS = CAMPAIGN + "/donations";
  private static final String DONATION = DONATIONS + "/{donationId}";

  private final BatchRequestLimits limits;
  private final CampaignCalls campaign;
  private final DonationCalls donation;
  private final ReminderCalls reminder;
  private final BatchCalls batch;
  private final EventCalls events;
  private final Places listeners;

  /**
   * The routes to these campaigns.
   *
   * @param listeners the places of streams of events
   * @param ids names for what callers do not name
   * @param naming who names a donation or a refund that its caller does not
   */
  public CampaignRoutes(
      BatchRequestLimits limits,
      Campaigns campaigns,
      CampaignStreams streams,
      Places listeners,
      Supplier<String> ids,
      Naming naming) {
    this.limits = limits;
    this.campaign = new CampaignCalls(campaigns, ids);
    this.donation = new DonationCalls(campaigns, naming);
    this.reminder = new ReminderCalls(campaigns, naming);
    this.batch = new BatchCalls(campaigns, new DonationBatchReader(limits.itemsMax(), naming));
    this.events = new EventCalls(streams);
    this.listeners = listeners;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        post("/v1/campaigns", campaign::open),
        get(CAMPAIGN, campaign::get).withQuery("view", "cached"),
        Route.of(HttpMethod.PATCH, CAMPAIGN, campaign::amend).withPrecondition(),
        Route.of(HttpMethod.PUT, CAMPAIGN + "/status", campaign::changeStatus).withPrecondition(),
        post(CAMPAIGN + "/views", campaign::trackView),
        post(REMINDERS, reminder::schedule),
        get(REMINDERS, reminder::list),
        Route.of(HttpMethod.DELETE, REMINDERS + "/{reminderId}", reminder::cancel),
        post(DONATIONS, donation::donate),
        post(DONATIONS + "/batch", batch::donateAll)
            .withBytesMax(limits.bytesMax())
            .withPlaces(limits.atOnceMax()),
        get(DONATION, donation::get),
        post(DONATION + "/refunds", donation::refund),
        get(CAMPAIGN + "/batcher", batch::batcher),
        post(CAMPAIGN + "/batcher/flush", batch::flush),
        get(CAMPAIGN + "/events", events::listen).withQuery(EventCalls.AFTER).streaming(listeners));
  }

  @Override
  public ObjectNode openApi() {
    return OpenApi.part(CampaignRoutes.class);
  }
}
