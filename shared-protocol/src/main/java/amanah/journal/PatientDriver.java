package amanah.journal;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The driver that opens the sessions of the pools: it waits for a database that is away.
 *
 * <p>A pool opens its sessions in one thread of its own. When the database refuses, that thread
 * asks again after 10 ms, then after twice as long each time, up to 5 s; so long a database that is
 * back would stay unused, in every pool. Here that thread is kept, and asks five times a second.
 * Who waits for a session waits no longer than before. What cannot mend itself, such as a wrong
 * password, is told at once. A session that by default would acknowledge what is not on disk yet is
 * told to wait for it. All else is left to the driver that the URL is for.
 */
public final class PatientDriver implements Driver {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PatientDriver.class);
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String CONNECTION_EXCEPTION = "08";
  private static final String OPERATOR_INTERVENTION = "57P";

  /** Opens a session, or fails. */
  @FunctionalInterface
  interface Opening {
    /** Does it. */
    @Nullable Connection open() throws SQLException;
  }

  /** Waits. */
  @FunctionalInterface
  interface Waiting {
    /** For so long. */
    void await(Duration duration) throws InterruptedException;
  }

  @Override
  public @Nullable Connection connect(String url, @Nullable Properties properties)
      throws SQLException {
    Driver driver = DriverManager.getDriver(url);
    Connection session =
        patiently(() -> driver.connect(url, properties), PatientDriver::await, System::nanoTime);
    if (session != null) {
      strengthen(session);
    }
    return session;
  }

  private static void strengthen(Connection session) throws SQLException {
    try {
      Durability.strengthen(session);
    } catch (SQLException refused) {
      session.close();
      throw refused;
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return DriverManager.getDriver(url).acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return DriverManager.getDriver(url).getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("there is none");
  }

  /** Opens a session as soon as the database takes any; fails after a while. */
  static @Nullable Connection patiently(Opening opening, Waiting waiting, LongSupplier nanoTime)
      throws SQLException {
    long began = nanoTime.getAsLong();
    for (boolean first = true; ; first = false) {
      try {
        return opening.open();
      } catch (SQLException refused) {
        if (!isAway(refused) || nanoTime.getAsLong() - began > PATIENCE.toNanos()) {
          throw refused;
        }
        if (first) {
          LOG.warn("the database takes no sessions: {}", refused.getMessage());
        }
        pause(waiting, refused);
      }
    }
  }

  /** No connection, or one to a server that is just starting or stopping. */
  private static boolean isAway(SQLException refused) {
    String state = refused.getSQLState();
    return state != null
        && (state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(OPERATOR_INTERVENTION));
  }

  private static void pause(Waiting waiting, SQLException refused) throws SQLException {
    try {
      waiting.await(AGAIN);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      refused.addSuppressed(closing);
      throw refused;
    }
  }

  private static void await(Duration duration) throws InterruptedException {
    boolean opened = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
    if (opened) {
      throw new IllegalStateException("nobody opens it");
    }
  }
}
