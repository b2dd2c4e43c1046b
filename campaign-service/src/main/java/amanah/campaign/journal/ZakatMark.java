package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Designation;

/**
 * The {@link EventMark} of money, by which those events are found that bear zakat, without reading
 * any other: donations with zakat among them, and refunds of campaigns that take zakat, since a
 * refund does not say what was given.
 *
 * <p>Donations and refunds that were journaled before there were marks have none and may bear
 * zakat; whoever looks for it looks into them as well.
 */
public final class ZakatMark {

  /** It bears zakat, or gives back what may be zakat. */
  public static final String ZAKAT = "zakat";

  /** It is about money, and not about zakat. */
  public static final String PLAIN = "plain";

  /**
   * The rows that may bear zakat, in the very words of the indexes {@code event_journal_zakat} and
   * {@code event_journal_zakat_feed}, or PostgreSQL would not use them.
   */
  static final String ROWS =
      "event_ser_manifest IN ('donations-recorded.v1', 'donation-refunded.v1')"
          + " AND adapter_manifest IS DISTINCT FROM 'plain'";

  private ZakatMark() {}

  /** The mark of donations. */
  static String of(DonationsRecorded recorded) {
    return hasZakat(recorded) ? ZAKAT : PLAIN;
  }

  /** The mark of a refund in a campaign that takes zakat, or does not. */
  static String ofRefund(boolean zakatEligible) {
    return zakatEligible ? ZAKAT : PLAIN;
  }

  private static boolean hasZakat(DonationsRecorded recorded) {
    return recorded.donations().stream()
        .anyMatch(donation -> donation.designation() == Designation.ZAKAT);
  }
}
