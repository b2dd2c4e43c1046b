package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.statistics.NodeCounts;
import amanah.zakat.domain.statistics.Statistics;
import amanah.zakat.domain.statistics.TallyBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What desks have told of their calculations: all of it is seen at once, and kept at most once in a
 * while; a desk is told what is kept, and tells the rest again. Not thread-safe; the calculator
 * owns it.
 */
final class StatisticsBoard {

  private final int desksMax;
  private final Duration interval;
  private final BookDesk desk;
  private final ReportCounter.BookAsk ask;
  private final Map<String, Told> unkept = new HashMap<>();
  private TallyBook tallies;
  private TallyBook kept;
  private Duration restsUntil = Duration.ZERO;
  private boolean writing;

  /** A tally that is not kept yet, and who wants to know when it is. */
  private record Told(NodeCounts tally, ActorRef<CalculatorNotice> desk) {

    void kept() {
      desk.tell(new CalculatorNotice.TallyKept(tally.desk(), tally.epoch(), tally.calculations()));
    }
  }

  StatisticsBoard(int desksMax, Duration interval, BookDesk desk, ReportCounter.BookAsk ask) {
    this.desksMax = desksMax;
    this.interval = interval;
    this.desk = desk;
    this.ask = ask;
    this.tallies = TallyBook.empty(desksMax);
    this.kept = TallyBook.empty(desksMax);
  }

  /** Begins with what the book keeps; desks tell the rest again. */
  void recovered(TallyBook.Kept inBook) {
    tallies = TallyBook.restore(desksMax, inBook);
    kept = TallyBook.restore(desksMax, inBook);
    unkept.clear();
  }

  /** The book keeps these. */
  void committed(List<NodeCounts> inBook) {
    inBook.forEach(tallies::count);
    inBook.forEach(kept::count);
  }

  /** The statistics begin anew. */
  void reset(long epoch) {
    tallies.reset(epoch);
    kept.reset(epoch);
    unkept.values().forEach(Told::kept);
    unkept.clear();
  }

  long epoch() {
    return tallies.epoch();
  }

  /** A desk tells its tally; one of an epoch that is over belongs to what was zeroed. */
  void told(CalculatorMessage.CountTally message, Duration now) {
    NodeCounts tally = message.tally();
    Told told = new Told(tally, message.desk());
    if (tally.epoch() < epoch()) {
      told.kept();
    } else if (message.known() && kept.of(tally.desk()).isEmpty()) {
      message.desk().tell(new CalculatorNotice.DeskForgotten(tally.desk()));
    } else if (!kept.isNews(tally)) {
      told.kept();
    } else {
      tallies.count(tally);
      unkept.put(tally.desk(), told);
      keepIfDue(now, message.last());
    }
  }

  /** Counts what the asking desk has answered before it looks. */
  void seen(NodeCounts tally) {
    tallies.count(tally);
  }

  /** Has the book keep what it does not have, if that was not done just now. */
  void keepIfDue(Duration now, boolean atOnce) {
    boolean due = atOnce || now.compareTo(restsUntil) >= 0;
    if (writing || unkept.isEmpty() || !due) {
      return;
    }
    Map<String, Told> batch = new HashMap<>(unkept);
    unkept.clear();
    writing = true;
    restsUntil = now.plus(interval);
    desk.take(
        ask.execute(
            new BookCommand.CountTallies(batch.values().stream().map(Told::tally).toList())),
        Instant.MAX,
        new Keeping(batch));
  }

  /** Waits for the book's word on some tallies. */
  private final class Keeping implements BookDesk.Asker {

    private final Map<String, Told> batch;

    Keeping(Map<String, Told> batch) {
      this.batch = batch;
    }

    @Override
    public void answered(BookReply reply) {
      writing = false;
      batch.values().forEach(Told::kept);
    }

    /** Their desks tell them again. */
    @Override
    public void refused(RefusalCode code, String detail) {
      writing = false;
      batch.forEach(unkept::putIfAbsent);
    }
  }

  /** Whether nothing is being written; what is not kept by then, desks tell the successor. */
  boolean isIdle() {
    return !writing;
  }

  Statistics statistics(int cacheSize, Fund fund) {
    NodeCounts total = tallies.total();
    List<Total> collected = fund.inOrder().stream().map(CurrencyFund::net).toList();
    return new Statistics(total.zakat(), total.hits(), total.misses(), cacheSize, collected);
  }
}
