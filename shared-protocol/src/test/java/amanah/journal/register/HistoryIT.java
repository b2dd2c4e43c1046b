package amanah.journal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.journal.JournalSchema;
import amanah.journal.JournalSettings;
import amanah.journal.SeenEvents;
import amanah.testing.DurablePostgres;
import amanah.testing.Waiting;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes whose database is put back, loses its tail, or becomes another. */
class HistoryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JournalSchema JOURNAL = new JournalSchema("tried", "db/tried");
  private static final MemberId SELF = new MemberId("akka://amanah@127.0.0.1:1", 11);
  private static final MemberId OTHER = new MemberId("akka://amanah@127.0.0.1:2", 22);
  private static final SeenEvents.Seen EVENT =
      new SeenEvents.Seen("tried", "entity|1", 1, "writer");
  private static final String WRITE =
      """
      INSERT INTO tried.event_journal (persistence_id, sequence_number, writer, event_ser_id,
        event_ser_manifest, event_payload)
      VALUES ('entity|1', 1, '%s', 1401, 'something-happened.v1', '')
      """;

  @TempDir static Path directory;
  private static DurablePostgres postgres;

  private final SeenEvents seen = new SeenEvents();
  private Register register;
  private Register other;
  private History history;

  @BeforeAll
  static void start() throws IOException {
    postgres = DurablePostgres.start(directory);
    JOURNAL.migrate(settings());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void enter() {
    register = register();
    other = register();
    register.enter(SELF, List.of(), Optional.of("cluster"));
    other.enter(OTHER, List.of(SELF), Optional.empty());
    history = History.begin(register, seen);
    assertThat(history.check()).isEmpty();
  }

  @AfterEach
  void forget() throws SQLException {
    register.close();
    other.close();
    execute("TRUNCATE tried.event_journal, cluster.member, cluster.incarnation");
  }

  @Test
  void a_server_that_has_everything_after_a_new_start_is_the_same_database() throws Exception {
    execute(WRITE.formatted("writer"));
    seen.note(EVENT);

    postgres.kill();
    postgres.restart();

    assertThat(checked()).isEmpty();
    assertThat(checked()).isEmpty();
    assertThat(seen.all().events()).as("proven").isEmpty();
  }

  @Test
  void an_event_that_a_new_start_has_lost_ends_all_nodes_of_the_cluster() throws Exception {
    History others = History.begin(other, new SeenEvents());
    seen.note(EVENT);
    execute(WRITE.formatted("another incarnation, after the loss"));

    postgres.kill();
    postgres.restart();

    assertThat(checked()).hasValueSatisfying(said -> assertThat(said).contains("lacks 1 events"));
    assertThat(checked(others))
        .hasValueSatisfying(said -> assertThat(said).contains("is used by cluster none: "));
  }

  @Test
  void a_mark_that_is_lower_than_the_nodes_own_ends_it() throws SQLException {
    execute("UPDATE cluster.member SET mark = mark - 1 WHERE uid = 11");

    assertThat(checked())
        .hasValue(
            "the database has mark 0 of this node, expected 1: it has lost what was committed");
  }

  @Test
  void a_database_that_does_not_know_the_node_ends_it() throws SQLException {
    execute("DELETE FROM cluster.member WHERE uid = 11");

    assertThat(checked())
        .hasValueSatisfying(said -> assertThat(said).contains("does not know this node any more"));
  }

  @Test
  void a_newer_cluster_ends_the_nodes_of_the_one_before() {
    try (Register newer = register()) {
      MemberId founder = new MemberId("akka://amanah@127.0.0.1:3", 33);
      newer.enter(founder, List.of(), Optional.of("newer"));

      assertThatThrownBy(history::check).isInstanceOf(FencedException.class);
    }
  }

  @Test
  void another_timeline_of_the_database_ends_the_node() throws Exception {
    postgres.stop();
    Files.createFile(directory.resolve("standby.signal"));
    postgres.restart();
    assertThatThrownBy(() -> Enrolment.of(settings()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("targetServerType: primary");
    execute("SELECT pg_promote()");

    assertThat(checked())
        .hasValueSatisfying(said -> assertThat(said).contains("on timeline 00000002, expected"));
  }

  /** What is found once the database answers. */
  private Optional<String> checked() {
    return checked(history);
  }

  private static Optional<String> checked(History history) {
    AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
    Waiting.until(
        PATIENCE,
        () -> {
          try {
            found.set(history.check());
            return true;
          } catch (IllegalStateException away) {
            return false;
          }
        });
    return Objects.requireNonNull(found.get());
  }

  private static Register register() {
    JournalSettings settings = settings();
    Enrolment.of(settings);
    return Register.open(settings);
  }

  private static JournalSettings settings() {
    return JournalSettings.of(
        ConfigFactory.parseMap(
                Map.of(
                    "amanah.journal.url", postgres.url(),
                    "amanah.journal.user", postgres.user(),
                    "amanah.journal.password", postgres.password(),
                    "amanah.journal.session", Enrolment.newSession(),
                    "amanah.journal.opening", Enrolment.OPENING))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
