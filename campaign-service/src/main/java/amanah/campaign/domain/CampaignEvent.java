package amanah.campaign.domain;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a campaign; the journal keeps these for ever, in their order. */
public sealed interface CampaignEvent {

  /** When it happened, by the time in use on the node that recorded it. */
  Instant at();

  /** The campaign began, as a draft or active. */
  record CampaignOpened(CampaignId campaignId, CampaignTerms terms, boolean draft, Instant at)
      implements CampaignEvent {}

  /**
   * The terms changed; these are all of them as they are now.
   *
   * @param name of the change; one with a name may have found them as it wanted them
   */
  record TermsAmended(CampaignTerms terms, Instant at, @Nullable ChangeName name)
      implements CampaignEvent {

    /** By a change without a name. */
    public TermsAmended(CampaignTerms terms, Instant at) {
      this(terms, at, null);
    }
  }

  /**
   * The campaign moved along its lifecycle.
   *
   * @param name of the change; one with a name may have found it where it wanted it
   */
  record StatusChanged(
      CampaignStatus from,
      CampaignStatus to,
      @Nullable String reason,
      Instant at,
      @Nullable ChangeName name)
      implements CampaignEvent {

    /** By a change without a name, or by its end. */
    public StatusChanged(
        CampaignStatus from, CampaignStatus to, @Nullable String reason, Instant at) {
      this(from, to, reason, at, null);
    }
  }

  /** Captured donations were recorded, none of which was known before. */
  record DonationsRecorded(List<Donation> donations, Instant at) implements CampaignEvent {

    /** Keeps its own list. */
    public DonationsRecorded {
      donations = List.copyOf(donations);
    }
  }

  /** What was raised reached this part of the goal for the first time. */
  record MilestoneReached(int percent, Money raised, Instant at) implements CampaignEvent {}

  /** Money of a donation was given back. */
  record DonationRefunded(
      RefundId refundId, DonationId donationId, Money amount, @Nullable String reason, Instant at)
      implements CampaignEvent {}

  /**
   * Somebody wants the campaign's people to be reminded.
   *
   * @param due when
   */
  record ReminderScheduled(ReminderId reminderId, Instant due, String message, Instant at)
      implements CampaignEvent {}

  /** A reminder that was still to come was taken back. */
  record ReminderCancelled(ReminderId reminderId, Instant at) implements CampaignEvent {}

  /**
   * The time of a reminder has come.
   *
   * @param due when it was to come
   */
  record ReminderDue(ReminderId reminderId, String message, Instant due, Instant at)
      implements CampaignEvent {}

  /** Views were counted since the last such event. */
  record ViewsCounted(long count, Instant at) implements CampaignEvent {}
}
