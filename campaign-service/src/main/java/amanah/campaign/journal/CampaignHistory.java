package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.journal.JournalNames;
import amanah.journal.JournalReader;
import amanah.journal.JournalSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads single events of a campaign from the journal, for answers that the campaign's state is too
 * small to give.
 */
public final class CampaignHistory implements AutoCloseable {

  /** The most events of one request. */
  public static final int SEQUENCES_MAX = 1_000;

  /** The most requests that wait; one more is refused. */
  public static final int WAITING_MAX = 1_000;

  private static final JournalReader.Bounds BOUNDS =
      new JournalReader.Bounds(2, WAITING_MAX, Duration.ofSeconds(3));

  private static final JournalReader.Bounds NAMES_BOUNDS =
      new JournalReader.Bounds(1, WAITING_MAX, Duration.ofSeconds(3));

  private final JournalReader reader;
  private final JournalReader names;

  /**
   * One event and its place.
   *
   * @param sequence the campaign's sequence number
   */
  public record Entry(long sequence, CampaignEvent event) {}

  private CampaignHistory(JournalReader reader, JournalReader names) {
    this.reader = reader;
    this.names = names;
  }

  /** Opens the history; the database need not be there yet. */
  public static CampaignHistory open(JournalSettings journal) {
    return new CampaignHistory(
        JournalReader.open(journal, "campaign-history", BOUNDS),
        JournalReader.open(journal, "campaign-names", NAMES_BOUNDS));
  }

  /**
   * The events at these places, in their order, each once.
   *
   * <p>Completes within three seconds: with {@link java.util.concurrent.TimeoutException} when the
   * journal is slow, with {@link RejectedExecutionException} when too many requests wait, and with
   * {@link IllegalStateException} when the journal has no event at one of the places.
   */
  public CompletionStage<List<Entry>> events(String persistenceId, Collection<Long> sequences) {
    Set<Long> places = new TreeSet<>(sequences);
    if (places.size() > SEQUENCES_MAX) {
      throw new IllegalArgumentException(
          places.size() + " events were asked for, expected at most " + SEQUENCES_MAX);
    }
    return reader.read(connection -> EventRows.at(connection, persistenceId, places));
  }

  /**
   * Those of some campaigns of which the journal has anything.
   *
   * <p>Completes within three seconds, as {@link #events} does, and does not wait for those.
   */
  public CompletionStage<Set<String>> opened(Collection<String> persistenceIds) {
    return names.read(
        connection -> JournalNames.present(connection, CampaignJournal.SCHEMA, persistenceIds));
  }

  @Override
  public void close() {
    reader.close();
    names.close();
  }
}
