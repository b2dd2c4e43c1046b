package amanah.zakat.application;

import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.Fund;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What stands in the journal about the fund; never asks an actor. */
public interface FundHistory {

  /** The fund as it was at that time. */
  CompletionStage<Reply<Fund>> fund(Instant asOf);

  /**
   * Distributions, the newest first.
   *
   * @param before the place from which to go on; empty for the newest
   */
  CompletionStage<Reply<DistributionPage>> distributions(Optional<Long> before, int limit);
}
