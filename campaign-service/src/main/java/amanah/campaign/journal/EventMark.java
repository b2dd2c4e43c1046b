package amanah.campaign.journal;

import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands beside an event in {@code adapter_manifest}, so that the database can tell without
 * reading the event: of money whether it bears zakat, of openings and changes what the campaign has
 * to do next by itself, and when.
 */
public final class EventMark {

  /** It is about nothing that anybody looks for. */
  static final String NONE = "";

  /** After it the campaign has nothing to do by itself; as the trigger of the agenda has it. */
  static final String IDLE = "idle";

  /** Before the time at which it has, in milliseconds since 1970; likewise. */
  static final String DUE = "due:";

  private EventMark() {}

  /** The mark of an event of a campaign, which is as it was before the command that led to it. */
  public static String of(CampaignEvent event, Campaign before) {
    return switch (event) {
      case DonationsRecorded recorded -> ZakatMark.of(recorded);
      case DonationRefunded refunded -> ZakatMark.ofRefund(before.isZakatEligible());
      case CampaignOpened opened -> due(before.dueAfter(opened));
      case TermsAmended amended -> due(before.dueAfter(amended));
      case StatusChanged changed -> due(before.dueAfter(changed));
      case MilestoneReached reached -> NONE;
      case ViewsCounted counted -> NONE;
    };
  }

  private static String due(Optional<Instant> next) {
    return next.map(at -> DUE + at.toEpochMilli()).orElse(IDLE);
  }
}
