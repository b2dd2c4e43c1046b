package amanah.campaign.ingress.grpc;

import static amanah.campaign.ingress.grpc.Samples.amendment;
import static amanah.campaign.ingress.grpc.Samples.donation;
import static amanah.campaign.ingress.grpc.Samples.get;
import static amanah.campaign.ingress.grpc.Samples.many;
import static amanah.campaign.ingress.grpc.Samples.well;

import amanah.testing.parity.Question;
import amanah.v1.BatcherServiceGrpc;
import amanah.v1.CampaignServiceGrpc;
import amanah.v1.CampaignStatus;
import amanah.v1.CampaignView;
import amanah.v1.ClusterServiceGrpc;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.FlushBatcherRequest;
import amanah.v1.GetBatcherRequest;
import amanah.v1.GetClusterRequest;
import amanah.v1.GetDonationRequest;
import amanah.v1.RefundDonationRequest;
import amanah.v1.TrackViewRequest;
import java.util.List;

/** Every question in many ways, right and wrong, in an order in which they build on each other. */
final class Questions {

  private final Script script = new Script();
  private final CampaignQuestions campaigns = new CampaignQuestions(script);
  private final ReminderQuestions reminders = new ReminderQuestions(script);
  private final DonationQuestions donations = new DonationQuestions(script);

  private Questions() {}

  static List<Question> all() {
    Questions questions = new Questions();
    questions.campaigns.opening();
    questions.campaigns.openingWrongly();
    questions.campaigns.changing();
    questions.campaigns.changingByName();
    questions.donations.donating();
    questions.donations.donatingWrongly();
    questions.donations.donatingMany();
    questions.looking();
    questions.reminders.all();
    questions.donations.refunding();
    return questions.script.questions();
  }

  /** Good questions, at least one for each call, about a campaign {@code well}. */
  static List<Question> oneOfEach() {
    Questions questions = new Questions();
    Script script = questions.script;
    script.open("a campaign", well("well"));
    script.donate("a donation", "well", donation("d-1"));
    script.ask(
        "many", DonationServiceGrpc.getDonateAllMethod(), many("well", donation("d-2")), null);
    script.ask("a look", CampaignServiceGrpc.getGetCampaignMethod(), get("well").build(), null);
    questions.lookAt("well", "d-1");
    questions.lookAround("well");
    questions.reminders.oneOfEach();
    script.amend("a title", amendment().setTitle("New").setChangeId("c-1"));
    script.move("a pause", CampaignStatus.CAMPAIGN_STATUS_PAUSED, "c-2");
    script.refund("a refund", "well", "d-1", RefundDonationRequest.newBuilder().setRefundId("r-1"));
    script.ask(
        "the cluster",
        ClusterServiceGrpc.getGetClusterMethod(),
        GetClusterRequest.getDefaultInstance(),
        null);
    return script.questions();
  }

  private void looking() {
    script.ask("a look", CampaignServiceGrpc.getGetCampaignMethod(), get("well").build(), null);
    script.ask(
        "a quick look",
        CampaignServiceGrpc.getGetCampaignMethod(),
        get("well").setView(CampaignView.CAMPAIGN_VIEW_CACHED).build(),
        null);
    script.ask(
        "a strange look",
        CampaignServiceGrpc.getGetCampaignMethod(),
        get("well").setViewValue(5).build(),
        null);
    script.ask(
        "a look at none", CampaignServiceGrpc.getGetCampaignMethod(), get("none").build(), null);
    lookAt("well", "d-1");
    lookAt("all", "d-2");
    lookAt("all", "d-3");
    lookAt("well", "none");
    lookAt("none", "d-1");
    lookAt("well", "a b");
    lookAround("well");
    lookAround("none");
    lookAround("a b");
    script.ask(
        "the cluster",
        ClusterServiceGrpc.getGetClusterMethod(),
        GetClusterRequest.getDefaultInstance(),
        null);
  }

  private void lookAt(String campaignId, String donationId) {
    script.ask(
        "a look at donation " + donationId + " of " + campaignId,
        DonationServiceGrpc.getGetDonationMethod(),
        GetDonationRequest.newBuilder().setCampaignId(campaignId).setDonationId(donationId).build(),
        null);
  }

  private void lookAround(String campaignId) {
    script.ask(
        "a view of " + campaignId,
        CampaignServiceGrpc.getTrackViewMethod(),
        TrackViewRequest.newBuilder().setCampaignId(campaignId).build(),
        null);
    script.ask(
        "the batcher of " + campaignId,
        BatcherServiceGrpc.getGetBatcherMethod(),
        GetBatcherRequest.newBuilder().setCampaignId(campaignId).build(),
        null);
    script.ask(
        "a flush of " + campaignId,
        BatcherServiceGrpc.getFlushBatcherMethod(),
        FlushBatcherRequest.newBuilder().setCampaignId(campaignId).build(),
        null);
  }
}
