package amanah.campaign.application;

import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.domain.Reminder;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.ReminderId;
import amanah.protocol.zakat.AssessmentLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Campaigns that refuse a donation towards an assessment that nobody has made: with a mistyped id
 * it would reduce nobody's debt, and nobody would hear of it. What is recorded already is repeated
 * as it was.
 */
public final class AssessedCampaigns implements Campaigns {

  private final Campaigns campaigns;
  private final AssessmentCheck check;
  private final Duration patience;

  private AssessedCampaigns(Campaigns campaigns, AssessmentCheck check, Duration patience) {
    this.campaigns = campaigns;
    this.check = check;
    this.patience = patience;
  }

  /**
   * The same campaigns, which look assessments up so.
   *
   * @param askTimeout how long there is for an answer, with the look-up before it
   */
  public static Campaigns of(Campaigns campaigns, AssessmentLookup lookup, Duration askTimeout) {
    return new AssessedCampaigns(campaigns, new AssessmentCheck(lookup), askTimeout);
  }

  @Override
  public Campaigns within(Duration shorter) {
    return new AssessedCampaigns(campaigns.within(shorter), check, patience);
  }

  /** The same, whose time runs from this moment on. */
  private AssessedCampaigns begun() {
    return new AssessedCampaigns(campaigns.within(patience), check, patience);
  }

  @Override
  public CompletionStage<Reply<Reminder>> scheduleReminder(
      CampaignId campaignId, CampaignCommand.ScheduleReminder schedule) {
    return campaigns.scheduleReminder(campaignId, schedule);
  }

  @Override
  public CompletionStage<Reply<Reminder>> cancelReminder(
      CampaignId campaignId, ReminderId reminderId) {
    return campaigns.cancelReminder(campaignId, reminderId);
  }

  @Override
  public CompletionStage<Reply<List<Reminder>>> reminders(CampaignId campaignId) {
    return campaigns.reminders(campaignId);
  }

  @Override
  public CompletionStage<Reply<DonationReceipt>> donate(CampaignId campaignId, Donation donation) {
    if (donation.assessmentId() == null) {
      return campaigns.donate(campaignId, donation);
    }
    return begun().donateUnlessRefused(campaignId, donation);
  }

  private CompletionStage<Reply<DonationReceipt>> donateUnlessRefused(
      CampaignId campaignId, Donation donation) {
    return refused(campaignId, List.of(donation))
        .thenCompose(
            refused ->
                refused.isEmpty()
                    ? campaigns.donate(campaignId, donation)
                    : CompletableFuture.completedFuture(
                        refusal(refused.values().iterator().next())));
  }

  private static <T> Reply<T> refusal(DonationOutcome.Refused refused) {
    return new Reply.Refused<>(refused.refusal(), refused.detail());
  }

  @Override
  public CompletionStage<Reply<List<DonationOutcome>>> donateAll(
      CampaignId campaignId, List<Donation> donations) {
    if (donations.stream().allMatch(donation -> donation.assessmentId() == null)) {
      return campaigns.donateAll(campaignId, donations);
    }
    return begun().donateUnlessRefused(campaignId, donations);
  }

  private CompletionStage<Reply<List<DonationOutcome>>> donateUnlessRefused(
      CampaignId campaignId, List<Donation> donations) {
    return refused(campaignId, donations)
        .thenCompose(
            refused ->
                refused.isEmpty()
                    ? campaigns.donateAll(campaignId, donations)
                    : others(campaignId, donations, refused));
  }

  /** Records those that are not refused, and puts every outcome in its place. */
  private CompletionStage<Reply<List<DonationOutcome>>> others(
      CampaignId campaignId,
      List<Donation> donations,
      Map<Integer, DonationOutcome.Refused> refused) {
    List<Donation> others =
        IntStream.range(0, donations.size())
            .filter(index -> !refused.containsKey(index))
            .mapToObj(donations::get)
            .toList();
    CompletionStage<Reply<List<DonationOutcome>>> recorded =
        others.isEmpty()
            ? CompletableFuture.completedFuture(new Reply.Done<>(List.of(), false))
            : campaigns.donateAll(campaignId, others);
    return recorded.thenApply(
        reply ->
            switch (reply) {
              case Reply.Refused<List<DonationOutcome>> no -> no;
              case Reply.Done<List<DonationOutcome>> done ->
                  DonationChunks.wholeReply(inOrder(refused, done.value()));
            });
  }

  private static List<DonationOutcome> inOrder(
      Map<Integer, DonationOutcome.Refused> refused, List<DonationOutcome> recorded) {
    List<DonationOutcome> outcomes = new ArrayList<>();
    Iterator<DonationOutcome> next = recorded.iterator();
    for (int index = 0; index < refused.size() + recorded.size(); index++) {
      DonationOutcome no = refused.get(index);
      outcomes.add(no == null ? next.next() : no);
    }
    return outcomes;
  }

  /** Those that are refused, by their places. */
  private CompletionStage<Map<Integer, DonationOutcome.Refused>> refused(
      CampaignId campaignId, List<Donation> donations) {
    return check.notMade(donations).thenCompose(notMade -> refused(campaignId, donations, notMade));
  }

  private CompletionStage<Map<Integer, DonationOutcome.Refused>> refused(
      CampaignId campaignId, List<Donation> donations, Set<AssessmentId> notMade) {
    Map<Integer, DonationOutcome.Refused> refused = new ConcurrentHashMap<>();
    List<Integer> towardsNone =
        IntStream.range(0, donations.size())
            .filter(index -> isAmong(notMade, donations.get(index)))
            .boxed()
            .toList();
    return Waves.askAll(
            towardsNone,
            index ->
                campaigns
                    .donation(campaignId, donations.get(index).donationId())
                    .thenAccept(known -> note(index, donations.get(index), known, refused)))
        .thenApply(all -> refused);
  }

  private static boolean isAmong(Set<AssessmentId> assessments, Donation donation) {
    AssessmentId named = donation.assessmentId();
    return named != null && assessments.contains(named);
  }

  /** What was recorded before is repeated, whatever it names. */
  private static void note(
      int index,
      Donation donation,
      Reply<RecordedDonation> known,
      Map<Integer, DonationOutcome.Refused> refused) {
    if (known instanceof Reply.Refused<RecordedDonation> no) {
      refused.put(index, outcome(donation, no));
    }
  }

  private static DonationOutcome.Refused outcome(
      Donation donation, Reply.Refused<RecordedDonation> no) {
    return no.refusal() == Refusal.DONATION_NOT_FOUND
        ? new DonationOutcome.Refused(
            donation.donationId(),
            Refusal.ASSESSMENT_NOT_FOUND,
            "no assessment has the id \"%s\", expected one that was made, or none"
                .formatted(donation.assessmentId()))
        : new DonationOutcome.Refused(donation.donationId(), no.refusal(), no.detail());
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> open(
      CampaignId campaignId, CampaignTerms terms, boolean draft) {
    return campaigns.open(campaignId, terms, draft);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId) {
    return campaigns.get(campaignId);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> amend(
      CampaignId campaignId, CampaignCommand.Amend amendment) {
    return campaigns.amend(campaignId, amendment);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> changeStatus(
      CampaignId campaignId, CampaignCommand.ChangeStatus change) {
    return campaigns.changeStatus(campaignId, change);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> trackView(CampaignId campaignId) {
    return campaigns.trackView(campaignId);
  }

  @Override
  public CompletionStage<Reply<RecordedDonation>> donation(
      CampaignId campaignId, DonationId donationId) {
    return campaigns.donation(campaignId, donationId);
  }

  @Override
  public CompletionStage<Reply<RefundReceipt>> refund(
      CampaignId campaignId, CampaignCommand.Refund refund) {
    return campaigns.refund(campaignId, refund);
  }

  @Override
  public CompletionStage<Reply<BatcherStatus>> batcher(CampaignId campaignId) {
    return campaigns.batcher(campaignId);
  }

  @Override
  public CompletionStage<Reply<BatcherStatus>> flush(CampaignId campaignId) {
    return campaigns.flush(campaignId);
  }
}
