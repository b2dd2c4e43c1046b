package amanah.deploy.bench.baseline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the PostgreSQL server answers to SHOW.
 *
 * @param version its version
 * @param fsync whether it waits for the disk at all
 * @param synchronousCommit whether a commit waits for its log
 */
public record ServerSettings(String version, String fsync, String synchronousCommit) {

  /** Asks the server. */
  public static ServerSettings of(JdbcTarget target) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      return new ServerSettings(
          show(statement, "server_version"),
          show(statement, "fsync"),
          show(statement, "synchronous_commit"));
    }
  }

  /** Whether an acknowledged commit survives a power cut. */
  public boolean durable() {
    return fsync.equals("on") && !synchronousCommit.equals("off");
  }

  private static String show(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
