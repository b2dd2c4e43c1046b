package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.cluster.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who has zakat calculated, one question after another. */
final class Calculations {

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final Caller caller;
  private final Bodies bodies;
  private final Meter meter;
  private final Findings findings;
  private final Pause pause;

  Calculations(Caller caller, Bodies bodies, Meter meter, Findings findings, Pause pause) {
    this.caller = caller;
    this.bodies = bodies;
    this.meter = meter;
    this.findings = findings;
    this.pause = pause;
  }

  /** Asks for as long as it goes on. */
  void askOn(AtomicBoolean going) throws InterruptedException {
    for (long number = 0; going.get(); number++) {
      Settled settled = caller.settle(bodies.calculate(number), caller.anyNode());
      meter.calculated(settled);
      if (settled.answer() instanceof Answer.Unclassified defect) {
        findings.note(
            Finding.Kind.UNCLASSIFIED, "calculation " + number + " was answered " + defect);
      }
      pause.await(BETWEEN);
    }
  }
}
