package amanah.campaign;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.journal.JournalHealth;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the journal all the time, and says once when it goes away and once when it is back. */
final class JournalWatch extends AbstractOnMessageBehavior<JournalWatch.Message> {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final JournalHealth health;
  private boolean away;

  /** What the watch hears. */
  sealed interface Message {

    record Look() implements Message {}

    record Seen(JournalHealth.Report report) implements Message {}
  }

  private JournalWatch(ActorContext<Message> context, JournalHealth health) {
    super(context);
    this.health = health;
  }

  static Behavior<Message> create() {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Message.Look(), INTERVAL);
                  return new JournalWatch(context, JournalHealth.of(context.getSystem()));
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
  }
}
