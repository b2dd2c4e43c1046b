package amanah.campaign;

import static amanah.campaign.TestDonations.await;
import static amanah.campaign.TestDonations.donation;
import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.testing.DurablePostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is away or slow, under a node that has to bear it. */
class JournalOutageIT {

  private static final Duration QUICK = Duration.ofSeconds(6);
  private static final Duration BACK = Duration.ofSeconds(15);
  private static final int FLOOD = 5_000;

  @TempDir static Path directory;

  private static DurablePostgres postgres;
  private static TestNode node;

  @BeforeAll
  static void start() throws IOException {
    postgres = DurablePostgres.start(directory);
    node = startNode();
  }

  @AfterAll
  static void stop() throws IOException {
    node.close();
    postgres.close();
  }

  /** With the timeout that a node has in use. */
  private static TestNode startNode() {
    return TestNode.start(
        postgres.url(),
        postgres.user(),
        postgres.password(),
        Map.of("amanah.campaign.ask-timeout", "5s"));
  }

  private static Campaigns campaigns() {
    return node.node().campaigns();
  }

  private static CampaignId opened(String id) {
    CampaignId campaignId = CampaignId.of(id);
    done(campaigns().open(campaignId, terms(100_000), false));
    return campaignId;
  }

  @Test
  void a_killed_journal_is_refused_quickly_and_used_again_soon_after_its_return()
      throws IOException {
    CampaignId well = opened("killed");
    done(campaigns().donate(well, donation("before", 100)));

    postgres.kill();
    long killed = System.nanoTime();
    Reply<DonationReceipt> during = await(campaigns().donate(well, donation("during", 100)));
    Duration answered = Duration.ofNanos(System.nanoTime() - killed);
    CampaignSummary seen = done(campaigns().get(well));
    postgres.restart();
    long returned = System.nanoTime();
    DonationReceipt again = retried(() -> campaigns().donate(well, donation("during", 100)));
    Duration back = Duration.ofNanos(System.nanoTime() - returned);

    assertThat(refusal(during)).isIn(Refusal.TIMEOUT, Refusal.UNAVAILABLE);
    assertThat(answered).isLessThan(QUICK);
    assertThat(seen.raised()).isEqualTo(usd(100));
    assertThat(back).isLessThan(BACK);
    assertThat(again.campaign().raised()).isEqualTo(usd(200));
    assertThat(again.campaign().donationCount()).isEqualTo(2);
  }

  @Test
  void a_journal_that_stands_still_is_a_timeout_and_the_retry_finds_the_truth() throws IOException {
    CampaignId well = opened("paused");

    postgres.pause();
    Reply<DonationReceipt> during = await(campaigns().donate(well, donation("d1", 100)));
    postgres.resume();
    DonationReceipt again = retried(() -> campaigns().donate(well, donation("d1", 100)));

    assertThat(refusal(during)).isIn(Refusal.TIMEOUT, Refusal.UNAVAILABLE);
    assertThat(again.campaign().donationCount()).isEqualTo(1);
    assertThat(again.campaign().raised()).isEqualTo(usd(100));
  }

  @Test
  void thousands_of_reads_refusals_and_replays_behind_a_slow_write_are_all_answered()
      throws IOException {
    CampaignId well = opened("flooded");
    done(campaigns().donate(well, donation("known", 100)));

    postgres.pause();
    CompletionStage<Reply<DonationReceipt>> slow = campaigns().donate(well, donation("slow", 100));
    List<CompletionStage<? extends Reply<?>>> answers = flood(well);
    postgres.resume();

    await(slow);
    assertThat(answers)
        .hasSize(4 * FLOOD)
        .allSatisfy(answer -> assertThat(await(answer)).isNotNull());
    assertThat(node.node().terminated().toCompletableFuture()).isNotDone();
    DonationReceipt settled = retried(() -> campaigns().donate(well, donation("slow", 100)));
    assertThat(settled.campaign().raised()).isEqualTo(usd(200));
  }

  @Test
  void thousands_of_reads_refusals_and_replays_during_a_recovery_are_all_answered()
      throws IOException {
    CampaignId well = opened("flooded-while-it-recovers");
    done(campaigns().donate(well, donation("known", 100)));
    node.close();
    node = startNode();

    postgres.pause();
    List<CompletionStage<? extends Reply<?>>> answers = flood(well);
    answers.add(campaigns().donation(well, DonationId.of("known")));
    postgres.resume();

    assertThat(answers)
        .hasSize(4 * FLOOD + 1)
        .allSatisfy(answer -> assertThat(await(answer)).isNotNull());
    assertThat(retried(() -> campaigns().get(well)).raised()).isEqualTo(usd(100));
  }

  private static List<CompletionStage<? extends Reply<?>>> flood(CampaignId well) {
    List<CompletionStage<? extends Reply<?>>> answers = new ArrayList<>();
    for (int count = 0; count < FLOOD; count++) {
      answers.add(campaigns().get(well));
      answers.add(campaigns().donate(well, donation("known", 100)));
      answers.add(campaigns().donation(well, DonationId.of("nobody")));
      answers.add(
          campaigns()
              .refund(
                  well,
                  new CampaignCommand.Refund(
                      RefundId.of("r" + count), DonationId.of("nobody"), null, null)));
    }
    return answers;
  }

  /** Asks again until the answer is yes, a little later each time, as callers do. */
  private static <T> T retried(Supplier<CompletionStage<Reply<T>>> call) {
    long end = System.nanoTime() + BACK.multipliedBy(2).toNanos();
    while (true) {
      Reply<T> reply = await(call.get());
      switch (reply) {
        case Reply.Done<T> done -> {
          return done.value();
        }
        case Reply.Refused<T> refused ->
            assertThat(refused.refusal()).isIn(Refusal.TIMEOUT, Refusal.UNAVAILABLE);
      }
      assertThat(System.nanoTime()).as("still refused: %s", reply).isLessThan(end);
      await(
          CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)));
    }
  }

  private static <T> Refusal refusal(Reply<T> reply) {
    return switch (reply) {
      case Reply.Done<T> done -> throw new AssertionError(done);
      case Reply.Refused<T> refused -> refused.refusal();
    };
  }
}
