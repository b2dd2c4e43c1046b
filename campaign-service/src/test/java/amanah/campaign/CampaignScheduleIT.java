package amanah.campaign;

import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Reminder;
import amanah.id.CampaignId;
import amanah.id.ReminderId;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a campaign has to do at a time is done, whether it is awake then or not. */
class CampaignScheduleIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SOON = Duration.ofSeconds(3);

  /** Longer than a node takes to stop. */
  private static final Duration LATER = Duration.ofSeconds(15);

  private static final CampaignId WELL = CampaignId.of("well");

  /** Nobody is kept awake: a campaign that nobody asks has gone long before its end. */
  private static final Map<String, Object> SLEEPY =
      Map.of(
          "akka.cluster.sharding.passivation.quiet-campaigns.idle-entity.timeout",
          "300ms",
          "amanah.campaign.schedule.interval",
          "500ms");

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  void a_campaign_that_nobody_asks_completes_when_its_end_has_come() throws SQLException {
    try (TestNode node = start(SLEEPY)) {
      done(node.node().campaigns().open(WELL, ending(Instant.now().plus(SOON)), false));

      Waiting.until(PATIENCE, () -> statuses(WELL) == 1);
      awaitCompleted(node, WELL);
      assertThat(agenda(WELL)).isZero();
    }
  }

  @Test
  void one_whose_end_came_while_no_node_ran_completes_when_one_runs_again() throws SQLException {
    CampaignId mill = CampaignId.of("mill");
    Instant end;
    try (TestNode node = start(Map.of())) {
      end = Instant.now().plus(LATER);
      done(node.node().campaigns().open(mill, ending(end), false));
    }
    Waiting.until(PATIENCE, () -> Instant.now().isAfter(end));
    assertThat(statuses(mill)).isZero();

    try (TestNode node = start(SLEEPY)) {
      Waiting.until(PATIENCE, () -> statuses(mill) == 1);
      awaitCompleted(node, mill);
      assertThat(agenda(mill)).isZero();
    }
  }

  @Test
  void one_of_which_nobody_knows_whether_it_has_an_end_is_asked_once() throws SQLException {
    CampaignId endless = CampaignId.of("endless");
    try (TestNode node = start(SLEEPY)) {
      Campaigns campaigns = node.node().campaigns();
      done(campaigns.open(endless, terms(1_000), false));
      try (Connection connection = POSTGRES.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO campaign.agenda VALUES ('campaign|endless', 1, 0)");
      }

      Waiting.until(PATIENCE, () -> agenda(endless) == 0);
      assertThat(statuses(endless)).isZero();
    }
  }

  @Test
  void people_are_reminded_once_also_of_a_campaign_that_sleeps() throws SQLException {
    CampaignId spring = CampaignId.of("spring");
    CampaignCommand.ScheduleReminder reminder;
    try (TestNode node = start(SLEEPY)) {
      Campaigns campaigns = node.node().campaigns();
      done(campaigns.open(spring, terms(1_000), false));
      reminder =
          new CampaignCommand.ScheduleReminder(
              ReminderId.of("n-1"), Instant.now().plus(SOON), "Thank everybody");
      assertThat(done(campaigns.scheduleReminder(spring, reminder)).status())
          .isEqualTo(Reminder.Status.SCHEDULED);

      Waiting.until(PATIENCE, () -> reminded(spring) == 1);
      assertThat(agenda(spring)).isZero();
    }
    try (TestNode node = start(SLEEPY)) {
      Campaigns campaigns = node.node().campaigns();
      assertThat(done(campaigns.scheduleReminder(spring, reminder)).status())
          .as("its repeat, after it was due")
          .isEqualTo(Reminder.Status.DUE);
      assertThat(done(campaigns.reminders(spring)))
          .extracting(Reminder::status)
          .containsExactly(Reminder.Status.DUE);
      assertThat(reminded(spring)).isEqualTo(1);
    }
  }

  private static TestNode start(Map<String, Object> settings) {
    return TestNode.start(
        POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), new HashMap<>(settings));
  }

  private static CampaignTerms ending(Instant end) {
    CampaignTerms endless = terms(1_000);
    return new CampaignTerms(
        endless.title(),
        endless.goal(),
        end,
        endless.goalPolicy(),
        endless.zakatEligible(),
        endless.milestones());
  }

  /** The database tells a commit before its writer has heard of it, who then tells everybody. */
  private static void awaitCompleted(TestNode node, CampaignId campaignId) {
    Waiting.until(
        PATIENCE,
        () -> done(node.node().campaigns().get(campaignId)).status() == CampaignStatus.COMPLETED);
  }

  /** How often it has changed its status, by the journal, so that it is not woken by the look. */
  private static long statuses(CampaignId campaignId) {
    return count("event_journal WHERE event_ser_manifest = 'status-changed.v1' AND", campaignId);
  }

  private static long reminded(CampaignId campaignId) {
    return count("event_journal WHERE event_ser_manifest = 'reminder-due.v1' AND", campaignId);
  }

  private static long agenda(CampaignId campaignId) {
    return count("agenda WHERE", campaignId);
  }

  private static long count(String where, CampaignId campaignId) {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM campaign."
                    + where
                    + " persistence_id = 'campaign|"
                    + campaignId
                    + "'")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
