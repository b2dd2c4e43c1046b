package amanah.campaign.ingress.http;

import amanah.http.Exchange;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.ReminderId;

/** The ids in the paths of {@link CampaignRoutes}. */
final class PathIds {

  private PathIds() {}

  static CampaignId campaign(Exchange exchange) {
    return exchange.pathId("campaignId", CampaignId::of);
  }

  static ReminderId reminder(Exchange exchange) {
    return exchange.pathId("reminderId", ReminderId::of);
  }

  static DonationId donation(Exchange exchange) {
    return exchange.pathId("donationId", DonationId::of);
  }
}
