package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.FundBook;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.cluster.Pause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Those who publish prices, distribute from the fund, and have assessments made, one thing after
 * another through any node, and look at what came of it.
 */
final class ZakatErrands {

  private static final Duration BETWEEN = Duration.ofMillis(600);
  private static final int REPEATED_EACH = 4;
  private static final int TOO_MUCH_EACH = 7;

  /** What is refused as it should be; when that is right is the books' to say. */
  private static final Set<String> REFUSALS = Set.of("fund_exceeded", "assessment_not_found");

  private final Caller caller;
  private final FundBook fund;
  private final PlannedDonations planned;
  private final Findings findings;
  private final Pause pause;

  /** What one of them does, again and again. */
  @FunctionalInterface
  private interface Errand {
    void run(long number) throws InterruptedException;
  }

  ZakatErrands(
      Caller caller, FundBook fund, PlannedDonations planned, Findings findings, Pause pause) {
    this.caller = caller;
    this.fund = fund;
    this.planned = planned;
    this.findings = findings;
    this.pause = pause;
  }

  /** Publishes prices for as long as it goes on. */
  void publishOn(AtomicBoolean going) throws InterruptedException {
    goOn(going, this::publish);
  }

  /** Distributes for as long as it goes on. */
  void distributeOn(AtomicBoolean going) throws InterruptedException {
    goOn(going, this::distribute);
  }

  /** Has assessments made for as long as it goes on. */
  void assessOn(AtomicBoolean going) throws InterruptedException {
    goOn(going, this::assess);
  }

  /** Has every assessment made that a donation may name: one that was not made is refused. */
  void assessAll() throws InterruptedException {
    for (String id : planned.assessments()) {
      settle(ZakatBodies.assess(id));
    }
  }

  private void goOn(AtomicBoolean going, Errand errand) throws InterruptedException {
    for (long number = 1; going.get(); number++) {
      errand.run(number);
      pause.await(BETWEEN);
    }
  }

  private void publish(long number) throws InterruptedException {
    settle(ZakatBodies.publish(number));
    settle(ZakatBodies.prices());
    if (number % REPEATED_EACH == 0) {
      settle(ZakatBodies.publish(number - number / 2));
    }
  }

  private void distribute(long number) throws InterruptedException {
    settle(ZakatBodies.distribute(number));
    settle(ZakatBodies.fund());
    if (number % REPEATED_EACH == 0) {
      settle(ZakatBodies.distribute(number - number / 2));
    }
    if (number % TOO_MUCH_EACH == 0) {
      Request request = ZakatBodies.distributeTooMuch(number);
      fund.impossible(ZakatRecorder.distributionId(request));
      settle(request);
    }
  }

  private void assess(long number) throws InterruptedException {
    String id = planned.assessmentOf(number);
    settle(ZakatBodies.assessment(id));
    settle(ZakatBodies.assess(id));
    settle(ZakatBodies.assessment(id));
  }

  private void settle(Request request) throws InterruptedException {
    Settled settled = caller.settle(request, caller.anyNode());
    switch (settled.answer()) {
      case Answer.Unclassified no when REFUSALS.contains(no.code()) -> {}
      case Answer.Unclassified defect -> wrong(request, defect);
      case Answer.No no -> wrong(request, no);
      case Answer.Yes yes -> {}
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void wrong(Request request, Answer answer) {
    findings.note(
        Finding.Kind.UNCLASSIFIED,
        request.method() + " " + request.path() + " was answered " + answer);
  }
}
