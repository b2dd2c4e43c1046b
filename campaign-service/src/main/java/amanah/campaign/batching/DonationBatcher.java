package amanah.campaign.batching;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Commits donations in natural batches.
 *
 * <p>While no write is in flight, what comes is sent to the ledger at once: a lone donation waits
 * for nobody. While one is in flight, donations gather; when it returns, all that gathered, up to
 * {@link BatchLimits#batchMax}, goes as one command and becomes one event. Batches therefore grow
 * by themselves with the load and with the time a write takes, and there is no delay to tune.
 * Waiting a fixed time for a batch to fill was refused: it slows down quiet campaigns and still
 * does not help when a write takes longer than the wait.
 *
 * <p>One batch is in flight at a time, so that order is kept and the ledger never has much aside.
 * Everybody is answered after the commit. When the batcher stops, because the ledger failed or the
 * campaign moves, what is in flight is answered as unknown and what waits as not recorded; both may
 * come again under the same id.
 */
public final class DonationBatcher extends AbstractOnMessageBehavior<BatcherMessage> {

  private static final String STOPPED =
      "the campaign's ledger is starting anew, expected a retry with the same id";

  private final ActorRef<LedgerMessage> ledger;
  private final ActorRef<LedgerReply> ledgerAnswers;
  private final BatchLimits limits;
  private final BatcherCounters counters;
  private final InstantSource clock;

  private final Deque<Submission> waiting = new ArrayDeque<>();
  private final Deque<WaitingFlush> flushes = new ArrayDeque<>();
  private List<Submission> inFlight = List.of();
  private long batch;
  private Instant sentAt = Instant.EPOCH;
  private long pending;
  private long settled;

  /** Somebody who waits until this batcher has settled so many donations in all. */
  private record WaitingFlush(long settled, ActorRef<? super BatcherReply> replyTo) {}

  private DonationBatcher(
      ActorContext<BatcherMessage> context,
      ActorRef<LedgerMessage> ledger,
      BatchLimits limits,
      BatcherCounters counters,
      InstantSource clock) {
    super(context);
    this.ledger = ledger;
    this.ledgerAnswers = context.messageAdapter(LedgerReply.class, LedgerSaid::new);
    this.limits = limits;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * The batcher in front of a ledger.
   *
   * @param counters what the campaign's earlier batchers have counted
   */
  public static Behavior<BatcherMessage> create(
      ActorRef<LedgerMessage> ledger,
      BatchLimits limits,
      BatcherCounters counters,
      InstantSource clock) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), limits.tick());
                  return new DonationBatcher(context, ledger, limits, counters, clock);
                }));
  }

  @Override
  public Behavior<BatcherMessage> onMessage(BatcherMessage message) {
    switch (message) {
      case BatcherMessage.Donate donate -> onDonate(donate);
      case BatcherMessage.GetStatus get -> onGetStatus(get);
      case BatcherMessage.Flush flush -> onFlush(flush);
      case LedgerSaid said -> onLedgerSaid(said.reply());
      case Tick tick -> onTick();
    }
    return this;
  }

  @Override
  public Behavior<BatcherMessage> onSignal(Signal signal) {
    if (signal instanceof PostStop) {
      abandonEverything();
    }
    return this;
  }

  private void onDonate(BatcherMessage.Donate donate) {
    List<Donation> donations = donate.donations();
    if (donations.isEmpty()) {
      donate.replyTo().tell(new DonationsSettled(List.of(), Optional.empty()));
      return;
    }
    if (pending + donations.size() > limits.pendingMax()) {
      donate.replyTo().tell(overloaded(donations));
      return;
    }
    pending += donations.size();
    waiting.add(new Submission(donate));
    sendNext();
  }

  private DonationsSettled overloaded(List<Donation> donations) {
    return DonationsSettled.refused(
        donations,
        Refusal.OVERLOADED,
        "%d donations are waiting and %d more came, expected at most %d; retry with the same id"
            .formatted(pending, donations.size(), limits.pendingMax()));
  }

  private void sendNext() {
    if (!inFlight.isEmpty() || waiting.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Instant firstGivesUp = Instant.MAX;
    List<Donation> donations = new ArrayList<>();
    inFlight = new ArrayList<>();
    while (donations.size() < limits.batchMax() && !waiting.isEmpty()) {
      Submission submission = waiting.element();
      if (submission.isLate(now)) {
        expired(submission.expire());
        waiting.remove();
        continue;
      }
      donations.add(submission.take());
      firstGivesUp = submission.earlier(firstGivesUp);
      inFlight.add(submission);
      if (!submission.hasMore()) {
        waiting.remove();
      }
    }
    if (!donations.isEmpty()) {
      batch++;
      sentAt = now;
      ledger.tell(
          new LedgerMessage.Execute(
              batch, new CampaignCommand.RecordDonations(donations), firstGivesUp, ledgerAnswers));
    }
  }

  private void onLedgerSaid(LedgerReply reply) {
    if (reply.ticket() != batch) {
      throw notTheBatch(reply);
    }
    switch (reply) {
      case LedgerReply.Answered answered -> settle(answered.answer(), answered.campaign());
      case LedgerReply.Withheld withheld -> settleAll(withheld.refusal(), withheld.detail());
      case LedgerReply.Late late -> putBack();
      case LedgerReply.Located located -> throw notTheBatch(located);
    }
    sendNext();
  }

  private IllegalStateException notTheBatch(LedgerReply reply) {
    return new IllegalStateException("batch " + batch + " is in flight, the ledger said " + reply);
  }

  private void settle(Answer answer, Optional<CampaignSummary> campaign) {
    switch (answer) {
      case Answer.DonationsAnswered donations -> settleEach(donations, campaign);
      case Answer.Refused refused -> settleAll(refused.refusal(), refused.detail());
      case Answer.Accepted accepted -> throw unexpected(accepted);
      case Answer.RefundRecorded refund -> throw unexpected(refund);
      case Answer.ReminderTold told -> throw unexpected(told);
      case Answer.RemindersListed listed -> throw unexpected(listed);
    }
  }

  private void settleEach(Answer.DonationsAnswered donations, Optional<CampaignSummary> campaign) {
    if (donations.outcomes().size() != inFlight.size()) {
      throw unexpected(donations);
    }
    campaign.ifPresent(counters::saw);
    for (int index = 0; index < inFlight.size(); index++) {
      inFlight.get(index).settle(donations.outcomes().get(index), campaign);
    }
    landed(refused(donations.outcomes()));
  }

  private static int refused(List<DonationOutcome> outcomes) {
    int refused = 0;
    for (DonationOutcome outcome : outcomes) {
      refused += outcome instanceof DonationOutcome.Refused ? 1 : 0;
    }
    return refused;
  }

  private void settleAll(Refusal refusal, String detail) {
    inFlight.forEach(submission -> submission.refuseNext(refusal, detail));
    landed(inFlight.size());
  }

  /**
   * Nothing of the batch was begun, since one who gave to it has given up: he is told so when the
   * others come to their turn again, who may have all the time in the world.
   */
  private void putBack() {
    List<Submission> submissions = inFlight.stream().distinct().toList();
    inFlight = List.of();
    for (Submission submission : submissions.reversed()) {
      submission.putBack();
      if (!submission.equals(waiting.peek())) {
        waiting.addFirst(submission);
      }
    }
  }

  private void landed(int refused) {
    int donations = inFlight.size();
    inFlight = List.of();
    counters.refused(refused);
    counters.settled(clock.instant());
    settled(donations);
  }

  private void expired(int donations) {
    counters.refused(donations);
    settled(donations);
  }

  private void settled(int donations) {
    pending -= donations;
    settled += donations;
    answerFlushes();
  }

  private static IllegalStateException unexpected(Answer answer) {
    return new IllegalStateException(
        "a batch of donations was answered with another answer or not one for each: " + answer);
  }

  private void onGetStatus(BatcherMessage.GetStatus get) {
    saw(get.campaign());
    get.replyTo().tell(report());
  }

  /** What is pending here may be in what is committed, and would be told twice. */
  private void saw(CampaignSummary campaign) {
    if (pending == 0 || !counters.hasSeen()) {
      counters.saw(campaign);
    }
  }

  private void onFlush(BatcherMessage.Flush flush) {
    flush.campaign().ifPresent(this::saw);
    if (pending == 0) {
      flush.replyTo().tell(report());
    } else if (flushes.size() >= limits.flushWaitingMax()) {
      flush
          .replyTo()
          .tell(
              new BatcherReply.Refused(
                  Refusal.OVERLOADED,
                  flushes.size() + " callers wait for a flush, expected at most that many"));
    } else {
      flushes.add(new WaitingFlush(settled + pending, flush.replyTo()));
    }
  }

  private void answerFlushes() {
    while (!flushes.isEmpty() && flushes.element().settled() <= settled) {
      flushes.remove().replyTo().tell(report());
    }
  }

  private void onTick() {
    Duration writing = Duration.between(sentAt, clock.instant());
    if (!inFlight.isEmpty() && writing.compareTo(limits.tick()) >= 0) {
      getContext()
          .getLog()
          .warn("a batch of {} donations has been written for {}", inFlight.size(), writing);
    }
  }

  private BatcherReply.Reported report() {
    BatcherStatus.Activity activity =
        pending == 0 ? BatcherStatus.Activity.IDLE : BatcherStatus.Activity.PROCESSING;
    return new BatcherReply.Reported(counters.status(activity, pending));
  }

  private void abandonEverything() {
    counters.abandoned(pending);
    inFlight.forEach(submission -> submission.abandon(STOPPED));
    waiting.forEach(submission -> submission.abandon(STOPPED));
    flushes.forEach(
        flush -> flush.replyTo().tell(new BatcherReply.Refused(Refusal.UNAVAILABLE, STOPPED)));
  }
}
