package amanah.zakat.domain.fund;

import java.util.List;
import java.util.Optional;

/**
 * Some distributions, the newest first.
 *
 * @param before the place from which to go on; empty on the last page
 */
public record DistributionPage(List<RecordedDistribution> distributions, Optional<Long> before) {

  /** Keeps its own list. */
  public DistributionPage {
    distributions = List.copyOf(distributions);
  }
}
