package amanah.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DurablePostgresTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  void the_shared_server_is_as_durable_as_the_real_one() throws SQLException {
    try (Connection connection = POSTGRES.connect()) {
      assertThat(answer(connection, "SHOW fsync")).isEqualTo("on");
      assertThat(answer(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(answer(connection, "SELECT current_database()")).startsWith("test_");
    }
  }

  @Test
  void what_was_committed_is_there_after_a_kill_and_a_restart(@TempDir Path directory)
      throws IOException, SQLException {
    try (DurablePostgres postgres = DurablePostgres.start(directory)) {
      try (Connection connection = postgres.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        postgres.kill();
        assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
      }

      postgres.restart();

      try (Connection connection = postgres.connect()) {
        assertThat(answer(connection, "SELECT answer FROM kept")).isEqualTo("42");
      }
    }
  }

  @Test
  void a_paused_server_does_not_answer_until_it_goes_on(@TempDir Path directory)
      throws IOException, SQLException {
    try (DurablePostgres postgres = DurablePostgres.start(directory)) {
      postgres.pause();
      try {
        assertThatThrownBy(
                () ->
                    DriverManager.getConnection(
                        postgres.url() + "?loginTimeout=1&socketTimeout=1",
                        postgres.user(),
                        postgres.password()))
            .isInstanceOf(SQLException.class);
      } finally {
        postgres.resume();
      }

      try (Connection connection = postgres.connect()) {
        assertThat(answer(connection, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  private static String answer(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
