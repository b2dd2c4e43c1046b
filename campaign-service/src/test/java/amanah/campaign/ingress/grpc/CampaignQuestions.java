package amanah.campaign.ingress.grpc;

import static amanah.campaign.ingress.grpc.Samples.LATER;
import static amanah.campaign.ingress.grpc.Samples.UNKNOWN;
import static amanah.campaign.ingress.grpc.Samples.amendment;
import static amanah.campaign.ingress.grpc.Samples.milestones;
import static amanah.campaign.ingress.grpc.Samples.money;
import static amanah.campaign.ingress.grpc.Samples.seconds;
import static amanah.campaign.ingress.grpc.Samples.well;

import amanah.v1.CampaignServiceGrpc;
import amanah.v1.CampaignStatus;
import amanah.v1.ChangeCampaignStatusRequest;
import amanah.v1.GoalPolicy;
import amanah.v1.Milestones;
import amanah.v1.Money;
import amanah.v1.OpenCampaignRequest;
import java.util.List;

/** Questions about campaigns, right and wrong. */
final class CampaignQuestions {

  private final Script script;

  CampaignQuestions(Script script) {
    this.script = script;
  }

  void opening() {
    script.open("a campaign", well("well"));
    script.open("the same campaign again", well("well"));
    script.open("another campaign of that id", well("well").setTitle("Other"));
    script.open("a campaign without a name", well("x").clearCampaignId());
    script.ask(
        "a campaign named by a key",
        CampaignServiceGrpc.getOpenCampaignMethod(),
        well("x").clearCampaignId().build(),
        "named");
    script.ask(
        "a key that is no name",
        CampaignServiceGrpc.getOpenCampaignMethod(),
        well("x").clearCampaignId().build(),
        "a/b");
    script.open(
        "a campaign with everything",
        well("all")
            .setEndsAt(LATER)
            .setGoalPolicy(GoalPolicy.GOAL_POLICY_HARD)
            .setZakatEligible(true)
            .setMilestones(Milestones.newBuilder().addPercents(10).addPercents(90))
            .setStatus(CampaignStatus.CAMPAIGN_STATUS_ACTIVE));
    script.open("no milestones", well("bare").setMilestones(Milestones.getDefaultInstance()));
    script.open("a draft", well("draft").setStatus(CampaignStatus.CAMPAIGN_STATUS_DRAFT));
  }

  void openingWrongly() {
    script.open("nothing", OpenCampaignRequest.newBuilder());
    script.open("an id with a slash", well("a/b"));
    script.open("an empty title", well("w").setTitle(""));
    script.open("a blank title", well("w").setTitle("  "));
    script.open("a title too long", well("w").setTitle("x".repeat(201)));
    script.open("a title with a bell", well("w").setTitle("ding\u0007"));
    script.open("a title beyond one plane", well("emoji").setTitle("\uD83C\uDF19 Ramadan"));
    script.open("a goal without currency", well("w").setGoal(Money.newBuilder().setAmount("1")));
    script.open("a goal without amount", well("w").setGoal(Money.newBuilder().setCurrency("IDR")));
    script.open("a goal of an unknown currency", well("w").setGoal(money("1", "XYZ")));
    script.open("a goal of gold", well("w").setGoal(money("1", "XAU")));
    for (String amount : List.of("", "-1", "+1", "1e3", "NaN", "1,5", "1.", ".5", "0", "1.001")) {
      script.open("a goal of \"" + amount + "\"", well("w").setGoal(money(amount, "USD")));
    }
    script.open("a paused beginning", well("w").setStatus(CampaignStatus.CAMPAIGN_STATUS_PAUSED));
    script.open("a status that nobody knows", well("w").setStatusValue(77));
    script.open("a policy that nobody knows", well("w").setGoalPolicyValue(7));
    script.open("an end beyond all times", well("w").setEndsAt(seconds(Long.MAX_VALUE)));
    script.open("falling milestones", well("w").setMilestones(milestones(50, 25)));
    script.open("a milestone of nothing", well("w").setMilestones(milestones(0)));
    script.open("a field that nobody knows", well("w").setUnknownFields(UNKNOWN));
    script.open(
        "a goal with a field that nobody knows",
        well("w").setGoal(money("1", "IDR").toBuilder().setUnknownFields(UNKNOWN)));
    script.open(
        "much wrong at once",
        well("a b").setTitle("").setGoal(money("x", "IDR")).setStatusValue(9));
  }

  void changing() {
    script.amend("a title", amendment().setTitle("A deeper well"));
    script.amend(
        "everything",
        amendment()
            .setGoal(money("9000.00", "IDR"))
            .setEndsAt(LATER)
            .setMilestones(milestones(50, 100)));
    script.amend("no end any more", amendment().setClearEndsAt(true));
    script.amend("no end by name", amendment().setClearEndsAt(true).setChangeId("no-end"));
    script.amend("no end again", amendment().setClearEndsAt(true).setChangeId("no-end"));
    script.amend("nothing", amendment());
    script.amend("an empty title", amendment().setTitle(""));
    script.amend("a goal of nothing", amendment().setGoal(money("0", "IDR")));
    script.amend("a field that nobody knows", amendment().setUnknownFields(UNKNOWN));
    script.amend("a campaign that is not", amendment().setCampaignId("none").setTitle("T"));
    script.amend("a campaign that is no id", amendment().setCampaignId("no id").setTitle("T"));
    script.move("nowhere", CampaignStatus.CAMPAIGN_STATUS_UNSPECIFIED);
    script.move("a pause", CampaignStatus.CAMPAIGN_STATUS_PAUSED);
    script.move("back to a draft", CampaignStatus.CAMPAIGN_STATUS_DRAFT);
    script.ask(
        "on again, with a reason",
        CampaignServiceGrpc.getChangeCampaignStatusMethod(),
        ChangeCampaignStatusRequest.newBuilder()
            .setCampaignId("well")
            .setStatus(CampaignStatus.CAMPAIGN_STATUS_ACTIVE)
            .setReason("the permit came")
            .build(),
        null);
    script.ask(
        "a reason too long",
        CampaignServiceGrpc.getChangeCampaignStatusMethod(),
        ChangeCampaignStatusRequest.newBuilder()
            .setCampaignId("well")
            .setStatusValue(12)
            .setReason("x".repeat(501))
            .build(),
        null);
  }

  /** Each change under a name, once and again. */
  void changingByName() {
    script.amend("a title by name", amendment().setTitle("Deep").setChangeId("c-1"));
    script.amend("the same again", amendment().setTitle("Deep").setChangeId("c-1"));
    script.amend("another of that name", amendment().setTitle("Deeper").setChangeId("c-1"));
    script.amend("nothing but a name", amendment().setChangeId("c-2"));
    script.amend("somewhere else", amendment().setTitle("Deep").setExpectedSequence(1));
    script.amend("before all", amendment().setTitle("Deep").setExpectedSequence(-1));
    script.ask(
        "a pause somewhere else",
        CampaignServiceGrpc.getChangeCampaignStatusMethod(),
        ChangeCampaignStatusRequest.newBuilder()
            .setCampaignId("well")
            .setStatus(CampaignStatus.CAMPAIGN_STATUS_PAUSED)
            .setExpectedSequence(1)
            .build(),
        null);
    script.amend("a name with a slash", amendment().setTitle("Deep").setChangeId("a/b"));
    script.ask(
        "a title by a key",
        CampaignServiceGrpc.getAmendCampaignMethod(),
        amendment().setTitle("Wide").build(),
        "c-3");
    script.ask(
        "a title by a key that is no name",
        CampaignServiceGrpc.getAmendCampaignMethod(),
        amendment().setTitle("Wide").build(),
        "a/b");
    script.move("a pause by name", CampaignStatus.CAMPAIGN_STATUS_PAUSED, "c-4");
    script.move("on by name", CampaignStatus.CAMPAIGN_STATUS_ACTIVE, "c-5");
    script.move("that pause again", CampaignStatus.CAMPAIGN_STATUS_PAUSED, "c-4");
    script.move("an end of that name", CampaignStatus.CAMPAIGN_STATUS_COMPLETED, "c-4");
    script.move("a move of the name of a title", CampaignStatus.CAMPAIGN_STATUS_PAUSED, "c-1");
    script.move("a name of nothing", CampaignStatus.CAMPAIGN_STATUS_PAUSED, "");
  }
}
