package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import amanah.campaign.HandScheduler;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.ledger.LedgerMessage;
import amanah.protocol.zakat.ZakatReporting;
import amanah.supervision.Backoff;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A reporter on the bench, between a journal and a calculator that the test plays. It runs on the
 * test's own thread and by the test's time: once something was sent, all that follows from it has
 * happened.
 */
final class ReporterBench {

  static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  static final Duration RETRY_MIN = Duration.ofMillis(500);
  static final Duration RETRY_MAX = Duration.ofSeconds(30);

  /** After so long whatever was lost has been said again. */
  static final Duration PATIENCE = ANSWER_MAX.plus(RETRY_MAX);

  private static final Props OWN_THREAD =
      DispatcherSelector.fromConfig("akka.test.calling-thread-dispatcher");

  final FakeCalculator calculator = new FakeCalculator();
  final FakeJournal journal = new FakeJournal();
  private final ActorTestKit kit;
  private final HandScheduler time;
  private final ActorRef<LedgerMessage> ledger;
  private final ActorRef<ZakatReporting> calculatorRef;
  private ActorRef<ReporterMessage> reporter;

  ReporterBench(ActorTestKit kit) {
    this.kit = kit;
    this.time = HandScheduler.of(kit.system());
    this.ledger = kit.spawn(journal.ledger(), OWN_THREAD);
    this.calculatorRef = kit.spawn(calculator.behavior(), OWN_THREAD);
    this.reporter = spawn();
  }

  private ActorRef<ReporterMessage> spawn() {
    ReporterLimits limits = new ReporterLimits(ANSWER_MAX, Backoff.of(RETRY_MIN, RETRY_MAX, 0.2));
    return kit.spawn(
        ZakatReporter.create(
            ZakatStory.WELL,
            ledger,
            new ReporterEnvironment(calculatorRef, journal, limits, new Random(1))),
        OWN_THREAD);
  }

  ActorRef<ReporterMessage> reporter() {
    return reporter;
  }

  /** Shows the campaign as it is, as its root does when a reporter has started. */
  void show() {
    tell(List.of());
  }

  /** Shows it, and has the calculator say where it is. */
  void begin() {
    show();
    calculator.answer();
  }

  /** Journals events, and tells the reporter. */
  void commit(CampaignEvent... events) {
    journalOnly(events);
    tell(Arrays.asList(events));
  }

  /** Journals events of which the reporter does not hear. */
  void journalOnly(CampaignEvent... events) {
    for (CampaignEvent event : events) {
      journal.write(event);
    }
  }

  private void tell(List<CampaignEvent> events) {
    reporter.tell(
        new ReporterMessage.Committed(events, ZakatStory.campaign(true, journal.sequence())));
  }

  void look() {
    reporter.tell(new ReporterMessage.Look());
  }

  /** The reporter is gone with all it knew, and another begins. */
  void startAnew() {
    kit.stop(reporter);
    reporter = spawn();
    show();
  }

  /** The calculator is given up, and asked once more. */
  void passUntilAskedAgain() {
    pass(ANSWER_MAX);
    pass(RETRY_MIN);
  }

  void pass(Duration duration) {
    time.pass(duration);
  }

  void stop() {
    kit.stop(reporter);
    kit.stop(ledger);
    kit.stop(calculatorRef);
  }

  static void says(
      ZakatReporting.Report report, long after, long upTo, long collected, long refunded) {
    assertThat(report)
        .returns(after, ZakatReporting.Report::after)
        .returns(upTo, ZakatReporting.Report::upTo)
        .returns(ZakatStory.usd(collected), ZakatReporting.Report::collected)
        .returns(ZakatStory.usd(refunded), ZakatReporting.Report::refunded);
  }
}
