package amanah.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A new database for each test class, on one PostgreSQL for the whole run that is as durable as the
 * one in use: {@code @RegisterExtension static final PostgresExtension POSTGRES = new
 * PostgresExtension();}.
 */
public final class PostgresExtension implements BeforeAllCallback {

  private @Nullable String url;

  @Override
  public void beforeAll(ExtensionContext context) {
    // Nested classes come by here as well; they share their outer class's database.
    if (url == null) {
      url =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.create(PostgresExtension.class))
              .getOrComputeIfAbsent(Server.class, key -> Server.start(), Server.class)
              .newDatabase();
    }
  }

  /** Where this class's database is, for JDBC. */
  public String url() {
    if (url == null) {
      throw new IllegalStateException("no database before the test class began");
    }
    return url;
  }

  /** The same with the names that are needed. */
  public String urlWithUser() {
    return url() + "?user=" + user() + "&password=" + password();
  }

  /** Who owns the database. */
  public String user() {
    return DurablePostgres.USER;
  }

  /** The owner's password; the server trusts everyone on this machine. */
  public String password() {
    return DurablePostgres.PASSWORD;
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), password());
  }

  /** A new connection that may change and empty a journal, past the triggers which refuse that. */
  public Connection connectPastTriggers() throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
    }
    return connection;
  }

  /** The one server of a run, stopped and removed at its end. */
  private record Server(EmbeddedPostgres postgres, AtomicInteger databases)
      implements AutoCloseable {

    static Server start() {
      try {
        return new Server(DurablePostgres.builder().start(), new AtomicInteger());
      } catch (IOException unstartable) {
        throw new IllegalStateException("PostgreSQL does not start", unstartable);
      }
    }

    String newDatabase() {
      String name = "test_" + databases.incrementAndGet();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException refused) {
        throw new IllegalStateException("no database " + name, refused);
      }
      return DurablePostgres.url(postgres.getPort(), name);
    }

    @Override
    public void close() throws IOException {
      postgres.close();
    }
  }
}
