package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.testing.KeyAlone;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two nodes that do not know of one another, as in a partition before anybody is excluded, on one
 * journal: each runs every campaign that it is asked for, and the key alone tells their writes
 * apart.
 */
class OneWriterIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int TURNS = 3;
  private static final int ROUNDS = 40;
  private static final int GIVEN = 2 * TURNS + 3 * ROUNDS;
  private static final int INNOCENTS = 200;

  private static final String EVENTS =
      " FROM campaign.event_journal WHERE persistence_id = 'campaign|' || ?";
  private static final String WRITERS_RETURN =
      """
      SELECT count(*) > count(DISTINCT writer)
      FROM (SELECT writer, lag(writer) OVER (ORDER BY sequence_number) AS earlier %s) AS turn
      WHERE writer IS DISTINCT FROM earlier
      """
          .formatted(EVENTS);
  private static final String MOST_WRITERS =
      """
      SELECT max(writers)
      FROM (SELECT count(DISTINCT writer) AS writers
            FROM campaign.event_journal
            WHERE persistence_id LIKE 'campaign|' || ?
            GROUP BY persistence_id) AS campaign
      """;

  private static TestNode left;
  private static TestNode right;

  @BeforeAll
  static void start() {
    KeyAlone.on(POSTGRES);
    // One transaction at a time, so that whatever comes during one goes together into the next.
    Map<String, Object> merging = Map.of("campaign-journal.parallelism", 1);
    left = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), merging);
    right = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @AfterAll
  static void stop() {
    left.close();
    right.close();
  }

  private static Campaigns left() {
    return left.node().campaigns();
  }

  private static Campaigns right() {
    return right.node().campaigns();
  }

  /** Opened on the left and known on the right. */
  private static CampaignId opened(String id) {
    CampaignId campaignId = CampaignId.of(id);
    done(left().open(campaignId, terms(1_000_000), false));
    done(right().get(campaignId));
    return campaignId;
  }

  @Test
  void of_two_incarnations_the_one_that_is_behind_fails_visibly_replays_and_is_right() {
    CampaignId well = opened("behind");
    done(left().donate(well, donation("from-left", 100)));

    Reply<DonationReceipt> fenced = await(right().donate(well, donation("from-right", 100)));
    DonationReceipt again =
        PatientCaller.done(() -> right().donate(well, donation("from-right", 100)));

    assertThat(fenced).isInstanceOf(Reply.Refused.class);
    assertThat(((Reply.Refused<?>) fenced).refusal()).isIn(Refusal.TIMEOUT, Refusal.UNAVAILABLE);
    assertThat(again.campaign().donationCount()).isEqualTo(2);
    assertThat(again.campaign().raised()).isEqualTo(usd(200));
  }

  @Test
  void a_donation_that_both_were_given_is_counted_once() {
    CampaignId well = opened("twice");
    Donation donation = donation("same", 100);
    done(left().donate(well, donation));

    Reply<DonationReceipt> fenced = await(right().donate(well, donation));
    Reply<DonationReceipt> again = PatientCaller.reply(() -> right().donate(well, donation));

    assertThat(fenced).isInstanceOf(Reply.Refused.class);
    assertThat(again)
        .isInstanceOfSatisfying(Reply.Done.class, answer -> assertThat(answer.replayed()).isTrue());
    assertThat(done(right().get(well)).donationCount()).isEqualTo(1);
  }

  @Test
  void two_incarnations_that_both_write_all_the_time_commit_in_turns() throws SQLException {
    CampaignId well = opened("contended");
    for (int turn = 0; turn < TURNS; turn++) {
      Donation leftTurn = donation("left-turn-" + turn, 100);
      Donation rightTurn = donation("right-turn-" + turn, 100);
      PatientCaller.done(() -> left().donate(well, leftTurn));
      PatientCaller.done(() -> right().donate(well, rightTurn));
    }
    PatientCaller fromLeft = new PatientCaller();
    PatientCaller fromRight = new PatientCaller();

    CompletableFuture<Void> both =
        CompletableFuture.allOf(
            giveAll(fromLeft, left(), well, "left"), giveAll(fromRight, right(), well, "right"));
    await(both);

    assertThat(fromLeft.refused() + fromRight.refused()).as("they met").isPositive();
    assertThat(answer("SELECT max(sequence_number) = count(*)" + EVENTS, well)).isEqualTo("t");
    assertThat(answer(WRITERS_RETURN, well))
        .as("a writer that was fenced never returns")
        .isEqualTo("f");
    assertThat(Integer.parseInt(answer("SELECT count(DISTINCT writer)" + EVENTS, well)))
        .isGreaterThanOrEqualTo(2 * TURNS);
    try (TestNode third = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password())) {
      CampaignSummary replayed = PatientCaller.done(() -> third.node().campaigns().get(well));
      assertThat(replayed.donationCount()).isEqualTo(GIVEN);
      assertThat(replayed.raised()).isEqualTo(usd(GIVEN * 100));
    }
  }

  @Test
  void a_campaign_that_is_behind_fails_alone_among_the_campaigns_of_its_transaction()
      throws SQLException {
    CampaignId behind = opened("one-bad-row");
    List<CampaignId> innocents =
        IntStream.range(0, INNOCENTS).mapToObj(n -> opened("innocent-" + n)).toList();
    done(right().donate(behind, donation("from-right", 100)));

    List<CompletionStage<Reply<DonationReceipt>>> before =
        donate(innocents.subList(0, INNOCENTS / 2));
    CompletionStage<Reply<DonationReceipt>> guilty =
        left().donate(behind, donation("from-left", 100));
    List<CompletionStage<Reply<DonationReceipt>>> after =
        donate(innocents.subList(INNOCENTS / 2, INNOCENTS));

    assertThat(await(guilty)).isInstanceOf(Reply.Refused.class);
    assertThat(before).allSatisfy(answer -> done(answer));
    assertThat(after).allSatisfy(answer -> done(answer));
    assertThat(answer(MOST_WRITERS, "innocent-%")).as("none was started again").isEqualTo("1");
  }

  private static List<CompletionStage<Reply<DonationReceipt>>> donate(List<CampaignId> campaigns) {
    return campaigns.stream()
        .map(campaign -> left().donate(campaign, donation("d-" + campaign, 100)))
        .toList();
  }

  /** One after the other: donations of its own, and some that the other one gives as well. */
  private static CompletableFuture<Void> giveAll(
      PatientCaller caller, Campaigns campaigns, CampaignId well, String side) {
    List<Donation> donations = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      donations.add(donation(side + "-" + round, 100));
      donations.add(donation("both-" + round, 100));
    }
    CompletableFuture<Void> given = CompletableFuture.completedFuture(null);
    for (Donation donation : donations) {
      given = given.thenCompose(earlier -> caller.call(() -> campaigns.donate(well, donation)));
    }
    return given;
  }

  private static String answer(String sql, Object parameter) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter.toString());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return String.valueOf(row.getString(1));
      }
    }
  }
}
