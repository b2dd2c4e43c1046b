package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.AskPattern;
import akka.pattern.StatusReply;
import amanah.campaign.domain.CampaignEvent;
import amanah.journal.ClockLimits;
import amanah.journal.JournalClock;
import amanah.journal.JournalHealth;
import amanah.journal.JournalSettings;
import amanah.testing.PostgresExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configured plugin against the migrated schema, on the real PostgreSQL. */
class JournalIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final String SETTINGS =
      "SELECT string_agg(current_setting(name), ' ' ORDER BY position)"
          + " FROM unnest(ARRAY['lock_timeout', 'idle_in_transaction_session_timeout',"
          + " 'statement_timeout']) WITH ORDINALITY AS setting (name, position)";

  private final CampaignEvents events = new CampaignEvents(11);
  private ActorTestKit node = newNode();

  @BeforeAll
  static void migrate() {
    assertThat(CampaignJournal.SCHEMA.migrate(settings())).isEqualTo(5);
    assertThat(CampaignJournal.SCHEMA.migrate(settings())).as("already migrated").isZero();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("TRUNCATE campaign.event_journal");
  }

  @AfterEach
  void stop() {
    node.shutdownTestKit();
  }

  @Test
  void events_are_kept_without_a_hole_and_recovered_after_a_restart() throws SQLException {
    keep("campaign|a", 10);

    restart();

    assertThat(count("campaign|a")).isEqualTo(10);
    assertThat(answer("SELECT max(sequence_number) || ' ' || count(*) FROM campaign.event_journal"))
        .isEqualTo("10 10");
  }

  @Test
  void every_event_has_its_transaction_and_its_slice() throws SQLException {
    keep("campaign|a", 2);
    keep("campaign|b", 1);

    assertThat(
            answer(
                """
                SELECT bool_and(xid::text::bigint > 0 AND slice BETWEEN 0 AND 1023)
                       AND count(DISTINCT slice) = count(DISTINCT persistence_id)
                FROM campaign.event_journal
                WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
                  AND (xid, ordering) > ('0'::xid8, 0)
                """))
        .isEqualTo("t");
  }

  @Test
  void the_slice_of_a_campaign_is_the_same_for_ever() throws SQLException {
    keep("campaign|a", 1);

    assertThat(answer("SELECT slice FROM campaign.event_journal")).isEqualTo("414");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE campaign.event_journal SET deleted = true",
        "UPDATE campaign.event_journal SET event_payload = '' WHERE false",
        "DELETE FROM campaign.event_journal WHERE sequence_number = 1",
        "TRUNCATE campaign.event_journal",
        "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer, event_ser_id,"
            + " event_ser_manifest, event_payload) VALUES ('campaign|a', 1, '', 1, '', '')"
            + " ON CONFLICT (persistence_id, sequence_number) DO UPDATE SET deleted = true"
      })
  void what_is_written_is_never_changed_not_even_by_its_owner(String change) throws SQLException {
    keep("campaign|a", 2);

    try (Connection owner = POSTGRES.connect();
        Statement statement = owner.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("the journal is never changed")
          .hasMessageContaining("of campaign.event_journal is refused");
    }
    assertThat(answer("SELECT count(*) FROM campaign.event_journal WHERE NOT deleted"))
        .isEqualTo("2");
  }

  @Test
  void history_gives_the_events_that_were_asked_for() {
    List<CampaignEvent> kept = keep("campaign|a", 6);
    keep("campaign|b", 1);

    try (CampaignHistory history = CampaignHistory.open(settings())) {
      assertThat(join(history.events("campaign|a", List.of(5L, 2L, 5L))))
          .containsExactly(
              new CampaignHistory.Entry(2, kept.get(1)), new CampaignHistory.Entry(5, kept.get(4)));
      assertThat(join(history.events("campaign|a", List.of()))).isEmpty();
      assertThatThrownBy(() -> join(history.events("campaign|a", List.of(6L, 7L))))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("campaign|a has 1 of the events at [6, 7]");
      assertThatThrownBy(
              () ->
                  history.events(
                      "campaign|a",
                      LongStream.rangeClosed(0, CampaignHistory.SEQUENCES_MAX).boxed().toList()))
          .hasMessageContaining("expected at most 1000");
    }
  }

  @Test
  void the_journal_is_healthy_and_its_sessions_have_their_bounds() throws SQLException {
    keep("campaign|a", 1);

    assertThat(join(JournalHealth.of(node.system(), clock()).check()).reachable()).isTrue();
    awaitAnswer(
        "SELECT count(*) FROM pg_stat_activity"
            + " WHERE application_name = 'amanah journal' AND datname = current_database()",
        "4");
    try (Connection journal = DriverManager.getConnection(POSTGRES.url(), driverProperties());
        Statement statement = journal.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("100ms 3s 5s");
    }
  }

  private List<CampaignEvent> keep(String campaign, int count) {
    List<CampaignEvent> kept = IntStream.range(0, count).mapToObj(index -> events.next()).toList();
    ActorRef<TinyLedger.Message> ledger = node.spawn(TinyLedger.create(campaign));
    List<CompletionStage<Done>> answers = new ArrayList<>();
    for (CampaignEvent event : kept) {
      answers.add(
          AskPattern.askWithStatus(
              ledger,
              (ActorRef<StatusReply<Done>> replyTo) -> new TinyLedger.Keep(event, replyTo),
              DEADLINE,
              node.scheduler()));
    }
    answers.forEach(JournalIT::join);
    return kept;
  }

  private long count(String campaign) {
    return join(
        AskPattern.ask(
            node.spawn(TinyLedger.create(campaign)),
            TinyLedger.Count::new,
            DEADLINE,
            node.scheduler()));
  }

  private void restart() {
    node.shutdownTestKit();
    node = newNode();
  }

  private static ActorTestKit newNode() {
    return ActorTestKit.create("journal-it", config());
  }

  private static JournalSettings settings() {
    return JournalSettings.of(config());
  }

  private static Config config() {
    return ConfigFactory.load(
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url", POSTGRES.url(),
                "amanah.journal.user", POSTGRES.user(),
                "amanah.journal.password", POSTGRES.password(),
                "amanah.journal.connections", 4)));
  }

  private static Properties driverProperties() {
    Properties properties = settings().driverProperties();
    properties.put("user", POSTGRES.user());
    properties.put("password", POSTGRES.password());
    return properties;
  }

  private static JournalClock clock() {
    ClockLimits limits = ClockLimits.of(ConfigFactory.load());
    return JournalClock.of(settings(), limits, InstantSource.system());
  }

  private static <A> A join(CompletionStage<A> answer) {
    return answer.toCompletableFuture().join();
  }

  private void awaitAnswer(String sql, String expected) {
    node.createTestProbe()
        .awaitAssert(
            DEADLINE,
            () -> {
              assertThat(answer(sql)).isEqualTo(expected);
              return Done.getInstance();
            });
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connectPastTriggers();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return String.valueOf(row.getString(1));
    }
  }
}
