package amanah.campaign.journal;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where one campaign's zakat is read that was not heard of when it was committed. */
public interface ZakatJournal {

  /**
   * The events after one and up to another that may bear zakat, in their order, at most so many.
   *
   * @param persistenceId the campaign's
   */
  CompletionStage<List<CampaignHistory.Entry>> missed(
      String persistenceId, long after, long upTo, int max);

  /** The events at these places, in their order; fails when one is not there. */
  CompletionStage<List<CampaignHistory.Entry>> events(
      String persistenceId, Collection<Long> sequences);
}
