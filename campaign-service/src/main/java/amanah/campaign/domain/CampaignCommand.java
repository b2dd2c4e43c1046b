package amanah.campaign.domain;

import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a campaign can be asked to do. */
public sealed interface CampaignCommand {

  /** Opens the campaign under its terms, as a draft or active at once. */
  record Open(CampaignTerms terms, boolean draft) implements CampaignCommand {}

  /**
   * Changes the terms that are named and leaves the others.
   *
   * @param changeId under which it is done once; without one, each time that it comes
   * @param expectedSequence where the campaign has to be; without one, anywhere
   * @param removesEnd whether it is to have no end any more; then none may be named
   */
  record Amend(
      Optional<String> title,
      Optional<Money> goal,
      Optional<Instant> endsAt,
      Optional<Milestones> milestones,
      @Nullable ChangeId changeId,
      @Nullable Long expectedSequence,
      boolean removesEnd)
      implements CampaignCommand {

    /** Refuses two words on one end. */
    public Amend {
      if (removesEnd && endsAt.isPresent()) {
        throw new IllegalArgumentException(
            "endsAt " + endsAt.get() + " is named and removed, expected one of the two");
      }
    }

    /** One that leaves or names the end. */
    public Amend(
        Optional<String> title,
        Optional<Money> goal,
        Optional<Instant> endsAt,
        Optional<Milestones> milestones,
        @Nullable ChangeId changeId,
        @Nullable Long expectedSequence) {
      this(title, goal, endsAt, milestones, changeId, expectedSequence, false);
    }

    /** One for a campaign wherever it is. */
    public Amend(
        Optional<String> title,
        Optional<Money> goal,
        Optional<Instant> endsAt,
        Optional<Milestones> milestones,
        @Nullable ChangeId changeId) {
      this(title, goal, endsAt, milestones, changeId, null);
    }

    /** One without a name. */
    public Amend(
        Optional<String> title,
        Optional<Money> goal,
        Optional<Instant> endsAt,
        Optional<Milestones> milestones) {
      this(title, goal, endsAt, milestones, null);
    }
  }

  /**
   * Moves the campaign along its lifecycle.
   *
   * @param changeId under which it is done once; without one, each time that it comes
   * @param expectedSequence where the campaign has to be; without one, anywhere
   */
  record ChangeStatus(
      CampaignStatus target,
      @Nullable String reason,
      @Nullable ChangeId changeId,
      @Nullable Long expectedSequence)
      implements CampaignCommand {

    /** One for a campaign wherever it is. */
    public ChangeStatus(
        CampaignStatus target, @Nullable String reason, @Nullable ChangeId changeId) {
      this(target, reason, changeId, null);
    }

    /** One without a name. */
    public ChangeStatus(CampaignStatus target, @Nullable String reason) {
      this(target, reason, null);
    }
  }

  /** Records captured donations, in order, each at most once for the life of the campaign. */
  record RecordDonations(List<Donation> donations) implements CampaignCommand {

    /** Keeps its own list. */
    public RecordDonations {
      donations = List.copyOf(donations);
    }
  }

  /** Gives back an amount of a captured donation, or all that is left of it when none is named. */
  record Refund(
      RefundId refundId, DonationId donationId, @Nullable Money amount, @Nullable String reason)
      implements CampaignCommand {}

  /** Adds views that were counted since the last time. */
  record RecordViews(long count) implements CampaignCommand {

    /** Refuses to take views back. */
    public RecordViews {
      if (count < 0) {
        throw new IllegalArgumentException("views " + count + ", expected 0 or more");
      }
    }
  }

  /** Has the campaign's people reminded of something at a time, once. */
  record ScheduleReminder(ReminderId reminderId, Instant at, String message)
      implements CampaignCommand {}

  /** Takes a reminder back that is still to come. */
  record CancelReminder(ReminderId reminderId) implements CampaignCommand {}

  /** Tells all reminders; changes nothing. */
  record ListReminders() implements CampaignCommand {}

  /** Reminds of what is due, and completes the campaign if its end has come. */
  record DoWhatIsDue() implements CampaignCommand {}
}
