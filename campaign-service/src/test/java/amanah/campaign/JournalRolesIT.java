package amanah.campaign;

import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.CampaignId;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose role may read its journal and add to it, where another role owns the tables. */
class JournalRolesIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final String OWNER = "roles_it_owner";
  private static final String NODE = "roles_it_node";
  private static final CampaignId WELL = CampaignId.of("well");

  private static TestNode node;

  @BeforeAll
  static void start() throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + OWNER + " LOGIN");
      statement.execute("CREATE ROLE " + NODE + " LOGIN");
      statement.execute("GRANT CREATE ON DATABASE " + connection.getCatalog() + " TO " + OWNER);
    }
    node = startNode();
    done(node.node().campaigns().open(WELL, terms(1_000), false));
    done(node.node().campaigns().donate(WELL, donation("d1", 250)));
  }

  private static TestNode startNode() {
    return TestNode.start(POSTGRES.url(), NODE, "", Map.of("amanah.journal.migration.user", OWNER));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_node_runs_with_it_and_starts_again_with_it() {
    node.close();
    node = startNode();

    assertThat(done(node.node().campaigns().get(WELL)).raised()).isEqualTo(usd(250));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE campaign.event_journal SET deleted = true",
        "DELETE FROM campaign.event_journal",
        "TRUNCATE campaign.event_journal",
        "ALTER TABLE campaign.event_journal DISABLE TRIGGER never_changed",
        "ALTER TABLE campaign.event_journal DROP COLUMN deleted",
        "DROP TABLE campaign.event_journal",
        "DROP TRIGGER never_changed ON campaign.event_journal",
        "CREATE OR REPLACE FUNCTION campaign.refuse_to_change_the_journal() RETURNS trigger"
            + " LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
        "CREATE TABLE campaign.mine ()",
        "DELETE FROM campaign.schema_history",
        "SET session_replication_role = replica"
      })
  void it_may_not(String deed) throws SQLException {
    try (Connection session = DriverManager.getConnection(POSTGRES.url(), NODE, "");
        Statement statement = session.createStatement()) {
      assertThatThrownBy(() -> statement.execute(deed))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void it_may_keep_snapshots_and_have_the_oldest_removed() throws SQLException {
    try (Connection session = DriverManager.getConnection(POSTGRES.url(), NODE, "");
        Statement statement = session.createStatement()) {
      for (int sequence = 1; sequence <= 3; sequence++) {
        statement.execute(
            """
            INSERT INTO campaign.snapshot (persistence_id, sequence_number, created,
              snapshot_ser_id, snapshot_ser_manifest, snapshot_payload)
            VALUES ('campaign|other', %d, 0, 0, '', '')
            ON CONFLICT (persistence_id, sequence_number) DO UPDATE SET created = 1
            """
                .formatted(sequence));
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FROM campaign.snapshot WHERE persistence_id = 'campaign|other'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isEqualTo(2);
      }
    }
  }
}
