package amanah.zakat.domain.book;

import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookAnswer.CampaignPosition;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.FundRules;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.statistics.NodeCounts;
import amanah.zakat.domain.statistics.TallyBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calculator's book: the only authority on what was collected, where each campaign is, what was
 * distributed, published and counted.
 *
 * <p>It decides without changing and changes by events alone. For the sake of a million positions
 * it changes in place: whoever hands it on hands on what never changes, or a copy.
 */
public final class Book {

  private final BookLimits limits;
  private final Map<CampaignId, Long> positions;
  private final Map<DistributionId, RecordedDistribution> distributions;
  private final Publications publications;
  private final TallyBook tallies;
  private Fund fund;
  private String lastReset;
  private Instant at;
  private long sequence;

  private Book(BookLimits limits, BookSnapshot kept) {
    this.limits = limits;
    this.positions = new HashMap<>(kept.positions());
    this.distributions = new LinkedHashMap<>();
    kept.distributions()
        .forEach(known -> distributions.put(known.distribution().distributionId(), known));
    this.publications = new Publications(limits, kept.prices(), kept.publications());
    this.tallies = TallyBook.restore(limits.desksMax(), kept.tallies());
    this.fund = kept.fund();
    this.lastReset = kept.lastReset();
    this.at = kept.at();
    this.sequence = kept.sequence();
  }

  /** A book in which nothing stands. */
  public static Book empty(BookLimits limits) {
    return new Book(
        limits,
        new BookSnapshot(
            0,
            Instant.EPOCH,
            Map.of(),
            Fund.EMPTY,
            List.of(),
            PriceBook.EMPTY,
            List.of(),
            TallyBook.empty(limits.desksMax()).kept(),
            ""));
  }

  /** The book as it was kept. */
  public static Book restore(BookLimits limits, BookSnapshot kept) {
    return new Book(limits, kept);
  }

  /** How many events it was made of. */
  public long sequence() {
    return sequence;
  }

  /** What was collected and distributed. */
  public Fund fund() {
    return fund;
  }

  /** What was published. */
  public PriceBook prices() {
    return publications.prices();
  }

  /** What desks counted. */
  public TallyBook.Kept tallies() {
    return tallies.kept();
  }

  /** Up to which of its events the campaign's zakat is counted; 0 when it never reported. */
  public long position(CampaignId campaignId) {
    return positions.getOrDefault(campaignId, 0L);
  }

  /** How many things it has to remember one by one, which is what a snapshot costs. */
  public long size() {
    return (long) positions.size() + distributions.size() + publications.size();
  }

  /** What follows from a command. */
  public BookDecision decide(BookCommand command, Instant now) {
    Instant when = now.isBefore(at) ? at : now;
    return switch (command) {
      case BookCommand.CountReports count -> countReports(count, when);
      case BookCommand.CountTallies count -> countTallies(count, when);
      case BookCommand.Distribute distribute -> distribute(distribute.distribution(), when);
      case BookCommand.PublishPrices publish -> publications.decide(publish, when);
      case BookCommand.PublishNisab publish -> publications.decide(publish, when);
      case BookCommand.WithdrawPublication withdraw -> publications.decide(withdraw, when);
      case BookCommand.Reset reset -> reset(reset, when);
    };
  }

  private BookDecision countReports(BookCommand.CountReports count, Instant when) {
    List<CampaignReport> counted = new ArrayList<>();
    List<CampaignPosition> answers = new ArrayList<>();
    int known = positions.size();
    for (CampaignReport report : count.reports()) {
      long position = position(report.campaignId());
      boolean isNew = !positions.containsKey(report.campaignId());
      boolean full = isNew && known >= limits.campaignsMax();
      if (position == report.after() && !full) {
        counted.add(report);
        known += isNew ? 1 : 0;
        position = report.upTo();
      }
      answers.add(new CampaignPosition(report.campaignId(), position, full));
    }
    BookAnswer answer = new BookAnswer.ReportsCounted(answers);
    return counted.isEmpty()
        ? BookDecision.answer(answer)
        : BookDecision.of(new BookEvent.ZakatReported(counted, when), answer);
  }

  private BookDecision countTallies(BookCommand.CountTallies count, Instant when) {
    List<NodeCounts> news = count.tallies().stream().filter(tallies::isNews).toList();
    return news.isEmpty()
        ? BookDecision.answer(new BookAnswer.TalliesKept())
        : BookDecision.of(
            new BookEvent.StatisticsCounted(news, when), new BookAnswer.TalliesKept());
  }

  private BookDecision distribute(Distribution distribution, Instant when) {
    RecordedDistribution known = distributions.get(distribution.distributionId());
    if (known != null) {
      return BookDecision.answer(
          known.distribution().equals(distribution)
              ? new BookAnswer.Distributed(known, true)
              : new BookAnswer.Refused(
                  RefusalCode.IDEMPOTENCY_MISMATCH,
                  "distribution \"%s\" was recorded with other content, expected another id"
                      .formatted(distribution.distributionId())));
    }
    if (distributions.size() >= limits.distributionsMax()) {
      return BookDecision.full("distributions", distributions.size(), limits.distributionsMax());
    }
    CurrencyFund of = fund.of(distribution.amount().currency());
    return FundRules.refusal(of, distribution)
        .map(no -> BookDecision.answer(new BookAnswer.Refused(no.code(), no.detail())))
        .orElseGet(
            () ->
                BookDecision.of(
                    new BookEvent.ZakatDistributed(distribution, when),
                    new BookAnswer.Distributed(
                        new RecordedDistribution(distribution, when, sequence + 1), false)));
  }

  private BookDecision reset(BookCommand.Reset reset, Instant when) {
    return reset.request().equals(lastReset)
        ? BookDecision.answer(new BookAnswer.Begun(true))
        : BookDecision.of(
            new BookEvent.StatisticsReset(tallies.epoch() + 1, reset.request(), when),
            new BookAnswer.Begun(false));
  }

  /**
   * The book after an event.
   *
   * @throws IllegalStateException if the event contradicts what came before it
   */
  public Book evolve(BookEvent event) {
    sequence++;
    at = event.at();
    switch (event) {
      case BookEvent.ZakatReported reported -> reported.reports().forEach(this::reported);
      case BookEvent.ZakatDistributed distributed -> distributed(distributed);
      case BookEvent.PricesPublished published -> publications.evolve(published);
      case BookEvent.NisabPublished published -> publications.evolve(published);
      case BookEvent.PublicationWithdrawn withdrawn -> publications.evolve(withdrawn);
      case BookEvent.StatisticsCounted counted -> counted.tallies().forEach(tallies::count);
      case BookEvent.StatisticsReset reset -> begun(reset);
    }
    return this;
  }

  private void reported(CampaignReport report) {
    if (position(report.campaignId()) != report.after()) {
      throw new IllegalStateException(
          "event %d reports campaign %s after %d, but it is counted up to %d"
              .formatted(
                  sequence, report.campaignId(), report.after(), position(report.campaignId())));
    }
    positions.put(report.campaignId(), report.upTo());
    fund = fund.reported(report.collected(), report.refunded());
  }

  private void distributed(BookEvent.ZakatDistributed event) {
    Distribution distribution = event.distribution();
    Optional<RecordedDistribution> before =
        Optional.ofNullable(
            distributions.put(
                distribution.distributionId(),
                new RecordedDistribution(distribution, event.at(), sequence)));
    if (before.isPresent()) {
      throw new IllegalStateException(
          "event %d distributes %s, which event %d did before"
              .formatted(sequence, distribution.distributionId(), before.get().sequence()));
    }
    fund = fund.distributed(distribution.asnaf(), distribution.amount());
  }

  private void begun(BookEvent.StatisticsReset reset) {
    tallies.reset(reset.epoch());
    lastReset = reset.request();
  }

  /** A copy of all of it. */
  public BookSnapshot snapshot() {
    return new BookSnapshot(
        sequence,
        at,
        new HashMap<>(positions),
        fund,
        List.copyOf(distributions.values()),
        publications.prices(),
        publications.named(),
        tallies.kept(),
        lastReset);
  }
}
