package amanah.campaign.domain;

import amanah.id.DonationId;
import amanah.money.Money;

/** What became of one donation of a batch. */
public sealed interface DonationOutcome {

  /** Which donation this is about. */
  DonationId donationId();

  /**
   * It is in the journal.
   *
   * @param amount what was recorded
   * @param sequence the campaign's sequence number at which it was recorded
   * @param replayed whether it was there before this request
   */
  record Recorded(DonationId donationId, Money amount, long sequence, boolean replayed)
      implements DonationOutcome {}

  /** It was refused and is not in the journal. */
  record Refused(DonationId donationId, Refusal refusal, String detail)
      implements DonationOutcome {}
}
