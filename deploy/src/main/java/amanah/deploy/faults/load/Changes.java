package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.cluster.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody who changes titles and goals, and who contends for the status of campaigns that others
 * pause or close, so that what comes of it depends on who was first. Whether each answer was right
 * is the history's to say.
 */
final class Changes {

  private static final Duration BETWEEN = Duration.ofMillis(900);

  private final Caller caller;
  private final Bodies bodies;
  private final int campaigns;
  private final Meter meter;
  private final Findings findings;
  private final Pause pause;

  Changes(
      Caller caller, Bodies bodies, int campaigns, Meter meter, Findings findings, Pause pause) {
    this.caller = caller;
    this.bodies = bodies;
    this.campaigns = campaigns;
    this.meter = meter;
    this.findings = findings;
    this.pause = pause;
  }

  /** Changes terms for as long as it goes on. */
  void amendOn(AtomicBoolean going) throws InterruptedException {
    for (long round = 0; going.get(); round++) {
      for (int campaign = 0; campaign < campaigns && going.get(); campaign++) {
        if (CampaignKinds.amends(campaign)) {
          settle(round % 2 == 0 ? bodies.title(campaign) : bodies.goal(campaign));
        }
      }
      pause.await(BETWEEN);
    }
  }

  /** Resumes what others pause and close, for as long as it goes on. */
  void contendOn(AtomicBoolean going) throws InterruptedException {
    while (going.get()) {
      for (int campaign = 0; campaign < campaigns && going.get(); campaign++) {
        if (CampaignKinds.pauses(campaign) || CampaignKinds.closes(campaign)) {
          settle(bodies.status(campaign, "active"));
          pause.await(BETWEEN);
        }
      }
      pause.await(BETWEEN);
    }
  }

  private void settle(Request request) throws InterruptedException {
    Settled settled = caller.settle(request, caller.anyNode());
    if (settled.answer() instanceof Answer.Yes) {
      meter.totals().changed();
    } else if (settled.answer() instanceof Answer.Unclassified defect) {
      findings.note(
          Finding.Kind.UNCLASSIFIED,
          request.method() + " " + request.path() + " was answered " + defect);
    }
  }
}
