package amanah.deploy.intake;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param imported rows recorded now
 * @param replayed rows that had been recorded before
 * @param refused the others, by line
 */
record BatchOutcome(long imported, long replayed, List<Entry.Refused> refused) {}
