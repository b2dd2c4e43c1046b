package amanah.deploy.census;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.journal.CampaignJournal;
import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three campaigns, of which the second was given to, in a journal made by hand. */
class CountingTest {

  private static final String OPENED = "campaign-opened.v1";
  private static final String GAVE = "donations-recorded.v1";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final CountedCampaigns campaigns = new CountedCampaigns(7, 3);
  private final Counting counting = new Counting(campaigns, Set.of(1));
  private Connection connection;

  @BeforeAll
  static void createTables() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @BeforeEach
  void empty() throws SQLException {
    connection = POSTGRES.connect();
    try (Connection past = POSTGRES.connectPastTriggers();
        Statement statement = past.createStatement()) {
      statement.execute("TRUNCATE campaign.event_journal");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void campaigns_that_are_there_as_they_were_recorded_are_counted() throws SQLException {
    event(campaigns.id(0), 1, OPENED);
    event(campaigns.id(1), 1, OPENED);
    event(campaigns.id(1), 2, GAVE);
    event(campaigns.id(2), 1, OPENED);

    counting.inJournal(connection);

    Count count = counting.count();
    assertThat(count.journaled()).isEqualTo(3);
    assertThat(count.missing() + count.strange()).isZero();
    assertThat(count.findings()).isEmpty();
  }

  @Test
  void what_is_missing_too_little_too_much_or_strange_is_found() throws SQLException {
    event(campaigns.id(0), 1, OPENED);
    event(campaigns.id(0), 2, GAVE);
    event(campaigns.id(1), 1, OPENED);
    event("nobodys", 1, OPENED);

    counting.inJournal(connection);

    Count count = counting.count();
    assertThat(count.journaled()).isZero();
    assertThat(count.missing()).isEqualTo(3);
    assertThat(count.strange()).isOne();
    assertThat(count.findings())
        .containsExactlyInAnyOrder(
            "counted-7-0 has 2 events up to number 2, 1 openings, 1 donations; expected 1 opening"
                + " and 0",
            "counted-7-1 has 1 events up to number 1, 1 openings, 0 donations; expected 1 opening"
                + " and 1",
            "counted-7-2 is not in the journal",
            "nobodys is in the journal, and nobody opened it");
  }

  @Test
  void a_hole_in_a_campaigns_numbers_is_found() throws SQLException {
    event(campaigns.id(0), 1, OPENED);
    event(campaigns.id(1), 1, OPENED);
    event(campaigns.id(1), 3, GAVE);
    event(campaigns.id(2), 1, OPENED);

    counting.inJournal(connection);

    assertThat(counting.count().missing()).isOne();
  }

  @Test
  void a_node_that_says_something_else_or_nothing_is_wrong() throws IOException {
    counting.said(2, 0, Optional.of(new ObjectMapper().readTree("{\"title\":\"?\"}")));
    counting.said(1, 0, Optional.empty());

    Count count = counting.count();
    assertThat(count.asked()).isEqualTo(2);
    assertThat(count.wrong()).isEqualTo(2);
    assertThat(count.findings())
        .containsExactly(
            "node 2 says of counted-7-0: {\"title\":\"?\"}", "node 1 says of counted-7-0: nothing");
  }

  private void event(String campaignId, long sequence, String manifest) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer,"
                + " event_ser_id, event_ser_manifest, event_payload)"
                + " VALUES (?, ?, 'first', 1401, ?, '')")) {
      insert.setString(1, "campaign|" + campaignId);
      insert.setLong(2, sequence);
      insert.setString(3, manifest);
      insert.executeUpdate();
    }
  }
}
