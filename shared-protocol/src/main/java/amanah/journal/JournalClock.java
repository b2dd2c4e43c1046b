package amanah.journal;

import amanah.time.Moment;
import amanah.time.Timekeeper;
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
 *
 * <p>For what is written down and what is decided there is its {@link #timekeeper}, who does not
 * follow the database when its clock jumps, and says when it is not to be trusted.
 */
public final class JournalClock implements InstantSource {

  /** A reading that took longer says too little. */
  private static final Duration ROUND_TRIP_MAX = Duration.ofMillis(500);

  /** The name of the answer's one column, by which a trial finds it. */
  public static final String ANSWER = "journal_time_micros";

  private static final String QUESTION =
      "SELECT extract(epoch FROM clock_timestamp()) * 1000000 AS " + ANSWER;

  private static final long MICROS = 1_000_000;
  private static final long NANOS_OF_MICRO = 1_000;

  private final LongSupplier nanoTime;
  private final InstantSource machineClock;
  private final Timekeeper timekeeper = this::now;
  private volatile ClockTrust trust;

  JournalClock(
      Instant time, ClockLimits limits, InstantSource machineClock, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.machineClock = machineClock;
    this.trust =
        ClockTrust.from(
            limits, new ClockTrust.Reading(time, machineClock.instant(), nanoTime.getAsLong()));
  }

  /**
   * Reads the time of that database for the first time; blocks until it has.
   *
   * @param machineClock the clock of this machine, which is only compared
   * @throws IllegalStateException if the database does not answer
   */
  public static JournalClock of(
      JournalSettings settings, ClockLimits limits, InstantSource machineClock) {
    try (Connection connection =
            DriverManager.getConnection(
                settings.urlWithTimeouts(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      JournalClock clock =
          new JournalClock(time(statement), limits, machineClock, System::nanoTime);
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

  /**
   * The database's time as it is, jumps and all: for what all nodes must have alike and what is
   * over in seconds, such as the end of a caller's patience.
   */
  @Override
  public Instant instant() {
    return trust.journal(nanoTime.getAsLong());
  }

  /** The time for events and for decisions. */
  public Timekeeper timekeeper() {
    return timekeeper;
  }

  private Moment now() {
    return trust.now(nanoTime.getAsLong(), machineClock.instant());
  }

  /** Reads it once more. */
  Instant read(Statement statement) throws SQLException {
    long asked = nanoTime.getAsLong();
    Instant time = time(statement);
    heard(time, asked);
    return time;
  }

  /** The database said {@code time}, and was asked at {@code askedNanos}. */
  synchronized void heard(Instant time, long askedNanos) {
    long now = nanoTime.getAsLong();
    long roundTrip = now - askedNanos;
    if (roundTrip <= ROUND_TRIP_MAX.toNanos()) {
      Instant machine = machineClock.instant().minusNanos(roundTrip / 2);
      trust = trust.heard(new ClockTrust.Reading(time, machine, now - roundTrip / 2));
    }
  }
}
