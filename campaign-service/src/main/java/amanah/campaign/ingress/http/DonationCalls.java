package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donation;
import amanah.campaign.ingress.request.DonationRequests;
import amanah.http.Exchange;
import amanah.http.Naming;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.id.CampaignId;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.util.concurrent.CompletionStage;

/** The calls about one donation. */
final class DonationCalls {

  private final Campaigns campaigns;
  private final Naming naming;

  DonationCalls(Campaigns campaigns, Naming naming) {
    this.campaigns = campaigns;
    this.naming = naming;
  }

  CompletionStage<HttpResponse> donate(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    Donation donation =
        DonationRequests.donation(exchange.json(), exchange.idempotencyKey(), naming);
    new UsedName("donationId", donation.donationId().value()).keepIn(exchange.context());
    return campaigns
        .donate(campaignId, donation)
        .thenApply(
            reply -> Answers.of(reply, exchange, done -> recorded(exchange, campaignId, done)));
  }

  CompletionStage<HttpResponse> get(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    return campaigns
        .donation(campaignId, PathIds.donation(exchange))
        .thenApply(
            reply ->
                Answers.of(
                    reply,
                    exchange,
                    done ->
                        Responses.json(
                            HttpStatus.OK,
                            exchange,
                            json -> DonationJson.write(json, campaignId, done.value()))));
  }

  CompletionStage<HttpResponse> refund(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    CampaignCommand.Refund refund =
        DonationRequests.refund(
            PathIds.donation(exchange), exchange.json(), exchange.idempotencyKey(), naming);
    new UsedName("refundId", refund.refundId().value()).keepIn(exchange.context());
    return campaigns
        .refund(campaignId, refund)
        .thenApply(
            reply ->
                Answers.of(
                    reply,
                    exchange,
                    done ->
                        Responses.json(
                            Responses.created(done.replayed(), exchange),
                            json -> DonationJson.write(json, done.value()))));
  }

  private static HttpResponse recorded(
      Exchange exchange, CampaignId campaignId, Reply.Done<DonationReceipt> done) {
    DonationReceipt receipt = done.value();
    ResponseHeadersBuilder headers =
        Responses.created(done.replayed(), exchange)
            .set(
                HttpHeaderNames.LOCATION,
                "/v1/campaigns/" + campaignId + "/donations/" + receipt.donation().donationId());
    return Responses.json(headers, json -> DonationJson.write(json, receipt));
  }
}
