package amanah.campaign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Terms;
import amanah.campaign.journal.CampaignJournal;
import amanah.campaign.journal.CampaignSnapshotSerializer;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.journal.JournalSettings;
import amanah.journal.SnapshotWriter;
import amanah.testing.HandClock;
import amanah.testing.PostgresExtension;
import amanah.time.Moment;
import amanah.time.Timekeeper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a campaign recovers from, whoever wrote its snapshots, and when they cannot be read. */
class SnapshotFallbackIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final CampaignId WELL = CampaignId.of("well");
  private static final String STORE_OF_THE_VERSION_BEFORE =
      """
      campaign-snapshot-store = ${jdbc-snapshot-store} {
        class = "akka.persistence.jdbc.snapshot.JdbcSnapshotStore"
        use-shared-db = "amanah"
        tables.snapshot.schemaName = "campaign"
      }
      """;
  private static final CampaignSnapshotSerializer SERIALIZER = new CampaignSnapshotSerializer();

  private static ActorTestKit node;
  private static SnapshotWriter writer;

  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
  private Campaign campaign = Campaign.unopened(WELL);

  @BeforeAll
  static void start() {
    Config config = ConfigFactory.load(settings());
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    node = ActorTestKit.create("fallback-it", config);
    writer =
        SnapshotWriter.open(
            JournalSettings.of(config), CampaignJournal.SCHEMA, new CampaignSnapshotSerializer());
  }

  private static Config settings() {
    return ConfigFactory.parseMap(
        Map.of(
            "amanah.journal.url", POSTGRES.url(),
            "amanah.journal.user", POSTGRES.user(),
            "amanah.journal.password", POSTGRES.password(),
            "amanah.journal.connections", 4));
  }

  @AfterAll
  static void stop() {
    writer.close();
    node.shutdownTestKit();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("TRUNCATE campaign.event_journal, campaign.snapshot, campaign.snapshot_head CASCADE");
  }

  @Test
  void a_newest_snapshot_of_an_unknown_manifest_gives_way_to_the_one_before() throws SQLException {
    CampaignSnapshot older = afterDonations(2);
    CampaignSnapshot newest = afterDonations(3);
    afterDonations(1);
    whole(older, 1402, "campaign-snapshot.v1", SERIALIZER.toBinary(older));
    whole(newest, 1402, "campaign-snapshot.v9", SERIALIZER.toBinary(newest));
    forgetEventsUpTo(older);

    assertThat(recovered()).isEqualTo(campaign.summary().orElseThrow());
  }

  @Test
  void a_newest_snapshot_of_an_unknown_serializer_gives_way_to_the_one_before()
      throws SQLException {
    CampaignSnapshot older = afterDonations(2);
    CampaignSnapshot newest = afterDonations(3);
    whole(older, 1402, "campaign-snapshot.v1", SERIALIZER.toBinary(older));
    whole(newest, 9999, "campaign-snapshot.v1", SERIALIZER.toBinary(newest));
    forgetEventsUpTo(older);

    assertThat(recovered()).isEqualTo(campaign.summary().orElseThrow());
  }

  @Test
  void without_a_snapshot_that_can_be_read_the_journal_is_read_from_its_start()
      throws SQLException {
    CampaignSnapshot older = afterDonations(2);
    CampaignSnapshot newest = afterDonations(3);
    byte[] cut = SERIALIZER.toBinary(older);
    whole(older, 1402, "campaign-snapshot.v1", Arrays.copyOf(cut, cut.length - 7));
    whole(newest, 1402, "campaign-snapshot.v1", new byte[] {1, 2, 3});

    assertThat(recovered()).isEqualTo(campaign.summary().orElseThrow());
  }

  @Test
  void a_snapshot_that_contradicts_itself_gives_way_to_the_one_before() throws SQLException {
    CampaignSnapshot older = afterDonations(2);
    CampaignSnapshot newest = afterDonations(3);
    whole(older, 1402, "campaign-snapshot.v1", SERIALIZER.toBinary(older));
    byte[] mangled = SERIALIZER.toBinary(newest);
    int count = indexOf(mangled, "donations") + "donations".length();
    mangled[count]++;
    whole(newest, 1402, "campaign-snapshot.v1", mangled);
    forgetEventsUpTo(older);

    assertThat(recovered()).isEqualTo(campaign.summary().orElseThrow());
  }

  @Test
  void a_newest_snapshot_with_a_flipped_byte_gives_way_to_the_one_before() throws SQLException {
    CampaignSnapshot older = afterDonations(2);
    keep(older);
    keep(afterDonations(3));
    execute(
        "UPDATE campaign.snapshot_part"
            + " SET payload = set_byte(payload, 300, get_byte(payload, 300) # 1)"
            + " WHERE snapshot_id = (SELECT max(snapshot_id) FROM campaign.snapshot_head)");
    forgetEventsUpTo(older);

    assertThat(recovered()).isEqualTo(campaign.summary().orElseThrow());
  }

  /** Whoever went on from it would write a hole, after events that are lost. */
  @Test
  void a_snapshot_that_is_ahead_of_its_journal_is_not_gone_on_from() throws SQLException {
    CampaignSnapshot ahead = afterDonations(3);
    keep(ahead);
    execute("DELETE FROM campaign.event_journal WHERE sequence_number >= " + ahead.sequence());

    ActorRef<LedgerMessage> ledger = node.spawn(ledger(node.<LedgerNotice>createTestProbe().ref()));

    node.createTestProbe().expectTerminated(ledger, DEADLINE);
  }

  @Test
  void a_node_of_the_version_before_sees_nothing_of_snapshots_in_parts() throws SQLException {
    CampaignSnapshot older = afterDonations(2);
    whole(older, 1402, "campaign-snapshot.v1", SERIALIZER.toBinary(older));
    keep(afterDonations(3));
    forgetEventsUpTo(older);
    ActorTestKit versionBefore =
        ActorTestKit.create(
            "version-before",
            ConfigFactory.load(
                settings().withFallback(ConfigFactory.parseString(STORE_OF_THE_VERSION_BEFORE))));
    try {
      assertThat(recovered(versionBefore)).isEqualTo(campaign.summary().orElseThrow());
    } finally {
      versionBefore.shutdownTestKit();
    }
  }

  private static void keep(CampaignSnapshot snapshot) {
    writer.write("campaign|well", snapshot.sequence(), snapshot).toCompletableFuture().join();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  /** The campaign after so many more donations, one event each, of which the journal has all. */
  private CampaignSnapshot afterDonations(int count) {
    TestProbe<LedgerReply> answers = node.createTestProbe();
    ActorRef<LedgerMessage> ledger = node.spawn(ledger(node.<LedgerNotice>createTestProbe().ref()));
    if (campaign.sequence() == 0) {
      does(new CampaignCommand.Open(Terms.softGoal(1_000_000), false), ledger, answers);
    }
    for (int each = 0; each < count; each++) {
      does(
          new CampaignCommand.RecordDonations(
              List.of(Donations.donation("d-" + campaign.donations(), 100))),
          ledger,
          answers);
    }
    node.stop(ledger);
    return campaign.snapshot();
  }

  private void does(
      CampaignCommand command, ActorRef<LedgerMessage> ledger, TestProbe<LedgerReply> answers) {
    for (CampaignEvent event : campaign.decide(command, Moment.trusted(clock.instant())).events()) {
      campaign = campaign.evolve(event);
    }
    ledger.tell(new LedgerMessage.Execute(1, command, Instant.MAX, answers.ref()));
    answers.receiveMessage(DEADLINE);
  }

  private CampaignSummary recovered() {
    return recovered(node);
  }

  private CampaignSummary recovered(ActorTestKit on) {
    TestProbe<LedgerNotice> owner = on.createTestProbe();
    ActorRef<LedgerMessage> ledger = on.spawn(ledger(owner.ref()));
    LedgerNotice notice = owner.receiveMessage(DEADLINE);
    on.stop(ledger);
    return ((LedgerNotice.Recovered) notice).campaign().orElseThrow();
  }

  private Behavior<LedgerMessage> ledger(ActorRef<LedgerNotice> owner) {
    return CampaignLedger.create(
        WELL,
        owner,
        (entity, snapshot) -> CompletableFuture.completedFuture(null),
        Timekeeper.trusting(clock),
        clock,
        Quorum.always());
  }

  /** In one row, as versions before wrote them. */
  private static void whole(
      CampaignSnapshot snapshot, int serializer, String manifest, byte[] payload)
      throws SQLException {
    try (Connection connection = POSTGRES.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO campaign.snapshot (persistence_id, sequence_number, created,"
                    + " snapshot_ser_id, snapshot_ser_manifest, snapshot_payload)"
                    + " VALUES ('campaign|well', ?, 0, ?, ?, ?)")) {
      insert.setLong(1, snapshot.sequence());
      insert.setInt(2, serializer);
      insert.setString(3, manifest);
      insert.setBytes(4, payload);
      insert.executeUpdate();
    }
  }

  private static void forgetEventsUpTo(CampaignSnapshot snapshot) throws SQLException {
    execute("DELETE FROM campaign.event_journal WHERE sequence_number <= " + snapshot.sequence());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connectPastTriggers();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
