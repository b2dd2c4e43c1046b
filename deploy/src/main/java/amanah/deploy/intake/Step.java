package amanah.deploy.intake;

import java.util.List;

/**
 * Rows that were settled one after the other.
 *
 * @param rows how many
 * @param bytesRead how far the file was read when the last of them was
 * @param imported recorded now
 * @param replayed recorded before
 * @param refused the others, in the order of the file
 */
record Step(int rows, long bytesRead, long imported, long replayed, List<Entry.Refused> refused) {}
