package amanah.zakat.calculator;

import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.time.ElapsedTime;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookAnswer;
import amanah.zakat.domain.book.BookAnswer.CampaignPosition;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.book.CampaignReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has campaigns' reports counted: first their gifts are told to assessments, then the book counts
 * them. A report after a quiet time is written at once; then reports gather for a while, or until a
 * batch is full, and go together: the book's journal grows with the time, not with the gifts. Not
 * thread-safe; the calculator owns it.
 */
final class ReportCounter {

  private static final Logger LOG = LoggerFactory.getLogger(ReportCounter.class);

  /** Why a report has to come again. */
  static final String MOVES = "the calculator moves to another node";

  private final int reportsMax;
  private final int batchMax;
  private final Duration interval;
  private final ElapsedTime elapsed;
  private final BookDesk desk;
  private final BookAsk ask;
  private final Map<CampaignId, ZakatReporting.Report> underWay = new HashMap<>();
  private final Set<CampaignId> ready = new LinkedHashSet<>();
  private Set<CampaignId> writing = Set.of();
  private Duration restsUntil = Duration.ZERO;
  private boolean leaving;

  /** How the book is asked. */
  @FunctionalInterface
  interface BookAsk {

    /** The message once it has its ticket. */
    LongFunction<BookMessage> execute(BookCommand command);
  }

  ReportCounter(
      int reportsMax,
      int batchMax,
      Duration interval,
      ElapsedTime elapsed,
      BookDesk desk,
      BookAsk ask) {
    this.reportsMax = reportsMax;
    this.batchMax = batchMax;
    this.interval = interval;
    this.elapsed = elapsed;
    this.desk = desk;
    this.ask = ask;
  }

  /**
   * Takes a report; one of a campaign whose last one is under way takes its place if it says the
   * same, and has to wait if not.
   *
   * @return whether its gifts have to be told to assessments first
   */
  boolean take(ZakatReporting.Report report) {
    ZakatReporting.Report before = underWay.get(report.campaignId());
    if (before != null) {
      if (before.after() == report.after() && before.upTo() == report.upTo()) {
        underWay.put(report.campaignId(), report);
      } else {
        notNow(report, "an earlier report of this campaign is being counted");
      }
      return false;
    }
    if (underWay.size() >= reportsMax) {
      notNow(report, underWay.size() + " reports are under way, at most " + reportsMax + " may");
      return false;
    }
    underWay.put(report.campaignId(), report);
    if (report.assessed().isEmpty()) {
      count(report.campaignId());
      return false;
    }
    return true;
  }

  /** What became of the gifts of a campaign's report. */
  void delivered(PaymentMessage.Delivery delivery) {
    if (delivery.acknowledged()) {
      count(delivery.campaignId());
    } else {
      drop(delivery.campaignId(), delivery.detail());
    }
  }

  /** Those who tell assessments are gone, and with them what they had; not what the book has. */
  void deliveryDown() {
    dropUntold("payments could not be told to assessments");
  }

  private void dropUntold(String detail) {
    List<CampaignId> untold =
        underWay.values().stream()
            .filter(report -> !report.assessed().isEmpty())
            .map(ZakatReporting.Report::campaignId)
            .filter(campaignId -> !ready.contains(campaignId) && !writing.contains(campaignId))
            .toList();
    untold.forEach(campaignId -> drop(campaignId, detail));
  }

  /** The book is gone: what waits for it has to come again. */
  void bookDown() {
    List.copyOf(ready).forEach(campaignId -> drop(campaignId, "the calculator's journal is away"));
  }

  /**
   * The calculator has to finish: what is ready is written, and what still waits for assessments
   * has to come again, to its successor.
   */
  void leave() {
    leaving = true;
    dropUntold(MOVES);
    writeIfDue();
  }

  boolean isIdle() {
    return underWay.isEmpty();
  }

  private void count(CampaignId campaignId) {
    if (underWay.containsKey(campaignId)) {
      ready.add(campaignId);
      writeIfDue();
    }
  }

  /** Has the book count what is ready, if that was not done just now. */
  void writeIfDue() {
    Duration now = elapsed.elapsed();
    boolean due = leaving || ready.size() >= batchMax || now.compareTo(restsUntil) >= 0;
    if (due && writing.isEmpty() && !ready.isEmpty()) {
      restsUntil = now.plus(interval);
      write();
    }
  }

  private void write() {
    List<CampaignId> batch = ready.stream().limit(batchMax).toList();
    batch.forEach(ready::remove);
    List<CampaignReport> reports = new ArrayList<>();
    batch.forEach(campaignId -> reports.add(report(campaignId)));
    writing = Set.copyOf(batch);
    desk.take(ask.execute(new BookCommand.CountReports(reports)), Instant.MAX, new Counting(batch));
  }

  private CampaignReport report(CampaignId campaignId) {
    ZakatReporting.Report report = underWay.get(campaignId);
    if (report == null) {
      throw new IllegalStateException("campaign " + campaignId + " is ready and has no report");
    }
    return new CampaignReport(
        campaignId, report.after(), report.upTo(), report.collected(), report.refunded());
  }

  /** Waits for the book's word on some campaigns. */
  private final class Counting implements BookDesk.Asker {

    private final List<CampaignId> batch;

    Counting(List<CampaignId> batch) {
      this.batch = batch;
    }

    @Override
    public void answered(BookReply reply) {
      writing = Set.of();
      if (reply instanceof BookReply.Answered answered
          && answered.answer() instanceof BookAnswer.ReportsCounted counted) {
        counted.positions().forEach(ReportCounter.this::say);
      } else {
        throw new IllegalStateException("the book answered reports with " + reply);
      }
      writeIfDue();
    }

    @Override
    public void refused(RefusalCode code, String detail) {
      writing = Set.of();
      batch.forEach(campaignId -> drop(campaignId, detail));
      writeIfDue();
    }
  }

  private void say(CampaignPosition position) {
    if (position.full()) {
      LOG.error(
          "zakat of campaign {} is not counted: as many campaigns as may be are known;"
              + " raise amanah.zakat.calculator.campaigns-max",
          position.campaignId());
      drop(position.campaignId(), "as many campaigns as may be are known");
      return;
    }
    ready.remove(position.campaignId());
    ZakatReporting.Report report = underWay.remove(position.campaignId());
    if (report != null) {
      report.replyTo().tell(new ZakatReported.Position(position.campaignId(), position.sequence()));
    }
  }

  private void drop(CampaignId campaignId, String detail) {
    ready.remove(campaignId);
    ZakatReporting.Report report = underWay.remove(campaignId);
    if (report != null) {
      notNow(report, detail);
    }
  }

  private static void notNow(ZakatReporting.Report report, String detail) {
    report.replyTo().tell(new ZakatReported.NotNow(detail));
  }
}
