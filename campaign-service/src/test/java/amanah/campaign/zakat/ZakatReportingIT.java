package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Donation;
import amanah.campaign.journal.CampaignEventSerializer;
import amanah.campaign.journal.CampaignJournal;
import amanah.campaign.journal.ZakatRows;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import amanah.journal.JournalSettings;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.PostgresExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Campaigns on the real journal, their reporters and a sweep, and a calculator of the test's. */
class ZakatReportingIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration DEADLINE = JournaledCampaigns.DEADLINE;
  private static final Duration SWEEP_INTERVAL = Duration.ofMillis(200);
  private static final Duration SWEEP_AGAIN = Duration.ofHours(1);
  private static final boolean TAKES_ZAKAT = true;

  private static final String FORGET_MARKS =
      "UPDATE campaign.event_journal SET adapter_manifest = '' WHERE persistence_id = ?";
  private static final String INSERT =
      "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer,"
          + " write_timestamp, adapter_manifest, event_ser_id, event_ser_manifest, event_payload)"
          + " VALUES (?, ?, 'somebody else', 0, ?, ?, ?, ?)";

  private static ActorTestKit kit;
  private static ZakatRows rows;

  private final LiveCalculator calculator = new LiveCalculator();
  private ActorRef<ZakatReporting> calculatorRef;
  private JournaledCampaigns campaigns;
  private WatchedFeed feed;

  @BeforeAll
  static void start() {
    Config config =
        ConfigFactory.load(
            ConfigFactory.parseMap(
                Map.of(
                    "amanah.journal.url", POSTGRES.url(),
                    "amanah.journal.user", POSTGRES.user(),
                    "amanah.journal.password", POSTGRES.password())));
    JournalSettings journal = JournalSettings.of(config);
    CampaignJournal.SCHEMA.migrate(journal);
    kit = ActorTestKit.create("zakat-it", config);
    rows = ZakatRows.open(journal);
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
    rows.close();
  }

  @BeforeEach
  void nobody_is_awake() {
    calculatorRef = kit.spawn(calculator.behavior());
    campaigns = new JournaledCampaigns(kit, rows, calculatorRef);
    feed = new WatchedFeed(rows);
  }

  @AfterEach
  void all_are_asleep() throws SQLException {
    campaigns.awake().forEach(campaigns::crash);
    kit.stop(calculatorRef);
    try (Connection connection = POSTGRES.connectPastTriggers();
        PreparedStatement truncate =
            connection.prepareStatement("TRUNCATE campaign.event_journal, campaign.snapshot")) {
      truncate.execute();
    }
  }

  @Test
  void gifts_and_refunds_are_counted_once_each() {
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);

    campaigns.donate(well, ZakatStory.zakat("a", 100), ZakatStory.sadaqah("s", 7));
    campaigns.donate(well, ZakatStory.assessed("b", 50));
    campaigns.refund(well, "r1", "b", 20);
    campaigns.refund(well, "r2", "s", 3);
    campaigns.refund(well, "r3", "a", 1);

    awaitIs(129, calculator::netMinor);
    awaitIs(6, () -> calculator.position(well));
    assertThat(calculator.assessed()).isEqualTo(2);
  }

  @Test
  void a_campaign_that_takes_no_zakat_asks_nothing() throws SQLException {
    CampaignId mill = campaigns.opened("mill", !TAKES_ZAKAT);

    campaigns.donate(mill, ZakatStory.sadaqah("s", 7));
    campaigns.refund(mill, "r", "s", 3);

    assertThat(calculator.heard()).isZero();
    assertThat(marks(mill)).isEqualTo("idle,plain,plain");
  }

  @Test
  void a_reporter_that_fails_starts_again_alone_and_donors_notice_nothing() throws SQLException {
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);
    calculator.is(LiveCalculator.Mood.NONSENSE);
    for (int gift = 0; gift < 50; gift++) {
      campaigns.donate(well, ZakatStory.zakat("d-" + gift, 1));
    }
    awaitAbove(0, calculator::heard);

    calculator.is(LiveCalculator.Mood.ANSWERS);

    awaitIs(50, calculator::netMinor);
    assertThat(writers(well)).as("incarnations of the ledger").isEqualTo(1);
  }

  @Test
  void a_ledger_that_is_replaced_in_between_loses_and_doubles_nothing() throws SQLException {
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);
    campaigns.donate(well, ZakatStory.zakat("a", 1));
    insert(POSTGRES.connect(), well, 3, ZakatStory.recorded(ZakatStory.zakat("stranger", 10)))
        .close();

    campaigns.settle(well, ZakatStory.zakat("fenced", 100));
    awaitDonated(well, ZakatStory.zakat("b", 1_000));

    long journaled = sum(well);
    awaitIs(journaled, calculator::netMinor);
    assertThat(journaled).isGreaterThanOrEqualTo(1_011);
  }

  @Test
  void donations_are_acknowledged_although_the_calculator_never_answers() {
    calculator.is(LiveCalculator.Mood.SILENT);
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);

    for (int gift = 0; gift < 500; gift++) {
      campaigns.donate(well, ZakatStory.assessed("d-" + gift, 1));
    }

    assertThat(calculator.netMinor()).isZero();
  }

  @Test
  void a_campaign_that_sleeps_after_a_crash_is_found_by_the_sweep() {
    calculator.is(LiveCalculator.Mood.SILENT);
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);
    campaigns.donate(well, ZakatStory.zakat("a", 100));
    campaigns.crash(well);
    calculator.is(LiveCalculator.Mood.ANSWERS);

    ActorRef<SweepMessage> sweep = sweep();

    awaitIs(100, calculator::netMinor);
    kit.stop(sweep);
  }

  @Test
  void a_commit_that_comes_late_is_found_by_the_sweep() throws SQLException {
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);
    CampaignId mill = campaigns.opened("mill", TAKES_ZAKAT);
    campaigns.crash(well);
    try (Connection late =
        insert(notCommitting(), well, 2, ZakatStory.recorded(ZakatStory.zakat("late", 10)))) {
      ActorRef<SweepMessage> sweep = sweep();
      campaigns.donate(mill, ZakatStory.zakat("early", 1));
      awaitIs(1, calculator::netMinor);
      campaigns.crash(mill);
      int looks = feed.looks();
      awaitAbove(looks + 2, feed::looks);
      assertThat(calculator.netMinor()).as("not committed yet").isEqualTo(1);

      late.commit();

      awaitIs(11, calculator::netMinor);
      kit.stop(sweep);
    }
  }

  @Test
  void events_from_before_there_were_marks_are_found_where_they_may_be_zakat() throws SQLException {
    calculator.is(LiveCalculator.Mood.SILENT);
    CampaignId well = campaigns.opened("well", TAKES_ZAKAT);
    campaigns.donate(well, ZakatStory.zakat("a", 100), ZakatStory.sadaqah("s", 7));
    campaigns.refund(well, "r", "a", 30);
    CampaignId mill = campaigns.opened("mill", !TAKES_ZAKAT);
    campaigns.donate(mill, ZakatStory.sadaqah("s", 7));
    campaigns.crash(well);
    campaigns.crash(mill);
    forgetMarks(well);
    forgetMarks(mill);
    calculator.is(LiveCalculator.Mood.ANSWERS);

    ActorRef<SweepMessage> sweep = sweep();

    awaitIs(70, calculator::netMinor);
    assertThat(campaigns.awake()).containsExactly(well);
    kit.stop(sweep);
  }

  private ActorRef<SweepMessage> sweep() {
    return kit.spawn(
        ZakatSweep.create(
            feed,
            calculatorRef,
            campaigns::wake,
            new SweepTimes(SWEEP_INTERVAL, SWEEP_AGAIN, DEADLINE)));
  }

  /** By the rule for callers: the same again until there is a definite answer. */
  private void awaitDonated(CampaignId campaignId, Donation donation) {
    kit.createTestProbe()
        .awaitAssert(
            DEADLINE,
            () -> {
              campaigns.donate(campaignId, donation);
              return Done.getInstance();
            });
  }

  private static void awaitIs(long expected, LongSupplier found) {
    kit.createTestProbe()
        .awaitAssert(
            DEADLINE,
            () -> {
              assertThat(found.getAsLong()).isEqualTo(expected);
              return Done.getInstance();
            });
  }

  private static void awaitAbove(long least, LongSupplier found) {
    kit.createTestProbe()
        .awaitAssert(
            DEADLINE,
            () -> {
              assertThat(found.getAsLong()).isGreaterThan(least);
              return Done.getInstance();
            });
  }

  private static Connection notCommitting() throws SQLException {
    Connection connection = POSTGRES.connect();
    connection.setAutoCommit(false);
    return connection;
  }

  private static Connection insert(
      Connection connection, CampaignId campaignId, long sequence, CampaignEvent event)
      throws SQLException {
    CampaignEventSerializer serializer = new CampaignEventSerializer();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, CampaignLedger.persistenceId(campaignId).id());
      insert.setLong(2, sequence);
      insert.setString(3, "zakat");
      insert.setInt(4, serializer.identifier());
      insert.setString(5, serializer.manifest(event));
      insert.setBytes(6, serializer.toBinary(event));
      insert.executeUpdate();
    }
    return connection;
  }

  private static void forgetMarks(CampaignId campaignId) throws SQLException {
    try (Connection connection = POSTGRES.connectPastTriggers();
        PreparedStatement update = connection.prepareStatement(FORGET_MARKS)) {
      update.setString(1, CampaignLedger.persistenceId(campaignId).id());
      update.executeUpdate();
    }
  }

  private static String marks(CampaignId campaignId) throws SQLException {
    return text(campaignId, "SELECT string_agg(adapter_manifest, ',' ORDER BY sequence_number)");
  }

  private static int writers(CampaignId campaignId) throws SQLException {
    return Integer.parseInt(text(campaignId, "SELECT count(DISTINCT writer)"));
  }

  private static String text(CampaignId campaignId, String select) throws SQLException {
    String sql = select + " FROM campaign.event_journal WHERE persistence_id = ?";
    try (Connection connection = POSTGRES.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, CampaignLedger.persistenceId(campaignId).id());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  /** The zakat that the journal has, by reading all of it. */
  private static long sum(CampaignId campaignId) {
    return rows
        .missed(CampaignLedger.persistenceId(campaignId).id(), 0, Long.MAX_VALUE, 1_000)
        .toCompletableFuture()
        .join()
        .stream()
        .map(entry -> (CampaignEvent.DonationsRecorded) entry.event())
        .flatMap(event -> event.donations().stream())
        .mapToLong(donation -> donation.amount().minor())
        .sum();
  }
}
