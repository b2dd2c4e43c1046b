package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.id.CampaignId;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LostEventIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static TestNode start(String askTimeout) {
    return TestNode.start(
        POSTGRES.url(),
        POSTGRES.user(),
        POSTGRES.password(),
        Map.of("amanah.campaign.ask-timeout", askTimeout));
  }

  @Test
  void a_campaign_whose_journal_has_a_hole_tells_nothing() throws SQLException {
    CampaignId well = CampaignId.of("holey");
    try (TestNode node = start("30s")) {
      PatientCaller.done(() -> node.node().campaigns().open(well, terms(1_000_000), false));
      PatientCaller.done(() -> node.node().campaigns().donate(well, donation("first", 100)));
      PatientCaller.done(() -> node.node().campaigns().donate(well, donation("second", 100)));
    }
    try (Connection connection = POSTGRES.connectPastTriggers();
        Statement statement = connection.createStatement()) {
      int lost =
          statement.executeUpdate(
              "DELETE FROM campaign.event_journal"
                  + " WHERE persistence_id = 'campaign|holey' AND sequence_number = 2");
      assertThat(lost).isEqualTo(1);
    }

    try (TestNode node = start("5s")) {
      Reply<CampaignSummary> told = await(node.node().campaigns().get(well));

      assertThat(told).isInstanceOf(Reply.Refused.class);
    }
  }
}
