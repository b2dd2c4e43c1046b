package amanah.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.v1.Asset;
import amanah.v1.CalculateZakatRequest;
import amanah.v1.CampaignEvent;
import amanah.v1.CampaignStatus;
import amanah.v1.Debt;
import amanah.v1.DebtTerm;
import amanah.v1.DonationsRecorded;
import amanah.v1.FitrAsset;
import amanah.v1.FullZakatQuestion;
import amanah.v1.GetClusterResponse;
import amanah.v1.GoldAsset;
import amanah.v1.Liability;
import amanah.v1.Milestones;
import amanah.v1.Money;
import amanah.v1.NodeShards;
import amanah.v1.OpenCampaignRequest;
import amanah.v1.PublicDonation;
import amanah.v1.ShardPlaces;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import org.junit.jupiter.api.Test;

class MessageTreeTest {

  @Test
  void a_message_is_the_json_that_says_the_same() {
    OpenCampaignRequest request =
        OpenCampaignRequest.newBuilder()
            .setCampaignId("well")
            .setTitle("")
            .setGoal(Money.newBuilder().setAmount("1.00").setCurrency("IDR"))
            .setEndsAt(Timestamp.newBuilder().setSeconds(1_772_323_200))
            .setZakatEligible(false)
            .setMilestones(Milestones.newBuilder().addPercents(50).addPercents(100))
            .setStatus(CampaignStatus.CAMPAIGN_STATUS_DRAFT)
            .build();

    assertThat(MessageTree.of(request))
        .hasToString(
            "{\"campaignId\":\"well\",\"title\":\"\","
                + "\"goal\":{\"amount\":\"1.00\",\"currency\":\"IDR\"},"
                + "\"endsAt\":\"2026-03-01T00:00:00Z\",\"zakatEligible\":false,"
                + "\"milestones\":[50,100],\"status\":\"draft\"}");
  }

  @Test
  void what_says_nothing_is_left_out() {
    assertThat(MessageTree.of(OpenCampaignRequest.getDefaultInstance())).hasToString("{}");
  }

  @Test
  void an_empty_list_that_is_there_is_there() {
    assertThat(
            MessageTree.of(
                OpenCampaignRequest.newBuilder()
                    .setMilestones(Milestones.getDefaultInstance())
                    .build()))
        .hasToString("{\"milestones\":[]}");
  }

  @Test
  void what_nobody_knows_comes_under_its_number() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    assertThat(
            MessageTree.of(
                OpenCampaignRequest.newBuilder()
                    .setStatusValue(77)
                    .setMilestones(Milestones.newBuilder().setUnknownFields(unknown))
                    .setUnknownFields(unknown)
                    .build()))
        .hasToString("{\"milestones\":{\"99\":true},\"status\":\"77\",\"99\":true}");
  }

  @Test
  void a_time_beyond_all_times_is_no_time() {
    assertThat(MessageTree.of(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build()).asText())
        .isEqualTo("9223372036854775807 s, 0 ns");
  }

  @Test
  void a_map_is_an_object() {
    GetClusterResponse cluster =
        GetClusterResponse.newBuilder()
            .putShards(
                "campaign",
                ShardPlaces.newBuilder()
                    .addNodes(NodeShards.newBuilder().setAddress("a").addShards("7"))
                    .build())
            .build();

    assertThat(MessageTree.of(cluster))
        .hasToString("{\"shards\":{\"campaign\":[{\"address\":\"a\",\"shards\":[\"7\"]}]}}");
  }

  @Test
  void what_was_chosen_stands_where_the_choice_did_and_says_its_type_if_the_choice_does() {
    FullZakatQuestion question =
        FullZakatQuestion.newBuilder()
            .setCurrency("EUR")
            .addAssets(Asset.newBuilder().setGold(GoldAsset.newBuilder().setGrams("5")))
            .addAssets(Asset.newBuilder().setFitr(FitrAsset.getDefaultInstance()))
            .addLiabilities(
                Liability.newBuilder().setDebt(Debt.newBuilder().setDue(DebtTerm.DEBT_TERM_NOW)))
            .build();

    assertThat(MessageTree.of(CalculateZakatRequest.newBuilder().setFull(question).build()))
        .hasToString(
            "{\"currency\":\"EUR\",\"assets\":[{\"type\":\"gold\",\"grams\":\"5\"},{\"type\":\"fitr\"}],"
                + "\"liabilities\":[{\"due\":\"now\"}]}");
  }

  @Test
  void a_choice_that_nobody_made_says_nothing() {
    assertThat(MessageTree.of(CalculateZakatRequest.getDefaultInstance())).hasToString("{}");
    assertThat(MessageTree.of(Asset.getDefaultInstance())).hasToString("{}");
  }

  @Test
  void what_nobody_knows_of_a_choice_and_of_what_was_chosen_stands_beside_it() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(98, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    assertThat(
            MessageTree.of(
                Asset.newBuilder()
                    .setGold(GoldAsset.newBuilder().setUnknownFields(unknown))
                    .setUnknownFields(
                        unknown.toBuilder().addField(99, unknown.getField(98)).build())
                    .build()))
        .hasToString("{\"type\":\"gold\",\"98\":true,\"99\":true}");
  }

  @Test
  void a_list_that_was_chosen_keeps_its_name() {
    assertThat(
            MessageTree.of(
                CampaignEvent.newBuilder()
                    .setDonationsRecorded(
                        DonationsRecorded.newBuilder()
                            .addDonations(PublicDonation.newBuilder().setDonationId("d-1")))
                    .build()))
        .hasToString("{\"donations\":[{\"donationId\":\"d-1\"}]}");
  }
}
