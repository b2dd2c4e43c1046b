package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.domain.CampaignEvent;
import amanah.journal.JournalSettings;
import amanah.journal.UnreadableEventException;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of the real journal, with rows that are written by hand. */
class CampaignPagesIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
  private static final CampaignEventSerializer SERIALIZER = new CampaignEventSerializer();
  private static final String INSERT =
      "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer,"
          + " write_timestamp, event_ser_id, event_ser_manifest, event_payload)"
          + " VALUES (?, ?, 'hand', 0, ?, ?, ?)";

  private final CampaignPages pages = CampaignPages.open(settings());

  @BeforeAll
  static void migrate() {
    CampaignJournal.SCHEMA.migrate(settings());
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = POSTGRES.connectPastTriggers();
        PreparedStatement truncate =
            connection.prepareStatement("TRUNCATE campaign.event_journal")) {
      truncate.execute();
    }
  }

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void a_page_has_what_follows_in_order_and_no_more_than_asked_for() throws SQLException {
    write("campaign|a", 1, 10);
    write("campaign|b", 1, 3);

    assertThat(sequences("campaign|a", 0, 4, 10_000)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(sequences("campaign|a", 7, 4, 10_000)).containsExactly(8L, 9L, 10L);
    assertThat(sequences("campaign|a", 10, 4, 10_000)).isEmpty();
    assertThat(sequences("campaign|a", Long.MAX_VALUE, 4, 10_000)).isEmpty();
    assertThat(sequences("campaign|none", 0, 4, 10_000)).isEmpty();
  }

  @Test
  void a_page_ends_with_the_event_that_fills_it_and_has_at_least_one() throws SQLException {
    write("campaign|a", 1, 10);
    int bytes = SERIALIZER.toBinary(event(1)).length;

    assertThat(sequences("campaign|a", 0, 100, 3 * bytes)).containsExactly(1L, 2L, 3L);
    assertThat(sequences("campaign|a", 0, 100, 3 * bytes + 1)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(sequences("campaign|a", 0, 100, 1)).containsExactly(1L);
  }

  @Test
  void an_event_is_read_as_it_was_written_with_its_size() throws SQLException {
    write("campaign|a", 1, 1);

    assertThat(join(pages.after("campaign|a", 0, 10, 10)))
        .containsExactly(
            new CampaignPages.Entry(1, event(1), SERIALIZER.toBinary(event(1)).length));
  }

  @Test
  void a_page_that_cannot_be_read_in_time_is_given_up() throws SQLException {
    write("campaign|a", 1, 1);
    try (CampaignPages hasty = CampaignPages.open(settings(), Duration.ofMillis(300));
        Connection stranger = connect();
        Statement lock = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      lock.execute("LOCK TABLE campaign.event_journal IN ACCESS EXCLUSIVE MODE");

      assertThatThrownBy(() -> join(hasty.after("campaign|a", 0, 1, 1)))
          .hasCauseInstanceOf(TimeoutException.class);
      stranger.rollback();
    }

    assertThat(sequences("campaign|a", 0, 1, 1)).containsExactly(1L);
  }

  @Test
  void what_is_not_committed_is_not_there() throws SQLException {
    write("campaign|a", 1, 2);
    try (Connection open = connect()) {
      open.setAutoCommit(false);
      insert(open, "campaign|a", 3, CampaignEventSerializer.IDENTIFIER);

      assertThat(sequences("campaign|a", 0, 10, 10_000)).containsExactly(1L, 2L);
      assertThat(join(pages.newest(List.of("campaign|a")))).containsEntry("campaign|a", 2L);
      open.commit();
    }

    assertThat(sequences("campaign|a", 2, 10, 10_000)).containsExactly(3L);
  }

  @Test
  void the_newest_of_many_campaigns_are_found_with_one_question() throws SQLException {
    write("campaign|a", 1, 10);
    write("campaign|b", 1, 3);

    assertThat(join(pages.newest(List.of("campaign|a", "campaign|b", "campaign|none"))))
        .isEqualTo(Map.of("campaign|a", 10L, "campaign|b", 3L));
    assertThat(join(pages.newest(List.of()))).isEmpty();
  }

  @Test
  void what_nobody_here_can_read_is_said_so() throws SQLException {
    try (Connection connection = connect()) {
      insert(connection, "campaign|a", 1, 9_999);
    }

    assertThatThrownBy(() -> join(pages.after("campaign|a", 0, 10, 10)))
        .hasCauseInstanceOf(UnreadableEventException.class);
  }

  private List<Long> sequences(String persistenceId, long after, int eventsMax, int bytesMax) {
    return join(pages.after(persistenceId, after, eventsMax, bytesMax)).stream()
        .map(CampaignPages.Entry::sequence)
        .toList();
  }

  private static CampaignEvent event(long sequence) {
    return new CampaignEvent.ViewsCounted(1_000 + sequence, AT);
  }

  private static void write(String persistenceId, long from, long to) throws SQLException {
    try (Connection connection = connect()) {
      for (long sequence = from; sequence <= to; sequence++) {
        insert(connection, persistenceId, sequence, CampaignEventSerializer.IDENTIFIER);
      }
    }
  }

  private static void insert(
      Connection connection, String persistenceId, long sequence, int serializerId)
      throws SQLException {
    CampaignEvent event = event(sequence);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, persistenceId);
      insert.setLong(2, sequence);
      insert.setInt(3, serializerId);
      insert.setString(4, SERIALIZER.manifest(event));
      insert.setBytes(5, SERIALIZER.toBinary(event));
      insert.executeUpdate();
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  private static JournalSettings settings() {
    return new JournalSettings(
        POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), 2, Map.of("connectTimeout", "2"));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
