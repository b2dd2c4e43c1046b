package amanah.node;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.journal.register.FencedException;
import amanah.journal.register.History;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks at the database all the time, and ends the node when that is not the one any more that the
 * node knows, lacks what the node saw committed, or has excluded it.
 */
final class HistoryWatch extends AbstractOnMessageBehavior<HistoryWatch.Message> {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final History history;
  private final NodeEnd end;
  private boolean looking;

  /** What the watch hears. */
  sealed interface Message {

    /** It is time to look. */
    record Look() implements Message {}

    /**
     * It has looked.
     *
     * @param reason why the node must end, if it must
     */
    record Seen(Optional<String> reason) implements Message {}
  }

  private HistoryWatch(ActorContext<Message> context, History history, NodeEnd end) {
    super(context);
    this.history = history;
    this.end = end;
  }

  /** Starts it. */
  static void start(ActorSystem<?> system, History history, NodeEnd end) {
    var unused =
        system.systemActorOf(
            create(history, end),
            "history-watch",
            DispatcherSelector.fromConfig("akka.actor.internal-dispatcher"));
  }

  private static Behavior<Message> create(History history, NodeEnd end) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Message.Look(), INTERVAL);
                  return new HistoryWatch(context, history, end);
                }));
  }

  @Override
  public Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Message.Look look -> onLook();
      case Message.Seen seen -> onSeen(seen.reason());
    }
    return this;
  }

  private void onLook() {
    if (!looking) {
      looking = true;
      getContext()
          .pipeToSelf(
              CompletableFuture.supplyAsync(history::check, Thread::startVirtualThread)
                  .exceptionally(HistoryWatch::reason),
              (reason, failure) -> new Message.Seen(failure == null ? reason : Optional.empty()));
    }
  }

  /** A database that does not answer says nothing; the watch over the journal tells of that. */
  private static Optional<String> reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause instanceof FencedException
        ? Optional.ofNullable(cause.getMessage())
        : Optional.empty();
  }

  private void onSeen(Optional<String> reason) {
    looking = false;
    reason.ifPresent(end::because);
  }
}
