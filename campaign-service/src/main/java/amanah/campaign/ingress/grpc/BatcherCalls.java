package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.batching.BatcherStatus;
import amanah.grpc.GrpcCall;
import amanah.grpc.Requests;
import amanah.id.CampaignId;
import amanah.v1.BatcherServiceGrpc.BatcherServiceImplBase;
import amanah.v1.FlushBatcherRequest;
import amanah.v1.FlushBatcherResponse;
import amanah.v1.GetBatcherRequest;
import amanah.v1.GetBatcherResponse;
import io.grpc.stub.StreamObserver;

/** The calls about the batcher that gathers donations. */
final class BatcherCalls extends BatcherServiceImplBase {

  private final Campaigns campaigns;

  BatcherCalls(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public void getBatcher(GetBatcherRequest request, StreamObserver<GetBatcherResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = Requests.id("campaignId", request.getCampaignId(), CampaignId::of);
    call.answer(
        caller,
        () -> campaigns.within(call.patience()).batcher(campaignId).thenApply(BatcherCalls::got));
  }

  @Override
  public void flushBatcher(
      FlushBatcherRequest request, StreamObserver<FlushBatcherResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = Requests.id("campaignId", request.getCampaignId(), CampaignId::of);
    call.answer(
        caller,
        () -> campaigns.within(call.patience()).flush(campaignId).thenApply(BatcherCalls::flushed));
  }

  private static GetBatcherResponse got(Reply<BatcherStatus> reply) {
    return GetBatcherResponse.newBuilder()
        .setBatcher(CampaignMessages.batcher(Replies.value(reply)))
        .build();
  }

  private static FlushBatcherResponse flushed(Reply<BatcherStatus> reply) {
    return FlushBatcherResponse.newBuilder()
        .setBatcher(CampaignMessages.batcher(Replies.value(reply)))
        .build();
  }
}
