package amanah.campaign.application;

import akka.actor.typed.ActorRef;
import amanah.campaign.batching.BatcherReply;
import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.domain.Reminder;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignReply;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.journal.CampaignHistory;
import amanah.campaign.ledger.CampaignLedger;
import amanah.cluster.Asking;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.ReminderId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the campaigns' entities, wherever they run, and the journal for single donations. */
public final class ShardedCampaigns implements Campaigns {

  private static final Logger LOG = LoggerFactory.getLogger(ShardedCampaigns.class);

  private final CampaignAsks campaigns;
  private final DonationReading reading;

  /**
   * The door to the campaigns.
   *
   * @param askTimeout how long an entity has for one answer
   * @param askAgainAfter after how long without an answer the question is put again
   * @param clock the one that campaigns have
   */
  public ShardedCampaigns(
      CampaignSharding sharding,
      CampaignHistory history,
      Duration askTimeout,
      Duration askAgainAfter,
      InstantSource clock) {
    this(
        new CampaignAsks(
            campaignId -> sharding.campaign(campaignId)::ask,
            new Asking(askTimeout, askAgainAfter, clock),
            new OpenedCampaigns(campaigns -> opened(history, campaigns)),
            askTimeout),
        new DonationReading(history));
  }

  private ShardedCampaigns(CampaignAsks campaigns, DonationReading reading) {
    this.campaigns = campaigns;
    this.reading = reading;
  }

  @Override
  public Campaigns within(Duration patience) {
    return new ShardedCampaigns(campaigns.within(patience), reading);
  }

  private static CompletionStage<Set<CampaignId>> opened(
      CampaignHistory history, Collection<CampaignId> campaigns) {
    return history
        .opened(campaigns.stream().map(id -> CampaignLedger.persistenceId(id).id()).toList())
        .thenApply(ids -> ids.stream().map(CampaignLedger::campaignId).collect(Collectors.toSet()));
  }

  /** The one thing that can be done to a campaign which was never opened. */
  @Override
  public CompletionStage<Reply<CampaignSummary>> open(
      CampaignId campaignId, CampaignTerms terms, boolean draft) {
    CampaignCommand open = new CampaignCommand.Open(terms, draft);
    return campaigns
        .askAnyway(
            campaignId,
            (until, replyTo) -> new CampaignMessage.Execute(open, until, replyTo),
            CampaignReply::certainWhileUnderWay,
            CampaignReply.Refused::new)
        .thenApply(ShardedCampaigns::changed);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId) {
    return see(campaignId, CampaignMessage.Get::new);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> amend(
      CampaignId campaignId, CampaignCommand.Amend amendment) {
    return change(campaignId, amendment);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> changeStatus(
      CampaignId campaignId, CampaignCommand.ChangeStatus change) {
    return change(campaignId, change);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> trackView(CampaignId campaignId) {
    return see(campaignId, CampaignMessage.TrackView::new);
  }

  @Override
  public CompletionStage<Reply<DonationReceipt>> donate(CampaignId campaignId, Donation donation) {
    return DonationChunks.send(campaigns, campaignId, List.of(donation))
        .thenApply(ShardedCampaigns::receipt);
  }

  private static Reply<DonationReceipt> receipt(DonationsSettled settled) {
    return switch (settled.outcomes().getFirst()) {
      case DonationOutcome.Recorded recorded ->
          new Reply.Done<>(
              new DonationReceipt(recorded, settled.campaign().orElseThrow()), recorded.replayed());
      case DonationOutcome.Refused refused ->
          new Reply.Refused<>(refused.refusal(), refused.detail());
    };
  }

  @Override
  public CompletionStage<Reply<List<DonationOutcome>>> donateAll(
      CampaignId campaignId, List<Donation> donations) {
    return DonationChunks.sendInTurn(campaigns, campaignId, donations);
  }

  @Override
  public CompletionStage<Reply<RecordedDonation>> donation(
      CampaignId campaignId, DonationId donationId) {
    return campaigns
        .<CampaignReply>ask(
            campaignId,
            replyTo -> new CampaignMessage.Locate(donationId, replyTo),
            CampaignReply.Refused::new)
        .thenCompose(reply -> readDonation(campaignId, donationId, reply));
  }

  private CompletionStage<Reply<RecordedDonation>> readDonation(
      CampaignId campaignId, DonationId donationId, CampaignReply reply) {
    return switch (reply) {
      case CampaignReply.Located located when located.location().isPresent() ->
          reading
              .read(campaignId, donationId, located.location().get())
              .<Reply<RecordedDonation>>thenApply(read -> new Reply.Done<>(read, false))
              .exceptionally(ShardedCampaigns::notRead);
      case CampaignReply.Located located ->
          CompletableFuture.completedFuture(
              new Reply.Refused<>(
                  Refusal.DONATION_NOT_FOUND,
                  "campaign \"%s\" has no donation \"%s\"".formatted(campaignId, donationId)));
      case CampaignReply.Refused refused -> CompletableFuture.completedFuture(no(refused));
      case CampaignReply.Answered answered -> throw unexpected(answered);
      case CampaignReply.Seen seen -> throw unexpected(seen);
    };
  }

  private static Reply<RecordedDonation> notRead(Throwable failure) {
    LOG.warn("a donation could not be read from the journal: {}", failure.toString());
    return new Reply.Refused<>(
        Refusal.UNAVAILABLE, "the journal cannot be read now, expected a retry");
  }

  @Override
  public CompletionStage<Reply<RefundReceipt>> refund(
      CampaignId campaignId, CampaignCommand.Refund refund) {
    return execute(campaignId, refund).thenApply(ShardedCampaigns::refundReceipt);
  }

  private static Reply<RefundReceipt> refundReceipt(CampaignReply reply) {
    return whenAnswered(
        reply,
        (answer, campaign) ->
            switch (answer) {
              case Answer.RefundRecorded refund ->
                  new Reply.Done<>(new RefundReceipt(refund, campaign), refund.replayed());
              default -> throw unexpected(reply);
            });
  }

  @Override
  public CompletionStage<Reply<Reminder>> scheduleReminder(
      CampaignId campaignId, CampaignCommand.ScheduleReminder schedule) {
    return execute(campaignId, schedule).thenApply(ShardedCampaigns::reminder);
  }

  @Override
  public CompletionStage<Reply<Reminder>> cancelReminder(
      CampaignId campaignId, ReminderId reminderId) {
    return execute(campaignId, new CampaignCommand.CancelReminder(reminderId))
        .thenApply(ShardedCampaigns::reminder);
  }

  private static Reply<Reminder> reminder(CampaignReply reply) {
    return whenAnswered(
        reply,
        (answer, campaign) ->
            switch (answer) {
              case Answer.ReminderTold told -> new Reply.Done<>(told.reminder(), told.replayed());
              default -> throw unexpected(reply);
            });
  }

  @Override
  public CompletionStage<Reply<List<Reminder>>> reminders(CampaignId campaignId) {
    return execute(campaignId, new CampaignCommand.ListReminders())
        .thenApply(
            reply ->
                whenAnswered(
                    reply,
                    (answer, campaign) ->
                        switch (answer) {
                          case Answer.RemindersListed listed ->
                              new Reply.Done<>(listed.reminders(), false);
                          default -> throw unexpected(reply);
                        }));
  }

  @Override
  public CompletionStage<Reply<BatcherStatus>> batcher(CampaignId campaignId) {
    return askBatcher(campaignId, CampaignMessage.GetBatcher::new);
  }

  @Override
  public CompletionStage<Reply<BatcherStatus>> flush(CampaignId campaignId) {
    return askBatcher(campaignId, CampaignMessage.FlushBatcher::new);
  }

  private CompletionStage<Reply<BatcherStatus>> askBatcher(
      CampaignId campaignId, Function<ActorRef<BatcherReply>, CampaignMessage> message) {
    return campaigns
        .<BatcherReply>ask(campaignId, message, BatcherReply.Refused::new)
        .thenApply(
            reply ->
                switch (reply) {
                  case BatcherReply.Reported reported -> new Reply.Done<>(reported.status(), false);
                  case BatcherReply.Refused refused ->
                      new Reply.Refused<>(refused.refusal(), refused.detail());
                });
  }

  private CompletionStage<Reply<CampaignSummary>> see(
      CampaignId campaignId, Function<ActorRef<CampaignReply>, CampaignMessage> message) {
    return campaigns
        .<CampaignReply>ask(campaignId, message, CampaignReply.Refused::new)
        .thenApply(
            reply ->
                switch (reply) {
                  case CampaignReply.Seen seen -> new Reply.Done<>(seen.campaign(), false);
                  case CampaignReply.Refused refused -> no(refused);
                  case CampaignReply.Answered answered -> throw unexpected(answered);
                  case CampaignReply.Located located -> throw unexpected(located);
                });
  }

  private CompletionStage<Reply<CampaignSummary>> change(
      CampaignId campaignId, CampaignCommand command) {
    return execute(campaignId, command).thenApply(ShardedCampaigns::changed);
  }

  private static Reply<CampaignSummary> changed(CampaignReply reply) {
    return whenAnswered(
        reply,
        (answer, campaign) ->
            switch (answer) {
              case Answer.Accepted accepted -> new Reply.Done<>(campaign, accepted.replayed());
              default -> throw unexpected(reply);
            });
  }

  private CompletionStage<CampaignReply> execute(CampaignId campaignId, CampaignCommand command) {
    return campaigns.ask(
        campaignId,
        (until, replyTo) -> new CampaignMessage.Execute(command, until, replyTo),
        CampaignReply::certainWhileUnderWay,
        CampaignReply.Refused::new);
  }

  private static <T> Reply<T> whenAnswered(
      CampaignReply reply, BiFunction<Answer, CampaignSummary, Reply<T>> yes) {
    return switch (reply) {
      case CampaignReply.Answered answered when answered.answer() instanceof Answer.Refused no ->
          new Reply.Refused<>(no.refusal(), no.detail());
      case CampaignReply.Answered answered ->
          yes.apply(answered.answer(), answered.campaign().orElseThrow());
      case CampaignReply.Refused refused -> no(refused);
      case CampaignReply.Seen seen -> throw unexpected(seen);
      case CampaignReply.Located located -> throw unexpected(located);
    };
  }

  private static <T> Reply<T> no(CampaignReply.Refused refused) {
    return new Reply.Refused<>(refused.refusal(), refused.detail());
  }

  private static IllegalStateException unexpected(CampaignReply reply) {
    return new IllegalStateException("a campaign answered with " + reply);
  }
}
