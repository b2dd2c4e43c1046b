package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.grpc.GrpcCall;
import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import amanah.v1.IntakeServiceGrpc.IntakeServiceImplBase;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Streams of donations, each for itself. */
final class IntakeCalls extends IntakeServiceImplBase {

  private final Campaigns campaigns;
  private final IntakeLimits limits;

  IntakeCalls(Campaigns campaigns, IntakeLimits limits) {
    this.campaigns = campaigns;
    this.limits = limits;
  }

  @Override
  public StreamObserver<IntakeRequest> donate(StreamObserver<IntakeResponse> caller) {
    IntakeStream stream =
        new IntakeStream(
            campaigns,
            limits,
            GrpcCall.current(),
            (ServerCallStreamObserver<IntakeResponse>) caller);
    stream.open();
    return stream;
  }
}
