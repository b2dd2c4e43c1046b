package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.Props;
import amanah.campaign.CampaignNode;
import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Donation;
import amanah.id.CampaignId;
import amanah.id.RefundId;
import amanah.testing.ActorTestKitExtension;
import amanah.testing.PostgresExtension;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes as they are run, with a calculator of the test's. */
class ZakatNodeIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final ActorTestKitExtension PROBES = new ActorTestKitExtension();

  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final CampaignId WELL = CampaignId.of("well");

  private final LiveCalculator calculator = new LiveCalculator();

  @Test
  void what_a_node_left_unreported_is_found_after_its_end_without_anybody_asking_the_campaign() {
    calculator.is(LiveCalculator.Mood.SILENT);
    CampaignNode first = started();
    Campaigns campaigns = first.campaigns();
    done(campaigns.open(WELL, ZakatStory.campaign(true, 1).terms(), false));
    Donation gift = ZakatStory.assessed("a", 100);
    done(campaigns.donate(WELL, gift));
    done(
        campaigns.refund(
            WELL,
            new CampaignCommand.Refund(
                RefundId.of("r"), gift.donationId(), ZakatStory.usd(30), null)));
    stop(first);
    long before = calculator.netMinor();
    calculator.is(LiveCalculator.Mood.ANSWERS);

    CampaignNode second = started();

    TestProbe<Void> probe = PROBES.kit().createTestProbe();
    probe.awaitAssert(
        DEADLINE,
        () -> {
          assertThat(calculator.netMinor()).isEqualTo(70);
          return Done.getInstance();
        });
    assertThat(before).isZero();
    stop(second);
  }

  private CampaignNode started() {
    return CampaignNode.start(
            ConfigFactory.parseMap(
                Map.of(
                    "amanah.campaign.ask-timeout",
                    "30s",
                    "amanah.campaign.zakat.sweep-interval",
                    "1s",
                    "amanah.journal.url",
                    POSTGRES.url(),
                    "amanah.journal.user",
                    POSTGRES.user(),
                    "amanah.journal.password",
                    POSTGRES.password(),
                    "amanah.http.port",
                    0,
                    "akka.loglevel",
                    "WARNING",
                    "akka.coordinated-shutdown.run-by-jvm-shutdown-hook",
                    "off")),
            node ->
                Optional.of(
                    node.system()
                        .systemActorOf(calculator.behavior(), "calculator", Props.empty())))
        .toCompletableFuture()
        .join();
  }

  private static <T> void done(CompletionStage<Reply<T>> answer) {
    Reply<T> reply =
        answer.toCompletableFuture().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
    assertThat(reply).isInstanceOf(Reply.Done.class);
  }

  private static void stop(CampaignNode node) {
    node.stop().toCompletableFuture().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
