package amanah.campaign.batching;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Summaries;
import amanah.campaign.ledger.FakeLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A batcher on the bench, in front of a ledger that the test plays. It runs on the test's own
 * thread: once something was sent, all that follows from it has happened.
 */
final class BatcherBench {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration TICK = Duration.ofSeconds(30);
  private static final Duration END_MAX = Duration.ofSeconds(30);

  final FakeLedger ledger = new FakeLedger();
  final HandClock clock = new HandClock(START);
  final BatcherCounters counters = new BatcherCounters();
  private final ActorTestKit kit;
  private final BatchLimits limits;
  private ActorRef<BatcherMessage> batcher;

  /** The campaign as it was last committed. */
  CampaignSummary campaign = Summaries.active();

  /** Until when those ask who ask from now on. */
  Instant askedUntil = Instant.MAX;

  /** Whether the batcher's node hears a majority. */
  BatcherBench(ActorTestKit kit, BatchLimits limits) {
    this.kit = kit;
    this.limits = limits;
    this.batcher = spawn();
  }

  static BatchLimits limits(int batchMax, int pendingMax) {
    return new BatchLimits(batchMax, pendingMax, 2, TICK);
  }

  /** Records what the ledger received as the next event, and commits the campaign with it. */
  void record(LedgerMessage.Execute batch) {
    campaign = Summaries.plus(campaign, FakeLedger.donations(batch));
    FakeLedger.record(batch, campaign.sequence(), Optional.of(campaign));
  }

  /** Sends donations of those names in one message; where the answers come. */
  TestInbox<DonationsSettled> donate(String... ids) {
    return donate(Arrays.stream(ids).map(id -> Donations.donation(id, 1)).toList());
  }

  TestInbox<DonationsSettled> donate(List<Donation> donations) {
    TestInbox<DonationsSettled> answers = TestInbox.create();
    batcher.tell(new BatcherMessage.Donate(donations, askedUntil, answers.getRef()));
    return answers;
  }

  TestInbox<BatcherReply> flush() {
    TestInbox<BatcherReply> answers = TestInbox.create();
    batcher.tell(new BatcherMessage.Flush(Optional.of(campaign), answers.getRef()));
    return answers;
  }

  BatcherStatus status() {
    TestInbox<BatcherReply> answers = TestInbox.create();
    batcher.tell(new BatcherMessage.GetStatus(campaign, answers.getRef()));
    return ((BatcherReply.Reported) answers.receiveMessage()).status();
  }

  void stop() {
    kit.stop(batcher);
  }

  /** Puts a new batcher in the place of one that was stopped, with the same counters. */
  void startAgain() {
    batcher = spawn();
  }

  /** What one answer says: {@code d-1 done} or {@code d-1 TIMEOUT} for each, in order. */
  static List<String> words(DonationsSettled settled) {
    return settled.outcomes().stream().map(BatcherBench::word).toList();
  }

  private static String word(DonationOutcome outcome) {
    return switch (outcome) {
      case DonationOutcome.Recorded recorded -> recorded.donationId() + " done";
      case DonationOutcome.Refused refused -> refused.donationId() + " " + refused.refusal();
    };
  }

  /** Returns when the batcher has ended, which a failed one does on a thread of its own. */
  void awaitEnd() {
    kit.createTestProbe().expectTerminated(batcher, END_MAX);
  }

  /** A batcher that runs on the test's thread, once the thread that made it has let it go. */
  private ActorRef<BatcherMessage> spawn() {
    ActorRef<BatcherMessage> made =
        kit.spawn(
            DonationBatcher.create(ledger.ref(), limits, counters, clock),
            DispatcherSelector.fromConfig("akka.test.calling-thread-dispatcher"));
    TestInbox<BatcherReply> answers = TestInbox.create();
    return kit.createTestProbe()
        .awaitAssert(
            END_MAX,
            () -> {
              made.tell(new BatcherMessage.GetStatus(campaign, answers.getRef()));
              assertThat(answers.hasMessages()).isTrue();
              return made;
            });
  }
}
