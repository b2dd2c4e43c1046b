package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes some campaigns in turn, and pauses and resumes others, while they are given to. */
final class Lifecycles {

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycles.class);
  private static final Duration PAUSED = Duration.ofSeconds(3);
  private static final Duration RESUMED = Duration.ofSeconds(7);

  private final SecondBook book;
  private final Caller caller;
  private final Bodies bodies;
  private final int busy;
  private final Meter meter;
  private final Findings findings;
  private final Pause pause;

  Lifecycles(
      SecondBook book,
      Caller caller,
      Bodies bodies,
      int busy,
      Meter meter,
      Findings findings,
      Pause pause) {
    this.book = book;
    this.caller = caller;
    this.bodies = bodies;
    this.busy = busy;
    this.meter = meter;
    this.findings = findings;
    this.pause = pause;
  }

  /** Completes those campaigns that close, one each so often, for as long as it goes on. */
  void closeInTurn(Duration each, AtomicBoolean going) throws InterruptedException {
    for (int campaign = 0; campaign < busy; campaign++) {
      if (CampaignKinds.closes(campaign)) {
        pause.await(each);
        if (!going.get()) {
          return;
        }
        close(campaign);
      }
    }
  }

  private void close(int campaign) throws InterruptedException {
    book.closing(campaign);
    Settled settled = caller.settle(bodies.status(campaign, "completed"), caller.anyNode());
    switch (settled.answer()) {
      case Answer.Yes yes -> {
        book.closed(campaign, yes.body().path("sequence").asLong());
        meter.totals().changed();
      }
      case Answer.No no -> note(Finding.Kind.UNCLASSIFIED, campaign, "could not be closed: " + no);
      case Answer.Ambiguous unknown -> LOG.debug("{} may be closed: {}", campaign, unknown);
      case Answer.Unclassified defect ->
          note(Finding.Kind.UNCLASSIFIED, campaign, "was answered on its close " + defect);
    }
  }

  /** Pauses those that pause, and resumes them, for as long as it goes on. */
  void pauseAndResume(AtomicBoolean going) throws InterruptedException {
    while (going.get()) {
      changeAll("paused", going);
      pause.await(PAUSED);
      changeAll("active", going);
      pause.await(RESUMED);
    }
  }

  private void changeAll(String status, AtomicBoolean going) throws InterruptedException {
    for (int campaign = 0; campaign < busy; campaign++) {
      if (CampaignKinds.pauses(campaign) && going.get()) {
        Request change = bodies.status(campaign, status);
        switch (caller.settle(change, caller.anyNode()).answer()) {
          case Answer.Yes yes -> meter.totals().changed();
          case Answer.No no ->
              note(Finding.Kind.UNCLASSIFIED, campaign, "could not be " + status + ": " + no);
          case Answer.Unclassified defect ->
              note(Finding.Kind.UNCLASSIFIED, campaign, "was answered on its pause " + defect);
          case Answer.Ambiguous unknown -> LOG.debug("{} may be {}", campaign, status);
        }
      }
    }
  }

  private void note(Finding.Kind kind, long number, String sentence) {
    findings.note(kind, "number " + number + " " + sentence);
  }
}
