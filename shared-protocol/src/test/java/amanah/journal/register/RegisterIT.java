package amanah.journal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.journal.JournalSchema;
import amanah.journal.JournalSettings;
import amanah.journal.SeenEvents;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database, of which one excludes the other. */
class RegisterIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final JournalSchema JOURNAL = new JournalSchema("tried", "db/tried");
  private static final MemberId LEFT = new MemberId("akka://amanah@127.0.0.1:1", 11);
  private static final MemberId RIGHT = new MemberId("akka://amanah@127.0.0.1:2", 22);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Optional<String> JOINING = Optional.empty();
  private static final String EVENT =
      """
      INSERT INTO tried.event_journal (persistence_id, sequence_number, writer, event_ser_id,
        event_ser_manifest, event_payload)
      VALUES ('entity|1', 7, '%s', 1401, 'something-happened.v1', '')
      """;

  private final Node left = new Node();
  private final Node right = new Node();

  /** What a node has of the database. */
  private static final class Node implements AutoCloseable {

    private final JournalSettings settings = settings(POSTGRES.url());
    private final HikariDataSource journal;
    private final Register register;

    Node() {
      Enrolment.of(settings);
      journal = new HikariDataSource(settings.pool("journal", 1));
      register = Register.open(settings);
      Waiting.until(PATIENCE, () -> isOpen(register));
    }

    /** On a busy machine a first session takes longer than anybody waits for one. */
    private static boolean isOpen(Register register) {
      try {
        assertThat(register.members()).isNotNull();
        return true;
      } catch (IllegalStateException opening) {
        return false;
      }
    }

    @Override
    public void close() {
      register.close();
      journal.close();
    }
  }

  private static JournalSettings settings(String url) {
    Config config =
        ConfigFactory.parseMap(
                Map.of(
                    "amanah.journal.url", url,
                    "amanah.journal.user", POSTGRES.user(),
                    "amanah.journal.password", POSTGRES.password(),
                    "amanah.journal.session", Enrolment.newSession(),
                    "amanah.journal.opening", Enrolment.OPENING))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve();
    return JournalSettings.of(config);
  }

  @BeforeAll
  static void migrate() {
    JOURNAL.migrate(settings(POSTGRES.url()));
  }

  @BeforeEach
  void oneCluster() throws SQLException {
    execute("TRUNCATE tried.event_journal");
    assertThat(left.register.enter(LEFT, List.of(), Optional.of("cluster"))).hasValue("cluster");
    assertThat(right.register.enter(RIGHT, List.of(LEFT), JOINING)).hasValue("cluster");
  }

  @AfterEach
  void close() throws SQLException {
    left.close();
    right.close();
    execute("TRUNCATE cluster.member, cluster.incarnation");
  }

  @Test
  void a_transaction_that_an_excluded_node_has_open_never_commits_and_its_key_is_free()
      throws SQLException {
    try (Connection frozen = left.journal.getConnection();
        Statement statement = frozen.createStatement()) {
      frozen.setAutoCommit(false);
      statement.execute(EVENT.formatted("left"));

      right.register.cutOff(List.of(LEFT));
      execute(EVENT.formatted("right"));

      assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
    }
    assertThat(answer("SELECT string_agg(writer, ' ') FROM tried.event_journal"))
        .isEqualTo("right");
  }

  @Test
  void an_excluded_node_opens_no_session_any_more() throws SQLException {
    right.register.cutOff(List.of(LEFT));

    try (HikariDataSource another = new HikariDataSource(left.settings.pool("another", 1))) {
      assertThatThrownBy(another::getConnection)
          .isInstanceOf(SQLException.class)
          .hasRootCauseMessage(
              "ERROR: session "
                  + left.settings.session()
                  + " may not write: its node was excluded");
    }
    assertThatCode(() -> right.journal.getConnection().close()).doesNotThrowAnyException();
  }

  @Test
  void the_sessions_of_a_member_are_counted_and_end_with_it() throws SQLException {
    try (Connection one = left.journal.getConnection()) {
      assertThat(one.isValid(1)).isTrue();
      assertThat(right.register.sessions(LEFT).orElseThrow()).isPositive();
    }
    left.close();

    Waiting.until(PATIENCE, () -> right.register.sessions(LEFT).orElseThrow() == 0);
    assertThat(right.register.sessions(RIGHT).orElseThrow()).isPositive();
    assertThat(right.register.sessions(new MemberId("akka://amanah@127.0.0.1:9", 99))).isEmpty();
  }

  @Test
  void of_two_that_exclude_one_another_the_first_stays() {
    right.register.cutOff(List.of(LEFT));

    Waiting.until(PATIENCE, () -> isFenced(() -> left.register.cutOff(List.of(RIGHT))));
    assertThatCode(right.register::reading).doesNotThrowAnyException();
    assertThat(right.register.members()).containsExactly(RIGHT);
  }

  @Test
  void a_node_that_was_excluded_before_it_entered_never_enters() {
    MemberId late = new MemberId("akka://amanah@127.0.0.1:3", 33);
    left.register.cutOff(List.of(late));

    try (Node node = new Node()) {
      assertThatThrownBy(() -> node.register.enter(late, List.of(LEFT, RIGHT), JOINING))
          .isInstanceOf(FencedException.class);
    }
  }

  @Test
  void a_node_that_sees_nobody_who_has_entered_waits_until_somebody_has() {
    MemberId late = new MemberId("akka://amanah@127.0.0.1:3", 33);
    MemberId stranger = new MemberId("akka://amanah@127.0.0.1:4", 44);

    try (Node node = new Node()) {
      assertThat(node.register.enter(late, List.of(stranger), JOINING)).isEmpty();
      assertThat(node.register.enter(late, List.of(stranger, RIGHT), JOINING)).hasValue("cluster");
    }
  }

  @Test
  void a_new_cluster_fences_all_members_of_the_one_before() {
    try (Node node = new Node()) {
      MemberId founder = new MemberId("akka://amanah@127.0.0.1:3", 33);
      assertThat(node.register.enter(founder, List.of(), Optional.of("newer"))).hasValue("newer");
      node.register.cutOff(List.of());

      Waiting.until(PATIENCE, () -> isFenced(left.register::reading));
      assertThatThrownBy(right.journal::getConnection).isInstanceOf(SQLException.class);
      assertThat(node.register.members()).containsExactly(founder);
    }
  }

  @Test
  void a_name_that_the_database_has_forgotten_is_refused_too() throws SQLException {
    execute("UPDATE cluster.member SET fenced_at = now() - interval '8 days' WHERE uid = 11");
    Enrolment.of(settings(POSTGRES.url()));

    left.journal.getHikariPoolMXBean().softEvictConnections();

    assertThat(answer("SELECT count(*) FROM cluster.member WHERE uid = 11")).isEqualTo("0");
    assertThat(left.register.reading()).isEmpty();
    assertThatThrownBy(left.journal::getConnection).isInstanceOf(SQLException.class);
  }

  @Test
  void a_role_that_may_do_nothing_else_is_enough() throws SQLException {
    execute("CREATE ROLE plain LOGIN");
    execute("GRANT USAGE ON SCHEMA cluster TO plain");
    execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cluster TO plain");
    JournalSettings plain = settings(POSTGRES.url() + "?user=plain");
    try (Connection owner = POSTGRES.connect();
        PreparedStatement entry =
            owner.prepareStatement("INSERT INTO cluster.member (session) VALUES (?)")) {
      entry.setString(1, plain.session());
      entry.execute();
    }
    MemberId late = new MemberId("akka://amanah@127.0.0.1:3", 33);
    try (Register register = Register.open(plain)) {
      register.enter(late, List.of(LEFT), JOINING);
      register.cutOff(List.of());

      assertThat(History.begin(register, new SeenEvents()).check()).isEmpty();
    }
  }

  @Test
  void a_database_that_shows_another_name_than_the_nodes_own_is_refused() {
    JournalSettings renamed = settings(POSTGRES.url() + "?ApplicationName=pooled");

    assertThatThrownBy(() -> Enrolment.of(renamed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("answers from session pooled of process")
        .hasMessageContaining("expected session " + renamed.session());
  }

  /** Its sessions were ended; only when it opens a new one does it learn why. */
  private static boolean isFenced(Runnable asking) {
    try {
      asking.run();
      throw new AssertionError("an excluded node was heard");
    } catch (FencedException fenced) {
      return true;
    } catch (IllegalStateException ended) {
      return false;
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = POSTGRES.connect();
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
