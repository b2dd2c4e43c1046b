package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes, each a cluster of its own, that were started on one database. */
class TwoClustersIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration END_MAX = Duration.ofSeconds(60);
  private static final Map<String, Object> IN_THIS_PROCESS =
      Map.of(
          "akka.coordinated-shutdown.reason-overrides."
              + "\"akka.actor.CoordinatedShutdown$ClusterDowningReason$\".exit-jvm",
          "off");

  private static TestNode start() {
    return TestNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), IN_THIS_PROCESS);
  }

  @Test
  void the_older_writes_nothing_from_the_newers_start_on_says_so_and_ends() {
    CampaignId well = CampaignId.of("well");
    try (TestNode older = start()) {
      PatientCaller.done(() -> older.node().campaigns().open(well, terms(1_000_000), false));
      PatientCaller.done(() -> older.node().campaigns().donate(well, donation("before", 100)));
      try (TestNode newer = start()) {
        Reply<DonationReceipt> late =
            await(older.node().campaigns().donate(well, donation("late", 100)));
        CampaignSummary seen = PatientCaller.done(() -> newer.node().campaigns().get(well));

        assertThat(late)
            .isInstanceOfSatisfying(
                Reply.Refused.class,
                no -> assertThat(no.refusal()).isIn(Refusal.TIMEOUT, Refusal.UNAVAILABLE));
        assertThat(seen.donationCount()).isEqualTo(1);
        PatientCaller.done(() -> newer.node().campaigns().donate(well, donation("after", 100)));
        Waiting.until(END_MAX, () -> older.node().terminated().toCompletableFuture().isDone());
        assertThat(done(newer.node().campaigns().get(well)).donationCount()).isEqualTo(2);
      }
    }
  }
}
