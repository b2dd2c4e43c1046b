package amanah.campaign.simulation;

import akka.actor.AbstractScheduler;
import akka.actor.Cancellable;
import akka.event.LoggingAdapter;
import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** A node's scheduler, whose time is the loop's; Akka makes it by its name in the settings. */
final class LoopScheduler extends AbstractScheduler {

  private static final double FREQUENCY_MAX = 1_000_000;

  @SuppressWarnings("unused") // Akka looks for a constructor of these three
  LoopScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {}

  /** Repeats by planning the next time whenever a time has come. */
  private static final class Repetition implements Cancellable {

    private final long intervalMicros;
    private final Runnable action;
    private final ExecutionContext context;
    private EventLoop.Timer next;

    private Repetition(
        long firstMicros, long intervalMicros, Runnable action, ExecutionContext context) {
      this.intervalMicros = intervalMicros;
      this.action = action;
      this.context = context;
      this.next = EventLoop.SHARED.after(firstMicros, this::ring);
    }

    private void ring() {
      context.execute(action);
      next = EventLoop.SHARED.after(intervalMicros, this::ring);
    }

    @Override
    public boolean cancel() {
      return next.cancel();
    }

    @Override
    public boolean isCancelled() {
      return next.over();
    }
  }

  private record Once(EventLoop.Timer timer) implements Cancellable {

    @Override
    public boolean cancel() {
      return timer.cancel();
    }

    @Override
    public boolean isCancelled() {
      return timer.over();
    }
  }

  @Override
  @Deprecated
  public Cancellable schedule(
      FiniteDuration initialDelay,
      FiniteDuration interval,
      Runnable runnable,
      ExecutionContext context) {
    return new Repetition(initialDelay.toMicros(), interval.toMicros(), runnable, context);
  }

  @Override
  public Cancellable scheduleOnce(
      FiniteDuration delay, Runnable runnable, ExecutionContext context) {
    return new Once(EventLoop.SHARED.after(delay.toMicros(), () -> context.execute(runnable)));
  }

  @Override
  public double maxFrequency() {
    return FREQUENCY_MAX;
  }
}
