package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.RecordedDonation;
import amanah.campaign.application.RefundReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.domain.Reminder;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.ReminderId;
import amanah.time.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Campaigns that live in a map and keep the rules that callers can see. */
public final class InMemoryCampaigns implements Campaigns {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<CampaignId, InMemoryCampaign> campaigns = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final Queue<Duration> patiences = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Refusal refusal;
  private volatile @Nullable RuntimeException failure;
  private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  /** How long callers said that they would wait, in the order of their calls. */
  public Queue<Duration> patiences() {
    return patiences;
  }

  /** How often anybody asked for a change. */
  public long asked() {
    return asked.get();
  }

  /** Returns when changes were asked for that often. */
  public void awaitAsked(long times) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (asked.get() < times) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("asked " + asked + " times, expected " + times);
      }
      Thread.onSpinWait();
    }
  }

  /** How many changes happened, in all campaigns. */
  public long changes() {
    return campaigns.values().stream().mapToLong(InMemoryCampaign::sequence).sum();
  }

  /** From now on everything is refused for this. */
  public void refuse(Refusal reason) {
    refusal = reason;
  }

  /** From now on everything fails. */
  public void fail(RuntimeException reason) {
    failure = reason;
  }

  /** From now on nothing is answered before this is complete. */
  public void answerAfter(CompletableFuture<Void> opening) {
    gate = opening;
  }

  @Override
  public Campaigns within(Duration patience) {
    patiences.add(patience);
    return this;
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> open(
      CampaignId campaignId, CampaignTerms terms, boolean draft) {
    asked.incrementAndGet();
    return answer(
        () -> {
          InMemoryCampaign known = campaigns.get(campaignId);
          if (known == null) {
            return openNew(campaignId, terms, draft);
          }
          return known.opened(terms, draft)
              ? new Reply.Done<>(known.summary(), true)
              : new Reply.Refused<>(Refusal.CAMPAIGN_EXISTS, campaignId + " has other terms");
        });
  }

  /** By the rules of the real one. */
  private Reply<CampaignSummary> openNew(
      CampaignId campaignId, CampaignTerms terms, boolean draft) {
    Answer answer =
        Campaign.unopened(campaignId)
            .decide(new CampaignCommand.Open(terms, draft), Moment.trusted(InMemoryCampaign.NOW))
            .answer();
    if (answer instanceof Answer.Refused no) {
      return new Reply.Refused<>(no.refusal(), no.detail());
    }
    InMemoryCampaign fresh = new InMemoryCampaign(campaignId, terms, draft);
    InMemoryCampaign raced = campaigns.putIfAbsent(campaignId, fresh);
    return new Reply.Done<>((raced == null ? fresh : raced).summary(), raced != null);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId) {
    return with(campaignId, campaign -> new Reply.Done<>(campaign.summary(), false));
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> amend(
      CampaignId campaignId, CampaignCommand.Amend amendment) {
    asked.incrementAndGet();
    return with(campaignId, campaign -> campaign.amend(amendment));
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> changeStatus(
      CampaignId campaignId, CampaignCommand.ChangeStatus change) {
    asked.incrementAndGet();
    return with(campaignId, campaign -> campaign.changeStatus(change));
  }

  @Override
  public CompletionStage<Reply<Reminder>> scheduleReminder(
      CampaignId campaignId, CampaignCommand.ScheduleReminder schedule) {
    asked.incrementAndGet();
    return with(campaignId, campaign -> reminder(campaign.remind(schedule)));
  }

  @Override
  public CompletionStage<Reply<Reminder>> cancelReminder(
      CampaignId campaignId, ReminderId reminderId) {
    asked.incrementAndGet();
    return with(
        campaignId,
        campaign -> reminder(campaign.remind(new CampaignCommand.CancelReminder(reminderId))));
  }

  private static Reply<Reminder> reminder(Answer answer) {
    return switch (answer) {
      case Answer.ReminderTold told -> new Reply.Done<>(told.reminder(), told.replayed());
      case Answer.Refused no -> new Reply.Refused<>(no.refusal(), no.detail());
      default -> throw new IllegalStateException(answer.toString());
    };
  }

  @Override
  public CompletionStage<Reply<List<Reminder>>> reminders(CampaignId campaignId) {
    return with(
        campaignId,
        campaign ->
            new Reply.Done<>(
                ((Answer.RemindersListed) campaign.remind(new CampaignCommand.ListReminders()))
                    .reminders(),
                false));
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> trackView(CampaignId campaignId) {
    asked.incrementAndGet();
    return with(campaignId, InMemoryCampaign::trackView);
  }

  @Override
  public CompletionStage<Reply<DonationReceipt>> donate(CampaignId campaignId, Donation donation) {
    asked.incrementAndGet();
    return with(
        campaignId,
        campaign ->
            switch (campaign.record(donation)) {
              case DonationOutcome.Recorded yes ->
                  new Reply.Done<>(new DonationReceipt(yes, campaign.summary()), yes.replayed());
              case DonationOutcome.Refused no -> new Reply.Refused<>(no.refusal(), no.detail());
            });
  }

  @Override
  public CompletionStage<Reply<List<DonationOutcome>>> donateAll(
      CampaignId campaignId, List<Donation> donations) {
    asked.incrementAndGet();
    return with(
        campaignId,
        campaign -> {
          List<DonationOutcome> outcomes = new ArrayList<>();
          donations.forEach(donation -> outcomes.add(campaign.record(donation)));
          return new Reply.Done<>(outcomes, false);
        });
  }

  @Override
  public CompletionStage<Reply<RecordedDonation>> donation(
      CampaignId campaignId, DonationId donationId) {
    return with(campaignId, campaign -> campaign.donation(donationId));
  }

  @Override
  public CompletionStage<Reply<RefundReceipt>> refund(
      CampaignId campaignId, CampaignCommand.Refund refund) {
    asked.incrementAndGet();
    return with(campaignId, campaign -> campaign.refund(refund));
  }

  @Override
  public CompletionStage<Reply<BatcherStatus>> batcher(CampaignId campaignId) {
    return with(campaignId, campaign -> new Reply.Done<>(campaign.batcher(), false));
  }

  @Override
  public CompletionStage<Reply<BatcherStatus>> flush(CampaignId campaignId) {
    asked.incrementAndGet();
    return batcher(campaignId);
  }

  private <T> CompletionStage<Reply<T>> with(
      CampaignId campaignId, Function<InMemoryCampaign, Reply<T>> question) {
    return answer(
        () -> {
          InMemoryCampaign campaign = campaigns.get(campaignId);
          return campaign == null
              ? new Reply.Refused<>(Refusal.CAMPAIGN_NOT_FOUND, "no campaign " + campaignId)
              : question.apply(campaign);
        });
  }

  private <T> CompletionStage<Reply<T>> answer(Supplier<Reply<T>> reply) {
    RuntimeException broken = failure;
    if (broken != null) {
      return CompletableFuture.failedFuture(broken);
    }
    Refusal no = refusal;
    return gate.thenApply(
        opened -> no == null ? reply.get() : new Reply.Refused<>(no, "the test wants " + no));
  }
}
