package amanah.deploy.intake;

import amanah.deploy.client.Patience;
import java.time.Duration;

/**
 * The limits of an import.
 *
 * @param batchMax donations in one request, at most 10,000
 * @param requestsMax requests that wait for their answer at once
 * @param patience how long a batch is repeated without progress
 */
public record ImportSettings(int batchMax, int requestsMax, Patience patience) {

  /** What a file is imported with. */
  public static final ImportSettings STANDARD =
      new ImportSettings(1_000, 4, Patience.of(Duration.ofMinutes(5)));

  /** The same with other patience. */
  public ImportSettings withPatience(Patience patience) {
    return new ImportSettings(batchMax, requestsMax, patience);
  }
}
