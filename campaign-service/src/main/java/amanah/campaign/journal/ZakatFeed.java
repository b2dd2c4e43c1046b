package amanah.campaign.journal;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Where all campaigns are found that have zakat, and those that had some lately. Transactions are
 * named by their ids: what is below the {@link #horizon} is over, so that a reader who stays below
 * it misses no commit, however late it comes.
 */
public interface ZakatFeed {

  /**
   * A place in the feed: everything up to it has been seen.
   *
   * @param xid a transaction
   * @param ordering a row of it
   */
  record Place(String xid, long ordering) {

    /** Before whatever is written by that transaction or a later one. */
    public static Place before(String xid) {
      return new Place(xid, -1);
    }
  }

  /**
   * That a campaign may have zakat.
   *
   * @param persistenceId the campaign's
   * @param sequence an event that may bear some, the newest that was found
   * @param marked whether the campaign is known to take zakat; if not, nobody has looked yet
   */
  record Trace(String persistenceId, long sequence, boolean marked) {}

  /** A trace, and the place of its event. */
  record Step(Place place, Trace trace) {}

  /** The transaction before which all are over. */
  CompletionStage<String> horizon();

  /** The first campaigns with a trace, in the order of their persistence ids, after that one. */
  CompletionStage<List<Trace>> campaigns(String after, int max);

  /** What was written after a place, by transactions before the horizon, in their order. */
  CompletionStage<List<Step>> steps(Place after, String horizon, int max);

  /** Those of these campaigns that were opened to take zakat. */
  CompletionStage<List<String>> eligible(Collection<String> persistenceIds);
}
