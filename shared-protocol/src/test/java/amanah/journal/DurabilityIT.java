package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import amanah.node.Node;
import amanah.node.NodePlan;
import amanah.node.NodeServices;
import amanah.testing.DurablePostgres;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server of the test's own, whose settings are changed while it runs. */
class DurabilityIT {

  private static final Duration NOTICED_MAX = Duration.ofSeconds(60);

  @TempDir Path directory;
  private DurablePostgres postgres;

  @BeforeEach
  void start() throws Exception {
    postgres = DurablePostgres.start(directory);
  }

  @AfterEach
  void stop() throws Exception {
    postgres.close();
  }

  @Test
  void a_server_that_may_forget_is_refused_by_name_and_found_out_while_it_runs()
      throws SQLException {
    ActorTestKit node = ActorTestKit.create("durability-it", config());
    try {
      JournalClock clock =
          JournalClock.of(settings(), ClockLimits.of(config()), InstantSource.system());
      JournalHealth health = JournalHealth.of(node.system(), clock);
      Durability.of(config()).prove(settings());
      awaitReport(node, health, true, "the journal answers");

      execute("ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()");

      String sentence = "the database has full_page_writes = off";
      awaitReport(node, health, false, sentence);
      assertThatThrownBy(() -> Durability.of(config()).prove(settings()))
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessageStartingWith(sentence)
          .hasMessageEndingWith("expected on");
      Durability.of(config("amanah.journal.allow-unsafe-database", true)).prove(settings());
    } finally {
      node.shutdownTestKit();
    }
  }

  @Nested
  final class A_session {

    @ParameterizedTest
    @CsvSource({"off, on", "local, on", "remote_write, on", "on, on", "remote_apply, remote_apply"})
    void waits_until_its_commits_are_on_disk_and_is_never_weakened(String usual, String used)
        throws SQLException {
      execute("ALTER ROLE postgres SET synchronous_commit = " + usual);

      assertThat(synchronousCommit()).isEqualTo(used);
    }

    private String synchronousCommit() throws SQLException {
      Properties properties = settings().driverProperties();
      properties.put("user", postgres.user());
      properties.put("password", postgres.password());
      try (Connection session =
              Objects.requireNonNull(new PatientDriver().connect(postgres.url(), properties));
          Statement statement = session.createStatement();
          ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  @Test
  void a_server_that_syncs_nothing_starts_no_node() throws Exception {
    try (EmbeddedPostgres careless = EmbeddedPostgres.builder().start()) {
      Config config =
          ConfigFactory.parseMap(
              Map.of(
                  "amanah.journal.url",
                  "jdbc:postgresql://127.0.0.1:" + careless.getPort() + "/postgres",
                  "amanah.journal.user",
                  "postgres"));
      NodePlan<NodeServices> plan = new NodePlan<>(List.of(), read -> node -> List::of);

      assertThatThrownBy(() -> Node.start(config, InstantSource.system(), plan))
          .isInstanceOf(UnsafeDatabaseException.class)
          .hasMessage(
              "the database has fsync = off, with which acknowledged donations can be lost;"
                  + " expected on");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          fsync | full_page_writes | synchronous_commit | sentence
          on    | on               | on                 | -
          on    | on               | remote_apply       | -
          off   | on               | on                 | the database has fsync = off
          on    | off              | on                 | the database has full_page_writes = off
          on    | on               | local              | the database has synchronous_commit = local
          on    | on               | remote_write       | the database has synchronous_commit = remote_write
          on    | on               | off                | the database has synchronous_commit = off
          """)
  void what_can_lose_donations_is_a_sentence(
      String fsync, String fullPageWrites, String synchronousCommit, String sentence) {
    String said = Durability.problem(fsync, fullPageWrites, synchronousCommit).orElse("-");

    assertThat(said).startsWith(sentence);
  }

  private void awaitReport(
      ActorTestKit node, JournalHealth health, boolean reachable, String detail) {
    node.createTestProbe()
        .awaitAssert(
            NOTICED_MAX,
            () -> {
              JournalHealth.Report report = health.check().toCompletableFuture().join();
              assertThat(report.reachable()).as(report.detail()).isEqualTo(reachable);
              assertThat(report.detail()).startsWith(detail);
              return report;
            });
  }

  private Config config(String key, Object value) {
    return config().withValue(key, ConfigValueFactory.fromAnyRef(value));
  }

  private Config config() {
    return ConfigFactory.parseString(
            "amanah.journal { url = \"%s\", user = \"%s\", password = \"%s\" }"
                .formatted(postgres.url(), postgres.user(), postgres.password()))
        .withFallback(ConfigFactory.defaultReferenceUnresolved())
        .resolve();
  }

  private JournalSettings settings() {
    return JournalSettings.of(config());
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
