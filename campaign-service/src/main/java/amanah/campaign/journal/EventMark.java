package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.campaign.domain.DueTimes;

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

  /**
   * The mark of an event.
   *
   * @param zakatEligible whether its campaign takes zakat
   * @param after what its campaign has to do by itself after it
   */
  public static String of(CampaignEvent event, boolean zakatEligible, DueTimes after) {
    return switch (event) {
      case DonationsRecorded recorded -> ZakatMark.of(recorded);
      case DonationRefunded refunded -> ZakatMark.ofRefund(zakatEligible);
      case CampaignOpened opened -> due(after);
      case TermsAmended amended -> due(after);
      case StatusChanged changed -> due(after);
      case ReminderScheduled scheduled -> due(after);
      case ReminderCancelled cancelled -> due(after);
      case ReminderDue due -> due(after);
      case MilestoneReached reached -> NONE;
      case ViewsCounted counted -> NONE;
    };
  }

  private static String due(DueTimes after) {
    return after.next().map(at -> DUE + at.toEpochMilli()).orElse(IDLE);
  }
}
