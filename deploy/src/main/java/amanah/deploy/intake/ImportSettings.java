package amanah.deploy.intake;

import amanah.deploy.client.Patience;
import java.time.Duration;

/**
 * The limits of an import.
 *
 * @param rowsMax rows that are on their way at once
 * @param stepRows rows that are settled at a time, before the next are read
 * @param patience how long is gone on while nothing gets through
 */
public record ImportSettings(int rowsMax, int stepRows, Patience patience) {

  /** What a file is imported with. */
  public static final ImportSettings STANDARD =
      new ImportSettings(8_000, 1_000, Patience.of(Duration.ofMinutes(5)));

  /** The same with other patience. */
  public ImportSettings withPatience(Patience patience) {
    return new ImportSettings(rowsMax, stepRows, patience);
  }
}
