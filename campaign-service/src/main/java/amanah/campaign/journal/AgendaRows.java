package amanah.campaign.journal;

import amanah.journal.JournalReader;
import amanah.journal.JournalSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The agenda in the database, over a session of its own. */
public final class AgendaRows implements Agenda, AutoCloseable {

  /** The most questions that wait; one more is refused, and asked again at the next look. */
  public static final int WAITING_MAX = 1_000;

  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);

  static final String DUE =
      "SELECT due_at, persistence_id FROM campaign.agenda"
          + " WHERE (due_at, persistence_id) > (?, ?) AND due_at <= ?"
          + " ORDER BY due_at, persistence_id LIMIT ?";

  private static final String MOVE =
      "UPDATE campaign.agenda SET due_at = ? WHERE persistence_id = ? AND sequence_number <= ?";

  private static final String TAKE_OFF =
      "DELETE FROM campaign.agenda WHERE persistence_id = ? AND sequence_number <= ?";

  private final JournalReader sessions;

  private AgendaRows(JournalReader sessions) {
    this.sessions = sessions;
  }

  /** Opens it; the database need not be there yet. */
  public static AgendaRows open(JournalSettings journal) {
    return new AgendaRows(
        JournalReader.open(
            journal, "campaign-agenda", new JournalReader.Bounds(1, WAITING_MAX, ANSWER_MAX)));
  }

  @Override
  public CompletionStage<List<Entry>> due(Entry after, Instant now, int max) {
    return sessions.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setLong(1, after.dueMillis());
            select.setString(2, after.persistenceId());
            select.setLong(3, now.toEpochMilli());
            select.setInt(4, max);
            return entries(select);
          }
        });
  }

  private static List<Entry> entries(PreparedStatement select) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(new Entry(row.getLong(1), row.getString(2)));
      }
    }
    return entries;
  }

  @Override
  public CompletionStage<Void> note(String persistenceId, long sequence, Optional<Instant> due) {
    return sessions
        .read(
            connection -> {
              connection.setReadOnly(false);
              return due.isPresent()
                  ? move(connection, persistenceId, sequence, due.get())
                  : takeOff(connection, persistenceId, sequence);
            })
        .thenCompose(changed -> CompletableFuture.completedFuture(null));
  }

  private static int move(Connection connection, String persistenceId, long sequence, Instant due)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, due.toEpochMilli());
      update.setString(2, persistenceId);
      update.setLong(3, sequence);
      return update.executeUpdate();
    }
  }

  private static int takeOff(Connection connection, String persistenceId, long sequence)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(TAKE_OFF)) {
      delete.setString(1, persistenceId);
      delete.setLong(2, sequence);
      return delete.executeUpdate();
    }
  }

  @Override
  public void close() {
    sessions.close();
  }
}
