package amanah.node;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.journal.JournalClock;
import amanah.journal.JournalHealth;
import amanah.time.Moment;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the journal all the time, and says once when it goes away and once when it is back, when
 * this machine's clock and the journal's have parted, and when the journal's time is not trusted.
 */
final class JournalWatch extends AbstractOnMessageBehavior<JournalWatch.Message> {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration SKEW_MAX = Duration.ofSeconds(2);

  private final JournalHealth health;
  private final JournalClock journalClock;
  private final InstantSource machineClock;
  private boolean away;
  private boolean skewed;
  private boolean doubted;

  /** What the watch hears. */
  sealed interface Message {

    record Look() implements Message {}

    record Seen(JournalHealth.Report report) implements Message {}
  }

  private JournalWatch(
      ActorContext<Message> context, JournalClock journalClock, InstantSource machineClock) {
    super(context);
    this.health = JournalHealth.of(context.getSystem(), journalClock);
    this.journalClock = journalClock;
    this.machineClock = machineClock;
  }

  static Behavior<Message> create(JournalClock journalClock, InstantSource machineClock) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Message.Look(), INTERVAL);
                  return new JournalWatch(context, journalClock, machineClock);
                }));
  }

  @Override
  public Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Message.Look look -> getContext().pipeToSelf(health.check(), JournalWatch::seen);
      case Message.Seen seen -> onSeen(seen.report());
    }
    return this;
  }

  private static Message seen(JournalHealth.Report report, Throwable failure) {
    return new Message.Seen(
        failure == null ? report : new JournalHealth.Report(false, failure.toString()));
  }

  private void onSeen(JournalHealth.Report report) {
    if (away == report.reachable()) {
      away = !report.reachable();
      if (away) {
        LOG.error("the journal is away: {}", report.detail());
      } else {
        LOG.info("the journal is back: {}", report.detail());
      }
    }
    lookAtClocks();
  }

  private void lookAtClocks() {
    Duration skew = Duration.between(journalClock.instant(), machineClock.instant());
    if (skewed != skew.abs().compareTo(SKEW_MAX) > 0) {
      skewed = !skewed;
      if (skewed) {
        LOG.warn("this machine's clock is off by {}; the journal's counts", skew);
      } else {
        LOG.info("this machine's clock agrees with the journal's again");
      }
    }
    Moment now = journalClock.timekeeper().now();
    if (doubted == now.trusted()) {
      doubted = !now.trusted();
      if (doubted) {
        LOG.warn(
            "the journal's time is not trusted: it is {}, this machine's clock says {}, and the"
                + " time in use is {}; no campaign ends by time",
            journalClock.instant(),
            machineClock.instant(),
            now.at());
      } else {
        LOG.info("the journal's time is trusted again, campaigns end by it");
      }
    }
  }
}
