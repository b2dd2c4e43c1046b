package amanah.deploy.bench.baseline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database of a PostgreSQL server on this machine.
 *
 * @param password the user's, never shown
 */
public record JdbcTarget(int port, String database, String user, String password) {

  /** Where all of them are: nothing but this machine is ever put under load. */
  public static final String HOST = "127.0.0.1";

  /** Another database of the same server. */
  public JdbcTarget withDatabase(String other) {
    return new JdbcTarget(port, other, user, password);
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user, password);
  }

  /** Its JDBC URL. */
  public String url() {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
  }

  @Override
  public String toString() {
    return url() + " as " + user;
  }
}
