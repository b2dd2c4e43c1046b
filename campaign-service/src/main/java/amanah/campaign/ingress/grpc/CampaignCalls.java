package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ingress.request.CampaignRequests;
import amanah.grpc.GrpcCall;
import amanah.grpc.Requests;
import amanah.http.BadRequest;
import amanah.http.FieldErrors;
import amanah.http.ProblemCode;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.v1.AmendCampaignRequest;
import amanah.v1.AmendCampaignResponse;
import amanah.v1.CampaignServiceGrpc.CampaignServiceImplBase;
import amanah.v1.CampaignView;
import amanah.v1.ChangeCampaignStatusRequest;
import amanah.v1.ChangeCampaignStatusResponse;
import amanah.v1.GetCampaignRequest;
import amanah.v1.GetCampaignResponse;
import amanah.v1.OpenCampaignRequest;
import amanah.v1.OpenCampaignResponse;
import amanah.v1.TrackViewRequest;
import amanah.v1.TrackViewResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls about a campaign itself. */
final class CampaignCalls extends CampaignServiceImplBase {

  private final Campaigns campaigns;
  private final Supplier<String> ids;

  CampaignCalls(Campaigns campaigns, Supplier<String> ids) {
    this.campaigns = campaigns;
    this.ids = ids;
  }

  @Override
  public void openCampaign(
      OpenCampaignRequest request, StreamObserver<OpenCampaignResponse> caller) {
    GrpcCall call = GrpcCall.current();
    CampaignRequests.Opening opening =
        CampaignRequests.opening(Requests.body(request), call.idempotencyKey(), ids);
    call.answer(
        caller,
        () ->
            within(call)
                .open(opening.campaignId(), opening.terms(), opening.draft())
                .thenApply(CampaignCalls::opened));
  }

  @Override
  public void getCampaign(GetCampaignRequest request, StreamObserver<GetCampaignResponse> caller) {
    GrpcCall call = GrpcCall.current();
    requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    call.answer(caller, () -> within(call).get(campaignId).thenApply(CampaignCalls::got));
  }

  @Override
  public void amendCampaign(
      AmendCampaignRequest request, StreamObserver<AmendCampaignResponse> caller) {
    GrpcCall call = GrpcCall.current();
    CampaignId campaignId = campaignId(request.getCampaignId());
    requireOneEnd(request);
    CampaignCommand.Amend amendment =
        CampaignRequests.amendment(
            Requests.body(request, "campaignId"), call.idempotencyKey(), ids, null);
    keep(amendment.changeId(), call);
    call.answer(
        caller, () -> within(call).amend(campaignId, amendment).thenApply(CampaignCalls::amended));
  }

  @Override
  public void changeCampaignStatus(
      ChangeCampaignStatusRequest request, StreamObserver<ChangeCampaignStatusResponse> caller) {
    GrpcCall call = GrpcCall.current();
    CampaignId campaignId = campaignId(request.getCampaignId());
    CampaignCommand.ChangeStatus change =
        CampaignRequests.change(
            Requests.body(request, "campaignId"), call.idempotencyKey(), ids, null);
    keep(change.changeId(), call);
    call.answer(
        caller,
        () -> within(call).changeStatus(campaignId, change).thenApply(CampaignCalls::changed));
  }

  @Override
  public void trackView(TrackViewRequest request, StreamObserver<TrackViewResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    call.answer(caller, () -> within(call).trackView(campaignId).thenApply(CampaignCalls::counted));
  }

  /** Over HTTP, one field says either. */
  private static void requireOneEnd(AmendCampaignRequest request) {
    if (request.hasEndsAt() && request.getClearEndsAt()) {
      throw BadRequest.of(
          ProblemCode.INVALID_FIELD, "clearEndsAt stands beside endsAt, expected one of the two");
    }
  }

  private static void keep(@Nullable ChangeId changeId, GrpcCall call) {
    if (changeId != null) {
      call.uses("changeId", changeId.value());
    }
  }

  private Campaigns within(GrpcCall call) {
    return campaigns.within(call.patience());
  }

  private static OpenCampaignResponse opened(Reply<CampaignSummary> reply) {
    Reply.Done<CampaignSummary> done = Replies.done(reply);
    return OpenCampaignResponse.newBuilder()
        .setCampaign(CampaignMessages.campaign(done.value()))
        .setReplayed(done.replayed())
        .build();
  }

  private static GetCampaignResponse got(Reply<CampaignSummary> reply) {
    return GetCampaignResponse.newBuilder().setCampaign(campaign(reply)).build();
  }

  private static AmendCampaignResponse amended(Reply<CampaignSummary> reply) {
    Reply.Done<CampaignSummary> done = Replies.done(reply);
    return AmendCampaignResponse.newBuilder()
        .setCampaign(CampaignMessages.campaign(done.value()))
        .setReplayed(done.replayed())
        .build();
  }

  private static ChangeCampaignStatusResponse changed(Reply<CampaignSummary> reply) {
    Reply.Done<CampaignSummary> done = Replies.done(reply);
    return ChangeCampaignStatusResponse.newBuilder()
        .setCampaign(CampaignMessages.campaign(done.value()))
        .setReplayed(done.replayed())
        .build();
  }

  private static TrackViewResponse counted(Reply<CampaignSummary> reply) {
    Replies.done(reply);
    return TrackViewResponse.getDefaultInstance();
  }

  private static amanah.v1.Campaign campaign(Reply<CampaignSummary> reply) {
    return CampaignMessages.campaign(Replies.value(reply));
  }

  private static CampaignId campaignId(String value) {
    return Requests.id("campaignId", value, CampaignId::of);
  }

  private static void requireKnown(GetCampaignRequest request) {
    Requests.requireKnown(request);
    if (request.getView() == CampaignView.UNRECOGNIZED) {
      FieldErrors errors = new FieldErrors();
      errors.add(
          ProblemCode.INVALID_FIELD, "view", "\"" + request.getViewValue() + "\", expected cached");
      errors.refuseIfAny();
    }
  }
}
