package amanah.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the pools get their sessions from: it waits for a database that is away.
 *
 * <p>A pool opens its sessions in one thread of its own. When the database refuses, that thread
 * asks again after 10 ms, then after twice as long each time, up to 5 s; so long a database that is
 * back would stay unused, in every pool. Here that thread is kept, and asks five times a second.
 * Who waits for a session waits no longer than before. What cannot mend itself, such as a wrong
 * password, is told at once.
 */
public final class PatientDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(PatientDataSource.class);
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONNECTION_EXCEPTION = "08";
  private static final String OPERATOR_INTERVENTION = "57P";

  /** Opens a session, or fails. */
  @FunctionalInterface
  interface Opening {
    /** Does it. */
    Connection open() throws SQLException;
  }

  /** Waits. */
  @FunctionalInterface
  interface Waiting {
    /** For so long. */
    void await(Duration duration) throws InterruptedException;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return patiently(
        () -> super.getConnection(user, password), PatientDataSource::await, System::nanoTime);
  }

  /** Opens a session as soon as the database takes any; fails after half a minute. */
  static Connection patiently(Opening opening, Waiting waiting, LongSupplier nanoTime)
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
