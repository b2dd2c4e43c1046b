package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ingress.request.CampaignRequests;
import amanah.http.Exchange;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls about a campaign itself. */
final class CampaignCalls {

  private final Campaigns campaigns;
  private final Supplier<String> ids;

  CampaignCalls(Campaigns campaigns, Supplier<String> ids) {
    this.campaigns = campaigns;
    this.ids = ids;
  }

  CompletionStage<HttpResponse> open(Exchange exchange) {
    CampaignRequests.Opening opening =
        CampaignRequests.opening(exchange.json(), exchange.idempotencyKey(), ids);
    return campaigns
        .open(opening.campaignId(), opening.terms(), opening.draft())
        .thenApply(reply -> Answers.of(reply, exchange, done -> opened(exchange, done)));
  }

  CompletionStage<HttpResponse> get(Exchange exchange) {
    return campaigns
        .get(PathIds.campaign(exchange))
        .thenApply(
            reply -> Answers.of(reply, exchange, done -> unlessKnown(exchange, done.value())));
  }

  CompletionStage<HttpResponse> amend(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    CampaignCommand.Amend amendment =
        CampaignRequests.amendment(
            exchange.json(), exchange.idempotencyKey(), ids, exchange.expectedSequence());
    keep(amendment.changeId(), exchange);
    return campaigns
        .amend(campaignId, amendment)
        .thenApply(reply -> Answers.of(reply, exchange, done -> changed(exchange, done)));
  }

  CompletionStage<HttpResponse> changeStatus(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    CampaignCommand.ChangeStatus change =
        CampaignRequests.change(
            exchange.json(), exchange.idempotencyKey(), ids, exchange.expectedSequence());
    keep(change.changeId(), exchange);
    return campaigns
        .changeStatus(campaignId, change)
        .thenApply(reply -> Answers.of(reply, exchange, done -> changed(exchange, done)));
  }

  private static void keep(@Nullable ChangeId changeId, Exchange exchange) {
    if (changeId != null) {
      new UsedName("changeId", changeId.value()).keepIn(exchange.context());
    }
  }

  CompletionStage<HttpResponse> trackView(Exchange exchange) {
    exchange.requireNothing();
    return campaigns
        .trackView(PathIds.campaign(exchange))
        .thenApply(reply -> Answers.of(reply, exchange, done -> accepted(exchange)));
  }

  private static HttpResponse opened(Exchange exchange, Reply.Done<CampaignSummary> done) {
    CampaignSummary campaign = done.value();
    ResponseHeadersBuilder headers =
        Responses.created(done.replayed(), exchange)
            .set(HttpHeaderNames.LOCATION, "/v1/campaigns/" + campaign.campaignId())
            .set(HttpHeaderNames.ETAG, etag(campaign));
    return Responses.json(headers, json -> CampaignJson.write(json, campaign));
  }

  private static HttpResponse unlessKnown(Exchange exchange, CampaignSummary campaign) {
    String etag = etag(campaign);
    if (known(exchange.request().headers().get(HttpHeaderNames.IF_NONE_MATCH), etag)) {
      return HttpResponse.of(
          Responses.headers(HttpStatus.NOT_MODIFIED, exchange.identity())
              .set(HttpHeaderNames.ETAG, etag)
              .build());
    }
    return now(exchange, campaign);
  }

  private static HttpResponse changed(Exchange exchange, Reply.Done<CampaignSummary> done) {
    CampaignSummary campaign = done.value();
    return Responses.json(
        Responses.replaced(done.replayed(), exchange).set(HttpHeaderNames.ETAG, etag(campaign)),
        json -> CampaignJson.write(json, campaign));
  }

  private static HttpResponse now(Exchange exchange, CampaignSummary campaign) {
    return Responses.json(
        Responses.headers(HttpStatus.OK, exchange.identity())
            .set(HttpHeaderNames.ETAG, etag(campaign)),
        json -> CampaignJson.write(json, campaign));
  }

  private static HttpResponse accepted(Exchange exchange) {
    return HttpResponse.of(Responses.headers(HttpStatus.ACCEPTED, exchange.identity()).build());
  }

  /** The sequence; views that are not in the journal yet do not make a new one. */
  private static String etag(CampaignSummary campaign) {
    return "\"" + campaign.sequence() + "\"";
  }

  /** Whether the caller's list of entity tags (RFC 9110, 13.1.2) has this one, weak or strong. */
  private static boolean known(@Nullable String ifNoneMatch, String etag) {
    return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag));
  }
}
