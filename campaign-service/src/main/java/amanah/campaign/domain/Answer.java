package amanah.campaign.domain;

import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a campaign says to a command. */
public sealed interface Answer {

  /**
   * Done, or it already was so.
   *
   * @param replayed whether nothing had to change
   */
  record Accepted(boolean replayed) implements Answer {}

  /** One outcome for each donation of the command, in its order. */
  record DonationsAnswered(List<DonationOutcome> outcomes) implements Answer {}

  /**
   * The refund is in the journal.
   *
   * @param amount what this refund gave back
   * @param refunded what all refunds of the donation have given back until now
   * @param captured what the donation was
   * @param sequence the campaign's sequence number at which the refund was recorded
   * @param replayed whether it was there before this request
   */
  record RefundRecorded(
      RefundId refundId,
      DonationId donationId,
      Money amount,
      Money refunded,
      Money captured,
      @Nullable String reason,
      long sequence,
      boolean replayed)
      implements Answer {}

  /**
   * A reminder as it stands now.
   *
   * @param replayed whether nothing had to change
   */
  record ReminderTold(Reminder reminder, boolean replayed) implements Answer {}

  /** All reminders of the campaign's life, in the order in which they were asked for. */
  record RemindersListed(List<Reminder> reminders) implements Answer {}

  /** A definite no; nothing was recorded. */
  record Refused(Refusal refusal, String detail) implements Answer {}
}
