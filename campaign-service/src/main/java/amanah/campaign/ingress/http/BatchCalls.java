package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.http.Exchange;
import amanah.http.Responses;
import amanah.id.CampaignId;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The calls about many donations at once, and about the batcher that gathers them. */
final class BatchCalls {

  private final Campaigns campaigns;
  private final DonationBatchReader reader;

  BatchCalls(Campaigns campaigns, DonationBatchReader reader) {
    this.campaigns = campaigns;
    this.reader = reader;
  }

  /** A large body is read away from the event loop, which has others to serve. */
  CompletionStage<HttpResponse> donateAll(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    return CompletableFuture.supplyAsync(
            () -> exchange.identity().inLogs(() -> reader.read(exchange)),
            exchange.context().blockingTaskExecutor())
        .thenCompose(
            items ->
                exchange
                    .identity()
                    .inLogs(() -> ask(campaignId, items))
                    .thenApply(
                        reply ->
                            Answers.of(
                                reply, exchange, done -> results(exchange, items, done.value()))));
  }

  CompletionStage<HttpResponse> batcher(Exchange exchange) {
    return campaigns
        .batcher(PathIds.campaign(exchange))
        .thenApply(reply -> Answers.of(reply, exchange, done -> status(exchange, done.value())));
  }

  CompletionStage<HttpResponse> flush(Exchange exchange) {
    exchange.requireNothing();
    return campaigns
        .flush(PathIds.campaign(exchange))
        .thenApply(reply -> Answers.of(reply, exchange, done -> status(exchange, done.value())));
  }

  private CompletionStage<Reply<List<DonationOutcome>>> ask(
      CampaignId campaignId, List<BatchItem> items) {
    List<Donation> donations = items.stream().flatMap(BatchCalls::valid).toList();
    return donations.isEmpty()
        ? campaigns.get(campaignId).thenApply(BatchCalls::nothingRecorded)
        : campaigns.donateAll(campaignId, donations);
  }

  private static Stream<Donation> valid(BatchItem item) {
    return switch (item) {
      case BatchItem.Valid valid -> Stream.of(valid.donation());
      case BatchItem.Invalid invalid -> Stream.empty();
    };
  }

  private static Reply<List<DonationOutcome>> nothingRecorded(Reply<CampaignSummary> reply) {
    return switch (reply) {
      case Reply.Done<CampaignSummary> exists -> new Reply.Done<>(List.of(), false);
      case Reply.Refused<CampaignSummary> no -> new Reply.Refused<>(no.refusal(), no.detail());
    };
  }

  private static HttpResponse results(
      Exchange exchange, List<BatchItem> items, List<DonationOutcome> outcomes) {
    return Responses.json(
        HttpStatus.OK, exchange, json -> BatchJson.write(json, items, outcomes.iterator()));
  }

  private static HttpResponse status(Exchange exchange, BatcherStatus status) {
    return Responses.json(HttpStatus.OK, exchange, json -> BatchJson.write(json, status));
  }
}
