package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.donations;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.RecordedDonation;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.testing.PostgresExtension;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One node, from its application to the journal and back. */
class CampaignNodeIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  /** For a second node: of two clusters on one database the older ends. */
  @RegisterExtension static final PostgresExtension ANOTHER = new PostgresExtension();

  private static final Duration SNAPSHOT_MAX = Duration.ofSeconds(60);

  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Campaigns campaigns() {
    return node.node().campaigns();
  }

  private static CampaignId opened(String id, long goalMinor) {
    CampaignId campaignId = CampaignId.of(id);
    done(campaigns().open(campaignId, terms(goalMinor), false));
    return campaignId;
  }

  @Test
  void a_donation_is_in_the_campaign_that_is_read_after_its_answer() {
    CampaignId well = opened("read-your-writes", 100_000);

    for (int count = 1; count <= 50; count++) {
      DonationReceipt receipt = done(campaigns().donate(well, donation("d" + count, 250)));
      CampaignSummary seen = done(campaigns().get(well));

      assertThat(receipt.campaign().donationCount()).isEqualTo(count);
      assertThat(seen.donationCount()).isEqualTo(count);
      assertThat(seen.raised()).isEqualTo(usd(250L * count));
      assertThat(seen.donorCount()).isEqualTo(count);
    }
  }

  @Test
  void a_repeated_donation_gets_its_first_answer_and_is_counted_once() {
    CampaignId well = opened("repeated", 100_000);
    DonationReceipt first = done(campaigns().donate(well, donation("d1", 250)));
    done(campaigns().donate(well, donation("d2", 250)));

    Reply<DonationReceipt> second = await(campaigns().donate(well, donation("d1", 250)));

    assertThat(second)
        .isInstanceOfSatisfying(
            Reply.Done.class,
            done -> {
              assertThat(done.replayed()).isTrue();
              DonationReceipt receipt = (DonationReceipt) done.value();
              assertThat(receipt.donation().sequence()).isEqualTo(first.donation().sequence());
              assertThat(receipt.donation().amount()).isEqualTo(usd(250));
              assertThat(receipt.campaign().raised()).isEqualTo(usd(500));
            });
  }

  @Test
  void everything_is_as_it_was_after_the_node_has_gone_and_come_back() {
    CampaignId well = opened("comes-back", 1_000);
    done(campaigns().donateAll(well, donations("d", 25)));
    done(
        campaigns()
            .refund(
                well,
                new CampaignCommand.Refund(
                    RefundId.of("r1"), DonationId.of("d-3"), usd(40), "twice")));
    done(
        campaigns()
            .changeStatus(
                well, new CampaignCommand.ChangeStatus(CampaignStatus.PAUSED, "a storm")));
    CampaignSummary before = done(campaigns().get(well));

    node.close();
    node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());

    assertThat(done(campaigns().get(well))).isEqualTo(before);
    assertThat(before.raised()).isEqualTo(usd(2_460));
    assertThat(before.milestonesReached()).containsExactly(25, 50, 75, 100);
    assertThat(before.status()).isEqualTo(CampaignStatus.PAUSED);
  }

  @Test
  void many_donations_are_answered_in_order_and_a_bad_one_spoils_none() {
    CampaignId well = opened("many", 1_000_000);
    var many = new java.util.ArrayList<>(donations("d", 1_200));
    many.set(700, donation("d-700", 0));

    List<DonationOutcome> outcomes = done(campaigns().donateAll(well, many));

    assertThat(outcomes)
        .extracting(DonationOutcome::donationId)
        .containsExactlyElementsOf(many.stream().map(one -> one.donationId()).toList());
    assertThat(outcomes.get(700))
        .isInstanceOfSatisfying(
            DonationOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.INVALID_AMOUNT));
    assertThat(done(campaigns().get(well)).donationCount()).isEqualTo(1_199);
  }

  @Test
  void a_donation_is_read_back_with_its_refunds() {
    CampaignId well = opened("history", 100_000);
    done(campaigns().donate(well, donation("d1", 500)));
    for (String refund : List.of("r1", "r2")) {
      done(
          campaigns()
              .refund(
                  well,
                  new CampaignCommand.Refund(
                      RefundId.of(refund), DonationId.of("d1"), usd(100), null)));
    }

    RecordedDonation read = done(campaigns().donation(well, DonationId.of("d1")));

    assertThat(read.donation()).isEqualTo(donation("d1", 500));
    assertThat(read.refunded()).isEqualTo(usd(200));
    assertThat(read.refunds())
        .extracting(refund -> refund.refund().refundId().value())
        .containsExactly("r1", "r2");
  }

  @Test
  void a_campaign_that_nobody_opened_is_not_found_whatever_is_asked() {
    CampaignId nobody = CampaignId.of("nobody");

    assertThat(refusal(await(campaigns().get(nobody)))).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    assertThat(refusal(await(campaigns().donate(nobody, donation("d", 1)))))
        .isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    assertThat(refusal(await(campaigns().donateAll(nobody, donations("d", 3)))))
        .isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    assertThat(refusal(await(campaigns().batcher(nobody)))).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    assertThat(refusal(await(campaigns().flush(nobody)))).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    assertThat(refusal(await(campaigns().trackView(nobody)))).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
  }

  @Test
  void a_large_campaign_is_kept_as_a_snapshot_and_recovers_from_it() throws SQLException {
    CampaignId well = opened("large", 100_000_000);
    for (int part = 0; part < 3; part++) {
      done(campaigns().donateAll(well, donations("part-" + part, 10_000)));
    }
    long end = System.nanoTime() + SNAPSHOT_MAX.toNanos();
    while (snapshots() == 0) {
      assertThat(System.nanoTime()).as("no snapshot").isLessThan(end);
    }
    CampaignSummary before = done(campaigns().get(well));

    node.close();
    node = TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());

    assertThat(done(campaigns().get(well))).isEqualTo(before);
    assertThat(await(campaigns().donate(well, donation("part-0-0", 100))))
        .isInstanceOfSatisfying(Reply.Done.class, done -> assertThat(done.replayed()).isTrue());
  }

  @Test
  void an_id_that_nobody_opened_leaves_again_and_can_be_opened_later() {
    CampaignId later = CampaignId.of("later");
    assertThat(refusal(await(campaigns().get(later)))).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);

    done(campaigns().open(later, terms(100), false));

    assertThat(done(campaigns().get(later)).raised()).isEqualTo(usd(0));
  }

  @Test
  void views_are_seen_at_once_and_the_batcher_says_what_it_did() {
    CampaignId well = opened("viewed", 100_000);
    done(campaigns().trackView(well));
    done(campaigns().trackView(well));
    done(campaigns().donate(well, donation("d1", 500)));

    assertThat(done(campaigns().get(well)).views()).isEqualTo(2);
    assertThat(done(campaigns().flush(well)).processed()).isEqualTo(1);
    assertThat(done(campaigns().batcher(well)).processedAmount()).isEqualTo(usd(500));
    assertThat(done(campaigns().batcher(well)).pending()).isZero();
  }

  @Test
  void a_setting_that_nobody_reads_is_refused() {
    assertThatThrownBy(
            () ->
                CampaignNode.start(ConfigFactory.parseString("amanah.campaign.batch.batchmax = 7")))
        .hasMessageContaining("amanah.campaign.batch.batchmax");
  }

  @Test
  void a_system_property_that_nobody_reads_is_refused_but_not_the_launchers() {
    System.setProperty("amanah.campaign.ask-timout", "9s");
    System.setProperty("amanah.terminal.columns", "80");
    ConfigFactory.invalidateCaches();
    try {
      assertThatThrownBy(() -> CampaignNode.start(ConfigFactory.empty()))
          .hasMessageContaining("[amanah.campaign.ask-timout]");
    } finally {
      System.clearProperty("amanah.campaign.ask-timout");
      System.clearProperty("amanah.terminal.columns");
      ConfigFactory.invalidateCaches();
    }
  }

  @Test
  void what_a_node_is_told_outranks_a_system_property() {
    System.setProperty("amanah.cluster.start-timeout", "10s");
    System.setProperty("amanah.http.port", "-7");
    System.setProperty("amanah.journal.url", "jdbc:postgresql://127.0.0.1:1/elsewhere");
    ConfigFactory.invalidateCaches();
    try (TestNode told = TestNode.start(ANOTHER.url(), ANOTHER.user(), ANOTHER.password())) {
      assertThat(told.node().uri().getPort()).isPositive();
    } finally {
      System.clearProperty("amanah.cluster.start-timeout");
      System.clearProperty("amanah.http.port");
      System.clearProperty("amanah.journal.url");
      ConfigFactory.invalidateCaches();
    }
  }

  private static long snapshots() throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM campaign.snapshot_head"
                    + " WHERE persistence_id = 'campaign|large' AND parts IS NOT NULL")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static <T> Refusal refusal(Reply<T> reply) {
    return switch (reply) {
      case Reply.Done<T> done -> throw new AssertionError(done);
      case Reply.Refused<T> refused -> refused.refusal();
    };
  }
}
