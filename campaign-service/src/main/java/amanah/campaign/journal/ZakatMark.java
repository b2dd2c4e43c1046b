package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.campaign.domain.Designation;

/**
 * What stands beside an event in {@code adapter_manifest}, so that those that bear zakat are found
 * without reading any other: donations with zakat among them, and refunds of campaigns that take
 * zakat, since a refund does not say what was given.
 *
 * <p>Donations and refunds that were journaled before there were marks have none and may bear
 * zakat; whoever looks for it looks into them as well.
 */
public final class ZakatMark {

  /** It bears zakat, or gives back what may be zakat. */
  public static final String ZAKAT = "zakat";

  /** It is about money, and not about zakat. */
  public static final String PLAIN = "plain";

  /** It is not about money; old events have the same. */
  public static final String NONE = "";

  /**
   * The rows that may bear zakat, in the very words of the indexes {@code event_journal_zakat} and
   * {@code event_journal_zakat_feed}, or PostgreSQL would not use them.
   */
  static final String ROWS =
      "event_ser_manifest IN ('donations-recorded.v1', 'donation-refunded.v1')"
          + " AND adapter_manifest IS DISTINCT FROM 'plain'";

  private ZakatMark() {}

  /** The mark of an event of a campaign that takes zakat, or does not. */
  public static String of(CampaignEvent event, boolean zakatEligible) {
    return switch (event) {
      case DonationsRecorded recorded -> hasZakat(recorded) ? ZAKAT : PLAIN;
      case DonationRefunded refunded -> zakatEligible ? ZAKAT : PLAIN;
      case CampaignOpened opened -> NONE;
      case TermsAmended amended -> NONE;
      case StatusChanged changed -> NONE;
      case MilestoneReached reached -> NONE;
      case ViewsCounted counted -> NONE;
    };
  }

  private static boolean hasZakat(DonationsRecorded recorded) {
    return recorded.donations().stream()
        .anyMatch(donation -> donation.designation() == Designation.ZAKAT);
  }
}
