package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.ingress.request.BatchResult;
import amanah.campaign.ingress.request.DonationBatch;
import amanah.http.Exchange;
import amanah.http.Responses;
import amanah.id.CampaignId;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
                    .inLogs(() -> DonationBatch.record(items, campaigns, campaignId))
                    .thenApply(
                        reply ->
                            Answers.of(reply, exchange, done -> results(exchange, done.value()))));
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

  private static HttpResponse results(Exchange exchange, List<BatchResult> results) {
    return Responses.json(HttpStatus.OK, exchange, json -> BatchJson.write(json, results));
  }

  private static HttpResponse status(Exchange exchange, BatcherStatus status) {
    return Responses.json(HttpStatus.OK, exchange, json -> BatchJson.write(json, status));
  }
}
