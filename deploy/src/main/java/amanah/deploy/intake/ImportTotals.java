package amanah.deploy.intake;

/**
 * What became of all rows.
 *
 * @param imported recorded now
 * @param replayed recorded before, by an earlier import or an earlier try of this one
 * @param refused not recorded
 */
public record ImportTotals(long imported, long replayed, long refused) {

  /** Before the first row. */
  public static final ImportTotals NONE = new ImportTotals(0, 0, 0);

  /** All rows that are settled. */
  public long rows() {
    return imported + replayed + refused;
  }

  ImportTotals plus(Step step) {
    return new ImportTotals(
        imported + step.imported(), replayed + step.replayed(), refused + step.refused().size());
  }
}
