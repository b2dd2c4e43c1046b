package amanah.journal.register;

import amanah.journal.JournalSettings;
import amanah.journal.SeenEvents;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The database's list of nodes that may write, as one of them uses it: over sessions that are under
 * the same law as all of its others, so that an excluded node excludes nobody. Everything here
 * blocks, for some seconds at most, and throws {@link FencedException} once this node was excluded.
 */
public final class Register implements AutoCloseable {

  private static final int SESSIONS = 2;
  private static final Duration ENDING_MAX = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 10;
  private static final String ENTER = "SELECT cluster.enter(?, ?, ?, ?, ?)";
  private static final String MEMBERS =
      """
      SELECT address, uid FROM cluster.member
      WHERE fenced_at IS NULL AND incarnation = (SELECT name FROM cluster.incarnation)
      """;
  private static final String SESSIONS_OF =
      """
      SELECT count(activity.pid)
      FROM cluster.member
      LEFT JOIN pg_stat_activity AS activity
        ON activity.datname = current_database()
          AND split_part(activity.application_name, ' ', 1) = member.session
      WHERE member.address = ? AND member.uid = ? AND member.fenced_at IS NULL
      GROUP BY member.session
      """;
  private static final String FENCE = "SELECT cluster.fence(?, ?)";
  private static final String END_SESSIONS =
      """
      SELECT count(pg_terminate_backend(pid))
      FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND split_part(application_name, ' ', 1)
          IN (SELECT session FROM cluster.member WHERE fenced_at IS NOT NULL)
      """;

  /** In a standby there is no own place in the log. */
  private static final String STANDING =
      """
      SELECT fenced_at IS NOT NULL, name, (SELECT system_identifier::text FROM pg_control_system()),
        CASE WHEN pg_is_in_recovery() THEN ''
          ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END,
        pg_postmaster_start_time()::text, mark
      FROM cluster.member, cluster.incarnation
      WHERE session = cluster.session_name()
      """;

  private static final String COUNT =
      """
      UPDATE cluster.member SET mark = mark + 1 WHERE session = cluster.session_name()
      RETURNING mark, pg_postmaster_start_time()::text
      """;
  private static final String RENOUNCE =
      "UPDATE cluster.incarnation SET name = 'none: ' || gen_random_uuid()::text";

  /** No such table, schema or function. */
  private static final Set<String> NOTHING_THERE = Set.of("42P01", "3F000", "42883");

  private final JournalSettings journal;
  private final HikariDataSource sessions;

  /**
   * A mark that was committed.
   *
   * @param serverStart when the server that committed it was started
   */
  record Marked(long mark, String serverStart) {}

  /** What is done in one session. */
  @FunctionalInterface
  private interface Work<T> {

    T in(Connection connection) throws SQLException;
  }

  private Register(JournalSettings journal, HikariDataSource sessions) {
    this.journal = journal;
    this.sessions = sessions;
  }

  /** Opens it for a node that is {@linkplain Enrolment enrolled}. */
  public static Register open(JournalSettings journal) {
    HikariConfig pool = journal.pool("register", SESSIONS);
    pool.addDataSourceProperty("ApplicationName", journal.session() + " register");
    return new Register(journal, new HikariDataSource(pool));
  }

  /**
   * Enters this node as a member of the cluster that the others it sees are entered in.
   *
   * @param others the members that it sees besides itself
   * @param founding the name of a new cluster, if it is this node that would make one; all members
   *     of earlier ones are then fenced
   * @return the name of the cluster; none as long as nobody else is entered and it makes no new one
   */
  public Optional<String> enter(
      MemberId self, Collection<MemberId> others, Optional<String> founding) {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, self.address());
            statement.setLong(2, self.uid());
            setMembers(statement, 3, others);
            statement.setString(5, founding.orElse(null));
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return Optional.ofNullable(row.getString(1));
            }
          }
        });
  }

  /** The members of the present cluster that may write. */
  public List<MemberId> members() {
    return with(
        connection -> {
          List<MemberId> members = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(MEMBERS);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              members.add(new MemberId(rows.getString(1), rows.getLong(2)));
            }
          }
          return members;
        });
  }

  /** How many sessions that member has; nothing if it is not entered, or fenced. */
  public OptionalLong sessions(MemberId member) {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(SESSIONS_OF)) {
            statement.setString(1, member.address());
            statement.setLong(2, member.uid());
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
          }
        });
  }

  /**
   * Cuts off those nodes, and whoever else was fenced: when this returns, nothing that they have
   * not committed by now is ever committed.
   *
   * @throws IllegalStateException if a session of theirs does not end in time
   */
  public void cutOff(Collection<MemberId> excluded) {
    with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(FENCE)) {
            setMembers(statement, 1, excluded);
            return statement.execute();
          }
        });
    long began = System.nanoTime();
    for (long left = endSessions(); left > 0; left = endSessions()) {
      if (System.nanoTime() - began > ENDING_MAX.toNanos()) {
        throw new IllegalStateException(
            left + " sessions of excluded nodes do not end, expected none to be left");
      }
      pause();
    }
  }

  /** So many were told to end; those that have ended are not seen any more. */
  private long endSessions() {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(END_SESSIONS);
              ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  private static void pause() {
    try {
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sessions end", interrupted);
    }
  }

  private static void setMembers(
      PreparedStatement statement, int first, Collection<MemberId> members) throws SQLException {
    Connection connection = statement.getConnection();
    statement.setArray(first, array(connection, "text", members, MemberId::address));
    statement.setArray(first + 1, array(connection, "bigint", members, MemberId::uid));
  }

  private static <T> Array array(
      Connection connection, String type, Collection<T> values, Function<T, Object> field)
      throws SQLException {
    return connection.createArrayOf(type, values.stream().map(field).toArray());
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = sessions.getConnection()) {
      return work.in(connection);
    } catch (SQLException failure) {
      throw FencedException.orOther(failure);
    }
  }

  /**
   * Asks in a session of its own, without the pool's patience.
   *
   * @throws FencedException if the node was excluded
   * @throws IllegalStateException if the database does not say
   */
  void requireAdmission() {
    Enrolment.requireAdmission(journal);
  }

  /**
   * What the database says of itself and of this node; nothing if it does not know the node.
   *
   * @throws FencedException if the node was excluded
   */
  Optional<RegisterReading> reading() {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STANDING);
              ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
              return Optional.empty();
            }
            if (row.getBoolean(1)) {
              throw FencedException.marked();
            }
            return Optional.of(
                new RegisterReading(
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6)));
          } catch (SQLException failure) {
            if (NOTHING_THERE.contains(String.valueOf(failure.getSQLState()))) {
              return Optional.empty();
            }
            throw failure;
          }
        });
  }

  /** Counts this node's mark up by one. */
  Marked count() {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(COUNT);
              ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
              throw new SQLException("the database does not know this node any more");
            }
            return new Marked(row.getLong(1), row.getString(2));
          }
        });
  }

  /** Those that are not in their journals. */
  List<SeenEvents.Seen> missing(List<SeenEvents.Seen> events) {
    Map<String, List<SeenEvents.Seen>> schemas =
        events.stream().collect(Collectors.groupingBy(SeenEvents.Seen::schema));
    return with(
        connection -> {
          List<SeenEvents.Seen> missing = new ArrayList<>();
          for (Map.Entry<String, List<SeenEvents.Seen>> schema : schemas.entrySet()) {
            missing.addAll(missing(connection, schema.getKey(), schema.getValue()));
          }
          return missing;
        });
  }

  private static List<SeenEvents.Seen> missing(
      Connection connection, String schema, List<SeenEvents.Seen> events) throws SQLException {
    List<SeenEvents.Seen> missing = new ArrayList<>();
    String question =
        """
        SELECT number FROM unnest(?, ?, ?) WITH ORDINALITY AS seen (id, sequence, writer, number)
        WHERE NOT EXISTS (
          SELECT FROM %s.event_journal AS event
          WHERE event.persistence_id = seen.id AND event.sequence_number = seen.sequence
            AND seen.writer IN ('', event.writer))
        """
            .formatted(schema);
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setArray(1, array(connection, "text", events, SeenEvents.Seen::persistenceId));
      statement.setArray(2, array(connection, "bigint", events, SeenEvents.Seen::sequence));
      statement.setArray(3, array(connection, "text", events, SeenEvents.Seen::writer));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          missing.add(events.get(rows.getInt(1) - 1));
        }
      }
    }
    return missing;
  }

  /** Gives the database up for this node's cluster, so that all of its members end. */
  void renounce() {
    with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(RENOUNCE)) {
            return statement.executeUpdate();
          }
        });
  }

  @Override
  public void close() {
    sessions.close();
  }
}
