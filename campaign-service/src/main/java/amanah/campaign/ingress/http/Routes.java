package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import com.linecorp.armeria.common.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The table of everything that this door serves. */
final class Routes {

  private static final String CAMPAIGN = "/v1/campaigns/{campaignId}";
  private static final String DONATIONS = CAMPAIGN + "/donations";
  private static final String DONATION = DONATIONS + "/{donationId}";

  private final HttpSettings settings;
  private final CampaignCalls campaign;
  private final DonationCalls donation;
  private final BatchCalls batch;
  private final NodePages node;
  private final DocsPages docs = new DocsPages();

  Routes(HttpSettings settings, Campaigns campaigns, NodePages node, Supplier<String> ids) {
    this.settings = settings;
    this.campaign = new CampaignCalls(campaigns, ids);
    this.donation = new DonationCalls(campaigns, ids);
    this.batch = new BatchCalls(campaigns, new DonationBatchReader(settings.batchItemsMax(), ids));
    this.node = node;
  }

  List<Route> table() {
    return List.of(
        post("/v1/campaigns", campaign::open),
        get(CAMPAIGN, campaign::get).withQuery("view", "cached"),
        route(HttpMethod.PATCH, CAMPAIGN, campaign::amend),
        route(HttpMethod.PUT, CAMPAIGN + "/status", campaign::changeStatus),
        post(CAMPAIGN + "/views", campaign::trackView),
        post(DONATIONS, donation::donate),
        post(DONATIONS + "/batch", batch::donateAll)
            .withBytesMax(settings.batchBytesMax())
            .withPlaces(settings.batchesMax()),
        get(DONATION, donation::get),
        post(DONATION + "/refunds", donation::refund),
        get(CAMPAIGN + "/batcher", batch::batcher),
        post(CAMPAIGN + "/batcher/flush", batch::flush),
        get("/v1/cluster", node::cluster),
        get("/healthz", node::healthz),
        get("/readyz", node::readyz),
        get("/openapi.json", docs::openapi),
        get("/docs", docs::page),
        get("/docs/{file}", docs::file),
        get("/", docs::start));
  }

  private Route get(String path, Route.Handler handler) {
    return route(HttpMethod.GET, path, handler);
  }

  private Route post(String path, Route.Handler handler) {
    return route(HttpMethod.POST, path, handler);
  }

  private Route route(HttpMethod method, String path, Route.Handler handler) {
    return new Route(method, path, settings.requestBytesMax(), null, Map.of(), handler);
  }
}
