package amanah.campaign.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The campaigns that will have something to do by themselves. It is never behind the journal; where
 * an event did not say, a campaign stands in it as due since ever, to be looked at.
 */
public interface Agenda {

  /**
   * That a campaign has something to do.
   *
   * @param persistenceId the campaign's
   * @param dueMillis when, in milliseconds since 1970; 0 where nobody has said
   */
  record Entry(long dueMillis, String persistenceId) {

    /** Before all others. */
    public static final Entry FIRST = new Entry(-1, "");
  }

  /** Those behind that one in their order that are due at a time: first those that wait longest. */
  CompletionStage<List<Entry>> due(Entry after, Instant now, int max);

  /**
   * Notes what a campaign itself has said, unless it has moved on since.
   *
   * @param sequence of the campaign when it said so
   * @param due when it has something to do next, if it has
   */
  CompletionStage<Void> note(String persistenceId, long sequence, Optional<Instant> due);
}
