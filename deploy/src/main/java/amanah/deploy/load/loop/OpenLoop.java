package amanah.deploy.load.loop;

import amanah.deploy.client.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Begins each call when it is due, whatever became of the earlier ones.
 *
 * <p>One thread begins them all and sleeps in between, at least for a {@link #TICK}: what falls due
 * meanwhile goes out together, up to a tick late, which its latency contains. Waking for each call
 * would take more of the machine than the calls do. A call for which there is no room is let go and
 * counted; so a server that stands still costs a bounded number of open calls.
 */
public final class OpenLoop {

  /** How long the thread sleeps at least. */
  static final Duration TICK = Duration.ofMillis(1);

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Time time;
  private final Duration answersMax;

  /** Goes by {@code time}, and waits at most so long for the last answers. */
  public OpenLoop(Time time, Duration answersMax) {
    this.time = time;
    this.answersMax = answersMax;
  }

  /**
   * Returns when the window is over and every call has been answered.
   *
   * @param openMax when so many are open, those that are due are let go
   * @throws LoadFailure when some are not answered
   */
  public <T> void run(Operation<T> operation, Arrivals arrivals, int openMax, Readings readings)
      throws InterruptedException {
    AtomicInteger open = new AtomicInteger();
    long number = 0;
    long now = time.nanoTime();
    long due = arrivals.dueNanos(now);
    while (!readings.window().over(due)) {
      if (due - now > 0) {
        time.await(longer(Duration.ofNanos(due - now), TICK));
        now = time.nanoTime();
      } else {
        if (open.get() < openMax) {
          open.incrementAndGet();
          new Flight<>(operation, number, due, readings, open).begin();
        } else {
          readings.ended(due, now, Outcome.SHED);
        }
        number++;
        arrivals.passed();
        due = arrivals.dueNanos(now);
      }
    }
    awaitAnswers(open);
  }

  private void awaitAnswers(AtomicInteger open) throws InterruptedException {
    long beganNanos = time.nanoTime();
    while (open.get() > 0) {
      if (time.nanoTime() - beganNanos > answersMax.toNanos()) {
        throw new LoadFailure(
            open + " calls have no answer " + answersMax + " after the last began");
      }
      time.await(LOOK);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** A call under way. */
  private final class Flight<T> implements BiConsumer<@Nullable T, @Nullable Throwable> {

    private final Operation<T> operation;
    private final long number;
    private final long dueNanos;
    private final Readings readings;
    private final AtomicInteger open;

    Flight(
        Operation<T> operation, long number, long dueNanos, Readings readings, AtomicInteger open) {
      this.operation = operation;
      this.number = number;
      this.dueNanos = dueNanos;
      this.readings = readings;
      this.open = open;
    }

    void begin() {
      readings.began();
      operation.begin(number).whenComplete(this);
    }

    @Override
    public void accept(@Nullable T answer, @Nullable Throwable failure) {
      readings.ended(dueNanos, time.nanoTime(), operation.ended(number, answer, failure));
      open.decrementAndGet();
    }
  }
}
