package amanah.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of the journal: the database's, read every few seconds, and between two readings what
 * has passed by this machine's monotonic clock. All nodes agree about it to within a reading's
 * round trip, and a machine whose own clock is wrong, or jumps, closes no campaign early.
 */
public final class JournalClock implements InstantSource {

  /** A reading that took longer says too little. */
  private static final Duration ROUND_TRIP_MAX = Duration.ofMillis(500);

  private static final String QUESTION = "SELECT extract(epoch FROM clock_timestamp()) * 1000000";

  private static final long MICROS = 1_000_000;
  private static final long NANOS_OF_MICRO = 1_000;

  private final LongSupplier nanoTime;
  private volatile Reading reading;

  /** What the database said, at which moment of the monotonic clock. */
  private record Reading(Instant time, long nanos) {}

  JournalClock(Instant time, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.reading = new Reading(time, nanoTime.getAsLong());
  }

  /**
   * Reads the time of that database for the first time; blocks until it has.
   *
   * @throws IllegalStateException if the database does not answer
   */
  public static JournalClock of(JournalSettings settings) {
    try (Connection connection =
            DriverManager.getConnection(
                settings.urlWithTimeouts(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      JournalClock clock = new JournalClock(time(statement), System::nanoTime);
      clock.read(statement);
      return clock;
    } catch (SQLException silent) {
      throw new IllegalStateException("the journal does not tell the time", silent);
    }
  }

  private static Instant time(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      long micros = row.getBigDecimal(1).longValue();
      return Instant.ofEpochSecond(
          Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_MICRO);
    }
  }

  @Override
  public Instant instant() {
    Reading last = reading;
    return last.time().plusNanos(nanoTime.getAsLong() - last.nanos());
  }

  /** Reads it once more. */
  Instant read(Statement statement) throws SQLException {
    long asked = nanoTime.getAsLong();
    Instant time = time(statement);
    heard(time, asked);
    return time;
  }

  /** The database said {@code time}, and was asked at {@code askedNanos}. */
  void heard(Instant time, long askedNanos) {
    long now = nanoTime.getAsLong();
    long roundTrip = now - askedNanos;
    if (roundTrip <= ROUND_TRIP_MAX.toNanos()) {
      reading = new Reading(time, now - roundTrip / 2);
    }
  }
}
