package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.time.ElapsedTime;
import java.util.Optional;

/**
 * What the calculator does for campaigns: tells them where they are, has their gifts told to
 * assessments, and then has them counted. Not thread-safe; the calculator owns it.
 */
final class CampaignDesk {

  private final ReportCounter reports;
  private final PositionQuestions positions;
  private final ActorRef<PaymentMessage.Delivery> deliveries;
  private Optional<ActorRef<PaymentMessage>> payments = Optional.empty();
  private boolean leaving;

  /**
   * Nobody tells assessments yet.
   *
   * @param deliveries where it is said what became of gifts
   */
  CampaignDesk(
      CalculatorLimits limits,
      ElapsedTime elapsed,
      BookDesk desk,
      BookAsks book,
      ActorRef<PaymentMessage.Delivery> deliveries) {
    this.reports =
        new ReportCounter(
            limits.waitingMax(), limits.batchMax(), limits.reportInterval(), elapsed, desk, book);
    this.positions =
        new PositionQuestions(limits.waitingMax(), limits.batchMax(), desk, book::locate);
    this.deliveries = deliveries;
  }

  void take(ZakatReporting message) {
    switch (message) {
      case ZakatReporting.AskPosition ask -> positions.ask(ask.campaignId(), ask.replyTo());
      case ZakatReporting.AskPositions ask -> positions.askAll(ask.campaignIds(), ask.replyTo());
      case ZakatReporting.Report report -> onReport(report);
    }
  }

  private void onReport(ZakatReporting.Report report) {
    if (leaving) {
      report.replyTo().tell(new ZakatReported.NotNow(ReportCounter.MOVES));
    } else if (reports.take(report)) {
      payments.ifPresentOrElse(
          child ->
              child.tell(
                  new PaymentMessage.Deliver(report.campaignId(), report.assessed(), deliveries)),
          reports::deliveryDown);
    }
  }

  /** What became of a report's gifts. */
  void delivered(PaymentMessage.Delivery delivery) {
    reports.delivered(delivery);
  }

  /** Those who tell assessments have come or gone. */
  void paymentsAt(Optional<ActorRef<PaymentMessage>> child) {
    payments = child;
  }

  /** Those who tell assessments are gone, and with them what they had. */
  void paymentsDown() {
    reports.deliveryDown();
  }

  void bookDown() {
    reports.bookDown();
  }

  void writeIfDue() {
    reports.writeIfDue();
  }

  /** From now on no report is taken; those that are ready are written, the others refused. */
  void leave() {
    leaving = true;
    reports.leave();
  }

  boolean isIdle() {
    return reports.isIdle();
  }
}
