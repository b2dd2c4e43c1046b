package amanah.zakat.domain.book;

import amanah.id.PublicationId;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.statistics.NodeCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the calculator's book decides. */
public sealed interface BookCommand {

  /** Count what campaigns report; each campaign at most once in it. */
  record CountReports(List<CampaignReport> reports) implements BookCommand {

    /** Keeps its own list. */
    public CountReports {
      reports = List.copyOf(reports);
    }
  }

  /** Keep what desks counted; each desk at most once in it. */
  record CountTallies(List<NodeCounts> tallies) implements BookCommand {

    /** Keeps its own list. */
    public CountTallies {
      tallies = List.copyOf(tallies);
    }
  }

  /** Give zakat to recipients. */
  record Distribute(Distribution distribution) implements BookCommand {}

  /** Publish prices from a day on. */
  record PublishPrices(PublicationId publicationId, MetalPrices prices) implements BookCommand {}

  /**
   * Publish a nisab of income from a day on.
   *
   * @param refusal why the profiles of today let nobody publish it for the first time; empty when
   *     they do
   */
  record PublishNisab(PublicationId publicationId, NisabFigure figure, Optional<Refusal> refusal)
      implements BookCommand {}

  /**
   * Let a publication count no more.
   *
   * @param from the first day on which it does not; empty for its own, as if it had never been
   */
  record WithdrawPublication(PublicationId publicationId, Optional<LocalDate> from)
      implements BookCommand {}

  /**
   * Zero the statistics.
   *
   * @param request names the request, so that its repeat zeroes nothing
   */
  record Reset(String request) implements BookCommand {}
}
