package amanah.zakat.domain.book;

import amanah.id.PublicationId;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.statistics.NodeCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to the calculator's book. Times never run backward from one to the next. */
public sealed interface BookEvent {

  /** When it was decided. */
  Instant at();

  /** Campaigns reported zakat, and it was counted. */
  record ZakatReported(List<CampaignReport> reports, Instant at) implements BookEvent {

    /** Keeps its own list. */
    public ZakatReported {
      reports = List.copyOf(reports);
    }
  }

  /** Zakat was given to recipients. */
  record ZakatDistributed(Distribution distribution, Instant at) implements BookEvent {}

  /**
   * Prices of metal were published.
   *
   * @param publicationId empty in journals from before publications had names
   */
  record PricesPublished(Optional<PublicationId> publicationId, MetalPrices prices, Instant at)
      implements BookEvent {}

  /**
   * A nisab of income was published.
   *
   * @param publicationId empty in journals from before publications had names
   */
  record NisabPublished(Optional<PublicationId> publicationId, NisabFigure figure, Instant at)
      implements BookEvent {}

  /**
   * A publication counts no more.
   *
   * @param from the first day on which it does not
   * @param left all that was published for its day, with what counts in its place
   */
  record PublicationWithdrawn(
      PublicationId publicationId, LocalDate from, Publication left, Instant at)
      implements BookEvent {}

  /** Desks told how much they have answered. */
  record StatisticsCounted(List<NodeCounts> tallies, Instant at) implements BookEvent {

    /** Keeps its own list. */
    public StatisticsCounted {
      tallies = List.copyOf(tallies);
    }
  }

  /**
   * The statistics began anew.
   *
   * @param epoch how many resets there were, with this
   * @param request that asked for it
   */
  record StatisticsReset(long epoch, String request, Instant at) implements BookEvent {}
}
