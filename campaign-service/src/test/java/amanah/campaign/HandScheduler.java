package amanah.campaign;

import akka.actor.AbstractScheduler;
import akka.actor.Cancellable;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.event.LoggingAdapter;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * A scheduler whose time the test lets pass, on the test's own thread: what the TestKit's manual
 * time does, without its pause of a tenth of a second each time, of which a property test would
 * have thousands. Akka makes it by its name in the settings.
 */
public final class HandScheduler extends AbstractScheduler {

  private static final double FREQUENCY_MAX = 1_000_000;

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.<Timer>comparingLong(timer -> timer.atNanos)
              .thenComparingLong(timer -> timer.number));

  private long nowNanos;
  private long numbers;

  /** One of these three is what Akka looks for. */
  @SuppressWarnings("unused")
  HandScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {}

  /** Something to be done at a time, once or again and again. */
  private static final class Timer implements Cancellable {

    private final long intervalNanos;
    private final Runnable action;
    private final ExecutionContext context;
    private long atNanos;
    private long number;
    private boolean over;

    private Timer(long intervalNanos, Runnable action, ExecutionContext context) {
      this.intervalNanos = intervalNanos;
      this.action = action;
      this.context = context;
    }

    @Override
    public boolean cancel() {
      boolean inTime = !over;
      over = true;
      return inTime;
    }

    @Override
    public boolean isCancelled() {
      return over;
    }
  }

  /** Settings of a system whose time is the test's. */
  public static Config config() {
    return ConfigFactory.parseString(
        "akka.scheduler.implementation = \"" + HandScheduler.class.getName() + "\"");
  }

  /** The scheduler of a system with those settings. */
  public static HandScheduler of(ActorSystem<?> system) {
    return (HandScheduler) Adapter.toClassic(system).scheduler();
  }

  /** Lets time pass, and does what is due meanwhile, each at its time. */
  public void pass(Duration duration) {
    long until = nowNanos + duration.toNanos();
    for (Timer next = next(until); next != null; next = next(until)) {
      nowNanos = next.atNanos;
      if (next.intervalNanos > 0) {
        plan(next, next.intervalNanos);
      } else {
        next.over = true;
      }
      next.context.execute(next.action);
    }
    nowNanos = until;
  }

  private synchronized @Nullable Timer next(long untilNanos) {
    while (!timers.isEmpty() && timers.element().over) {
      timers.remove();
    }
    return timers.isEmpty() || timers.element().atNanos > untilNanos ? null : timers.remove();
  }

  private synchronized Timer plan(Timer timer, long delayNanos) {
    timer.atNanos = nowNanos + delayNanos;
    timer.number = numbers++;
    timers.add(timer);
    return timer;
  }

  @Override
  @Deprecated
  public Cancellable schedule(
      FiniteDuration initialDelay,
      FiniteDuration interval,
      Runnable runnable,
      ExecutionContext context) {
    return plan(new Timer(interval.toNanos(), runnable, context), initialDelay.toNanos());
  }

  @Override
  public Cancellable scheduleOnce(
      FiniteDuration delay, Runnable runnable, ExecutionContext context) {
    return plan(new Timer(0, runnable, context), delay.toNanos());
  }

  @Override
  public double maxFrequency() {
    return FREQUENCY_MAX;
  }
}
