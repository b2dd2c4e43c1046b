package amanah.deploy.bench.baseline;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database beside the node's, on the same server, that exists as long as the benchmark. */
public final class BaselineDatabase implements AutoCloseable {

  private static final String NAME = "bench_sql";

  private final JdbcTarget server;

  private BaselineDatabase(JdbcTarget server) {
    this.server = server;
  }

  /** Creates it anew with its tables. */
  public static BaselineDatabase create(JdbcTarget server) throws SQLException {
    BaselineDatabase database = new BaselineDatabase(server);
    database.drop();
    execute(server, "create database " + NAME);
    execute(database.target(), Script.SCHEMA.text());
    return database;
  }

  /** Where it is. */
  public JdbcTarget target() {
    return server.withDatabase(NAME);
  }

  @Override
  public void close() throws SQLException {
    drop();
  }

  private void drop() throws SQLException {
    execute(server, "drop database if exists " + NAME + " with (force)");
  }

  private static void execute(JdbcTarget target, String sql) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
