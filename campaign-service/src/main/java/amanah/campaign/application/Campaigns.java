package amanah.campaign.application;

import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Reminder;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.ReminderId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The questions that can be asked about campaigns. Every stage completes within the request timeout
 * of the settings, and never exceptionally for a reason that {@link amanah.campaign.domain.Refusal}
 * names.
 */
public interface Campaigns {

  /**
   * The same campaigns for one call of a caller who waits no longer than that: what has not been
   * begun when he has gone is never begun.
   */
  Campaigns within(Duration patience);

  /** Opens a campaign; the same call again with the same terms is a replay. */
  CompletionStage<Reply<CampaignSummary>> open(
      CampaignId campaignId, CampaignTerms terms, boolean draft);

  /** The campaign after its last commit, including every donation acknowledged before the call. */
  CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId);

  /** Changes terms. */
  CompletionStage<Reply<CampaignSummary>> amend(
      CampaignId campaignId, CampaignCommand.Amend amendment);

  /** Moves the campaign along its lifecycle. */
  CompletionStage<Reply<CampaignSummary>> changeStatus(
      CampaignId campaignId, CampaignCommand.ChangeStatus change);

  /** Has the campaign's people reminded of something at a time, once. */
  CompletionStage<Reply<Reminder>> scheduleReminder(
      CampaignId campaignId, CampaignCommand.ScheduleReminder schedule);

  /** Takes a reminder back that is still to come. */
  CompletionStage<Reply<Reminder>> cancelReminder(CampaignId campaignId, ReminderId reminderId);

  /** All reminders of the campaign's life, in the order in which they were asked for. */
  CompletionStage<Reply<List<Reminder>>> reminders(CampaignId campaignId);

  /** Counts a view, best effort. */
  CompletionStage<Reply<CampaignSummary>> trackView(CampaignId campaignId);

  /** Records one donation; done means that it is committed. */
  CompletionStage<Reply<DonationReceipt>> donate(CampaignId campaignId, Donation donation);

  /** Records many donations in order, each for itself; one outcome for each, in their order. */
  CompletionStage<Reply<List<DonationOutcome>>> donateAll(
      CampaignId campaignId, List<Donation> donations);

  /** One donation with its history, read from the journal. */
  CompletionStage<Reply<RecordedDonation>> donation(CampaignId campaignId, DonationId donationId);

  /** Refunds a donation in part or in full. */
  CompletionStage<Reply<RefundReceipt>> refund(
      CampaignId campaignId, CampaignCommand.Refund refund);

  /** What the campaign's batcher is doing. */
  CompletionStage<Reply<BatcherStatus>> batcher(CampaignId campaignId);

  /** Done when everything that was pending at the call is settled. */
  CompletionStage<Reply<BatcherStatus>> flush(CampaignId campaignId);
}
