package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.journal.Agenda.Entry;
import amanah.journal.JournalSettings;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The agenda follows the journal within its transactions, and is corrected by campaigns alone. */
class AgendaRowsIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final long ANSWER_SECONDS_MAX = 60;
  private static final String OPENED = "campaign-opened.v1";
  private static final String CHANGED = "status-changed.v1";
  private static final String DONATED = "donations-recorded.v1";
  private static final String INSERT =
      "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer,"
          + " event_ser_manifest, adapter_manifest, event_ser_id, event_payload)"
          + " VALUES (?, ?, 'w', ?, ?, 1401, 'x')";

  /** So many that reading all of them would be noticed. */
  private static final String MANY =
      "INSERT INTO campaign.agenda"
          + " SELECT 'campaign|many-' || n, 1, 1000000 + n FROM generate_series(1, 20000) AS n";

  private Connection connection;
  private AgendaRows agenda;

  @BeforeAll
  static void migrate() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @BeforeEach
  void open() throws SQLException {
    connection = POSTGRES.connect();
    try (Connection past = POSTGRES.connectPastTriggers();
        Statement truncate = past.createStatement()) {
      truncate.execute("TRUNCATE campaign.event_journal, campaign.agenda");
    }
    agenda =
        AgendaRows.open(
            new JournalSettings(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), 8, Map.of()));
  }

  @AfterEach
  void close() throws SQLException {
    agenda.close();
    connection.close();
  }

  @Test
  void who_waits_longest_comes_first_and_who_is_not_due_does_not_come() throws SQLException {
    insert("campaign|late", 1, OPENED, "due:3000");
    insert("campaign|early", 1, OPENED, "due:1000");
    insert("campaign|also-early", 1, OPENED, "due:1000");
    insert("campaign|never", 1, OPENED, "idle");

    assertThat(due(Entry.FIRST, 2_999, 9))
        .containsExactly(
            new Entry(1_000, "campaign|also-early"), new Entry(1_000, "campaign|early"));
    assertThat(due(Entry.FIRST, 3_000, 1)).containsExactly(new Entry(1_000, "campaign|also-early"));
    assertThat(due(new Entry(1_000, "campaign|early"), 3_000, 9))
        .containsExactly(new Entry(3_000, "campaign|late"));
  }

  @Test
  void the_last_change_alone_says_what_is_due() throws SQLException {
    insert("campaign|a", 1, OPENED, "due:1000");
    insert("campaign|a", 2, CHANGED, "due:2000");
    insert("campaign|a", 3, DONATED, "plain");
    assertThat(all()).containsExactly(new Entry(2_000, "campaign|a"));

    insert("campaign|a", 4, CHANGED, "idle");
    assertThat(all()).isEmpty();

    insert("campaign|a", 5, CHANGED, "due:3000");
    assertThat(all()).containsExactly(new Entry(3_000, "campaign|a"));
  }

  @Test
  void who_does_not_say_is_to_be_looked_at() throws SQLException {
    insert("campaign|empty", 1, OPENED, "");
    insert("campaign|none", 1, OPENED, null);

    assertThat(due(Entry.FIRST, 0, 9))
        .containsExactly(new Entry(0, "campaign|empty"), new Entry(0, "campaign|none"));
  }

  @Test
  void it_is_committed_with_the_event_or_not_at_all() throws SQLException {
    connection.setAutoCommit(false);
    insert("campaign|a", 1, OPENED, "due:1000");
    assertThat(all()).isEmpty();
    connection.rollback();
    assertThat(all()).isEmpty();

    insert("campaign|a", 1, OPENED, "due:1000");
    connection.commit();
    assertThat(all()).hasSize(1);
  }

  @Test
  void what_a_campaign_says_is_noted_unless_it_has_moved_on() throws SQLException {
    insert("campaign|idle", 1, OPENED, "");
    insert("campaign|later", 1, OPENED, "");
    insert("campaign|moved", 5, OPENED, "due:1000");

    join(agenda.note("campaign|idle", 3, Optional.empty()));
    join(agenda.note("campaign|later", 1, Optional.of(Instant.ofEpochMilli(7_000))));
    join(agenda.note("campaign|moved", 4, Optional.empty()));
    join(agenda.note("campaign|moved", 4, Optional.of(Instant.ofEpochMilli(8_000))));

    assertThat(all())
        .containsExactly(new Entry(1_000, "campaign|moved"), new Entry(7_000, "campaign|later"));
  }

  @Test
  void what_is_due_is_found_by_an_index() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(MANY);
      statement.execute("ANALYZE campaign.agenda");
    }
    List<String> plan = new ArrayList<>();
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + AgendaRows.DUE)) {
      explain.setLong(1, -1);
      explain.setString(2, "");
      explain.setLong(3, 1_000_100);
      explain.setInt(4, 500);
      try (ResultSet row = explain.executeQuery()) {
        while (row.next()) {
          plan.add(row.getString(1));
        }
      }
    }

    assertThat(String.join("\n", plan)).contains("agenda_due").doesNotContain("Seq Scan", "Sort");
  }

  private List<Entry> all() {
    return due(Entry.FIRST, Long.MAX_VALUE, 1_000);
  }

  private List<Entry> due(Entry after, long millis, int max) {
    return join(agenda.due(after, Instant.ofEpochMilli(millis), max));
  }

  private static <T> T join(CompletionStage<T> answer) {
    return answer.toCompletableFuture().orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join();
  }

  private void insert(String persistenceId, long sequence, String kind, @Nullable String mark)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, persistenceId);
      insert.setLong(2, sequence);
      insert.setString(3, kind);
      insert.setString(4, mark);
      insert.executeUpdate();
    }
  }
}
