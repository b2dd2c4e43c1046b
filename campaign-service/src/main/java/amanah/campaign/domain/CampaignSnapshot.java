package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.money.Money;
import java.util.List;

/**
 * A campaign at one sequence number, to be kept beside its events so that they need not all be read
 * again. It does not change when the campaign goes on.
 *
 * @param endedByTime whether it was completed because its end had come
 * @param changes the names of the last changes of terms and status, the oldest first
 * @param reminders all it ever had, in the order in which they were asked for
 */
public record CampaignSnapshot(
    CampaignOpened opening,
    CampaignTerms terms,
    CampaignStatus status,
    boolean endedByTime,
    Money raised,
    List<Integer> milestonesReached,
    long views,
    long sequence,
    IndexImage index,
    List<ChangeName> changes,
    List<Reminder> reminders) {

  /** Keeps its own lists. */
  public CampaignSnapshot {
    changes = List.copyOf(changes);
    reminders = List.copyOf(reminders);
  }
}
