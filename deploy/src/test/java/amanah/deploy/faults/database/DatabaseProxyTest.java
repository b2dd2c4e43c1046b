package amanah.deploy.faults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.testing.PostgresExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseProxyTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration LATE_MAX = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 50;

  private DatabaseProxy proxy;

  @BeforeEach
  void start() throws IOException, SQLException {
    URI server = URI.create(POSTGRES.url().substring("jdbc:".length()));
    proxy =
        DatabaseProxy.start(
            InetAddress.getLoopbackAddress(),
            new InetSocketAddress(server.getHost(), server.getPort()));
    execute("DROP TABLE IF EXISTS gift", "CREATE TABLE gift (id int PRIMARY KEY)");
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
  }

  @Test
  void what_client_and_server_say_is_passed_on() throws SQLException {
    try (Connection connection = throughProxy();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT repeat('a', 300000)")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).hasSize(300_000);
    }
    assertThat(proxy.struck()).isZero();
  }

  @Test
  void the_row_of_a_transaction_is_there_whose_client_saw_an_error_instead_of_its_commit()
      throws SQLException {
    try (Connection connection = throughProxy()) {
      connection.setAutoCommit(false);
      insert(connection);
      proxy.arm(Stroke.REPLY_CUT, 1);

      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    }

    assertThat(rows()).isOne();
    assertThat(proxy.struck()).isOne();
  }

  @Test
  void the_row_of_a_lone_insert_is_there_whose_client_saw_an_error() throws SQLException {
    try (Connection connection = throughProxy()) {
      proxy.arm(Stroke.REPLY_CUT, 1);

      assertThatThrownBy(() -> insert(connection)).isInstanceOf(SQLException.class);
    }

    assertThat(rows()).isOne();
  }

  @Test
  void a_commit_of_nothing_is_left_alone() throws SQLException {
    try (Connection connection = throughProxy();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      proxy.arm(Stroke.REPLY_CUT, 1);
      statement.execute("SELECT 1");
      connection.commit();
      insert(connection);
      connection.rollback();
    }

    assertThat(proxy.struck()).isZero();
    assertThat(rows()).isZero();
  }

  @Test
  void only_as_many_commits_are_struck_as_was_said() throws SQLException {
    proxy.arm(Stroke.REPLY_CUT, 1);
    try (Connection connection = throughProxy()) {
      assertThatThrownBy(() -> insert(connection)).isInstanceOf(SQLException.class);
    }
    try (Connection connection = throughProxy();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO gift VALUES (2)")).isOne();
    }

    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void a_late_commit_lands_after_its_client_saw_the_connection_break()
      throws SQLException, InterruptedException {
    try (Connection connection = throughProxy()) {
      connection.setAutoCommit(false);
      insert(connection);
      proxy.arm(Stroke.LATE_COMMIT, 1);

      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
      assertThat(rows()).isZero();
    }

    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + LATE_MAX.toNanos();
    while (rows() == 0 && System.nanoTime() < deadline) {
      assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(rows()).isOne();
  }

  @Test
  void a_refusing_proxy_cuts_everybody_and_lets_nobody_in_until_it_serves() throws SQLException {
    try (Connection connection = throughProxy()) {
      proxy.refuse();

      assertThatThrownBy(() -> insert(connection)).isInstanceOf(SQLException.class);
      assertThatThrownBy(this::throughProxy).isInstanceOf(SQLException.class);
    }
    proxy.serve();
    try (Connection connection = throughProxy()) {
      insert(connection);
    }

    assertThat(rows()).isOne();
  }

  @Test
  void a_server_s_clock_is_off_for_who_asks_it_for_the_journal_s_time_and_nothing_else()
      throws SQLException {
    proxy.setClockOffset(Duration.ofHours(-1));
    try (Connection connection = throughProxy();
        Statement statement = connection.createStatement()) {
      assertThat(told(statement, "SELECT 7200000000.5 AS journal_time_micros"))
          .isEqualTo("3600000000.5");
      assertThat(told(statement, "SELECT 7200000000.5 AS other")).isEqualTo("7200000000.5");
      assertThat(told(statement, "SELECT 'x' || 1")).isEqualTo("x1");

      proxy.setClockOffset(Duration.ZERO);

      assertThat(told(statement, "SELECT 1 AS journal_time_micros")).isEqualTo("1");
    }
  }

  private static String told(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private Connection throughProxy() throws SQLException {
    String database = POSTGRES.url().substring(POSTGRES.url().lastIndexOf('/'));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + proxy.address().getPort() + database,
        POSTGRES.user(),
        POSTGRES.password());
  }

  private static void insert(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO gift VALUES (1)");
    }
  }

  private static int rows() throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM gift")) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }

  private static void execute(String... commands) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
