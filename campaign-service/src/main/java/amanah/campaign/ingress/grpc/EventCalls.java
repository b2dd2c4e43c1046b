package amanah.campaign.ingress.grpc;

import amanah.campaign.stream.CampaignStreams;
import amanah.grpc.GrpcCall;
import amanah.grpc.Requests;
import amanah.http.FieldErrors;
import amanah.http.ProblemCode;
import amanah.id.CampaignId;
import amanah.v1.EventServiceGrpc.EventServiceImplBase;
import amanah.v1.WatchCampaignRequest;
import amanah.v1.WatchCampaignResponse;
import com.linecorp.armeria.common.util.Exceptions;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;

/** The call that goes on for as long as somebody listens. */
final class EventCalls extends EventServiceImplBase {

  private final CampaignStreams streams;
  private final InstantSource clock;

  EventCalls(CampaignStreams streams, InstantSource clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public void watchCampaign(
      WatchCampaignRequest request, StreamObserver<WatchCampaignResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = Requests.id("campaignId", request.getCampaignId(), CampaignId::of);
    long after = notNegative(request.getAfter());
    EventWatch watch =
        new EventWatch(
            call, (ServerCallStreamObserver<WatchCampaignResponse>) caller, after, clock);
    watch.listen();
    var unused =
        streams
            .open(campaignId, after, watch)
            .thenApply(Replies::value)
            .whenComplete(
                (opened, failure) -> {
                  if (failure == null) {
                    watch.opened(opened);
                  } else {
                    watch.refused(Exceptions.peel(failure));
                  }
                });
  }

  private static long notNegative(long after) {
    FieldErrors errors = new FieldErrors();
    if (after < 0) {
      errors.add(
          ProblemCode.INVALID_FIELD,
          "after",
          "\"" + after + "\", expected the number of an event, or 0");
    }
    errors.refuseIfAny();
    return after;
  }
}
