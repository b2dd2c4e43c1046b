package amanah.campaign.ingress.grpc;

import static amanah.campaign.ingress.grpc.Samples.to;

import amanah.testing.parity.Question;
import amanah.v1.AmendCampaignRequest;
import amanah.v1.CampaignServiceGrpc;
import amanah.v1.CampaignStatus;
import amanah.v1.ChangeCampaignStatusRequest;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.NewDonation;
import amanah.v1.OpenCampaignRequest;
import amanah.v1.RefundDonationRequest;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions in the order in which they are asked. */
final class Script {

  private final List<Question> questions = new ArrayList<>();

  List<Question> questions() {
    return List.copyOf(questions);
  }

  void open(String name, OpenCampaignRequest.Builder request) {
    ask("open " + name, CampaignServiceGrpc.getOpenCampaignMethod(), request.build(), null);
  }

  void amend(String name, AmendCampaignRequest.Builder request) {
    ask("amend " + name, CampaignServiceGrpc.getAmendCampaignMethod(), request.build(), null);
  }

  void move(String name, CampaignStatus status) {
    ask(
        "move: " + name,
        CampaignServiceGrpc.getChangeCampaignStatusMethod(),
        ChangeCampaignStatusRequest.newBuilder().setCampaignId("well").setStatus(status).build(),
        null);
  }

  void move(String name, CampaignStatus status, String changeId) {
    ask(
        "move: " + name,
        CampaignServiceGrpc.getChangeCampaignStatusMethod(),
        ChangeCampaignStatusRequest.newBuilder()
            .setCampaignId("well")
            .setStatus(status)
            .setChangeId(changeId)
            .build(),
        null);
  }

  void donate(String name, String campaignId, NewDonation.Builder donation) {
    ask("donate: " + name, DonationServiceGrpc.getDonateMethod(), to(campaignId, donation), null);
  }

  void refund(
      String name, String campaignId, String donationId, RefundDonationRequest.Builder request) {
    ask(
        "refund: " + name,
        DonationServiceGrpc.getRefundDonationMethod(),
        request.setCampaignId(campaignId).setDonationId(donationId).build(),
        null);
  }

  void ask(
      String name,
      MethodDescriptor<? extends Message, ? extends Message> rpc,
      Message message,
      @Nullable String key) {
    questions.add(new Question((questions.size() + 1) + " " + name, rpc, message, key));
  }
}
