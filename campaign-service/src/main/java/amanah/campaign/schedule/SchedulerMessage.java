package amanah.campaign.schedule;

import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.journal.Agenda;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scheduler hears; all of it is its own business. */
public sealed interface SchedulerMessage {

  /** Time to look. */
  record Due() implements SchedulerMessage {}

  /** A page of the agenda has been read. */
  record PageRead(List<Agenda.Entry> page) implements SchedulerMessage {}

  /** The agenda could not be read. */
  record Unread(Throwable failure) implements SchedulerMessage {}

  /** A campaign that is due is awake and has said how it stands; null when it has not. */
  record Woken(Agenda.Entry entry, @Nullable CampaignSummary campaign)
      implements SchedulerMessage {}

  /** What a campaign has said is noted, or could not be, which the next look mends. */
  record Noted() implements SchedulerMessage {}

  /** Another node goes on with it. */
  record Leave() implements SchedulerMessage {}
}
