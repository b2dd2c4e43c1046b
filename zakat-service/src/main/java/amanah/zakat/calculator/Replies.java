package amanah.zakat.calculator;

import amanah.zakat.domain.book.BookAnswer;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.statistics.Statistics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the calculator says, from what is committed and what desks have told. */
final class Replies {

  private final Calculations calculations;
  private final StatisticsBoard board;
  private final InstantSource clock;

  Replies(Calculations calculations, StatisticsBoard board, InstantSource clock) {
    this.calculations = calculations;
    this.board = board;
    this.clock = clock;
  }

  CalculatorReply calculate(
      CalculatorMessage.Calculate calculate, Committed committed, Instant now) {
    return switch (calculate) {
      case CalculatorMessage.CalculateSimple simple ->
          calculations.simple(simple.question(), now, board.epoch());
      case CalculatorMessage.CalculateFull full ->
          calculations.full(full.question(), committed.prices(), now, board.epoch());
    };
  }

  CalculatorReply look(CalculatorMessage.Look look, Committed committed) {
    return switch (look) {
      case CalculatorMessage.GetStatistics get -> {
        board.seen(get.tally());
        yield new CalculatorReply.Counted(statistics(committed));
      }
      case CalculatorMessage.GetHistory get ->
          new CalculatorReply.Remembered(calculations.newest(get.limit()));
      case CalculatorMessage.ClearCache clear ->
          new CalculatorReply.Cleared(calculations.clearCache());
      case CalculatorMessage.GetPrices get ->
          new CalculatorReply.Priced(committed.prices().asOf(get.asOf().orElseGet(this::today)));
      case CalculatorMessage.GetFund get -> new CalculatorReply.Funded(committed.fund());
    };
  }

  /** The book's answer with what the caller wants to see beside it, as it is after the commit. */
  CalculatorReply words(BookAnswer answer, Committed committed) {
    return switch (answer) {
      case BookAnswer.Distributed distributed ->
          new CalculatorReply.Distributed(
              receipt(distributed.recorded(), committed), distributed.replayed());
      case BookAnswer.Published published ->
          new CalculatorReply.Published(
              receipt(published.recorded(), committed), published.replayed());
      case BookAnswer.Withdrawn withdrawn ->
          new CalculatorReply.Withdrawn(
              receipt(withdrawn.recorded(), committed), withdrawn.replayed());
      case BookAnswer.Begun begun ->
          new CalculatorReply.Begun(statistics(committed), board.epoch(), begun.replayed());
      case BookAnswer.Refused refused ->
          new CalculatorReply.Refused(refused.code(), refused.detail(), refused.field());
      case BookAnswer.ReportsCounted counted -> throw unexpected(counted);
      case BookAnswer.TalliesKept kept -> throw unexpected(kept);
    };
  }

  /** The statistics begin anew, and with them the cache and what was calculated last. */
  void forget() {
    calculations.forget();
  }

  private Statistics statistics(Committed committed) {
    return board.statistics(calculations.cacheSize(), committed.fund());
  }

  private static DistributionReceipt receipt(RecordedDistribution recorded, Committed committed) {
    return new DistributionReceipt(
        recorded, committed.fund().of(recorded.distribution().amount().currency()));
  }

  private static PublicationReceipt receipt(RecordedPublication recorded, Committed committed) {
    LocalDate day = recorded.withdrawnFrom().orElseGet(recorded.publication()::day);
    return new PublicationReceipt(recorded, committed.prices().asOf(day));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static IllegalStateException unexpected(BookAnswer answer) {
    return new IllegalStateException("the book answered a change with " + answer);
  }
}
