package amanah.deploy.load.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of callers, each of which begins its next call when its last one has ended.
 *
 * <p>A caller is no thread: it goes on in the callback of its call, on whatever thread that comes.
 * So a thousand callers cost a thousand small objects, and the two cores belong to what is
 * measured. A stage that is complete when it is returned calls back at once, from within the call
 * that began it; that would nest without end, so a caller that finds itself being driven already
 * leaves a note ({@link Caller#wanted}) and returns, and the drive below it begins the next call.
 */
public final class ClosedLoop {

  private final LongSupplier nanoTime;
  private final Duration answersMax;

  /** Measures by {@code nanoTime}, and waits at most so long for the last answers. */
  public ClosedLoop(LongSupplier nanoTime, Duration answersMax) {
    this.nanoTime = nanoTime;
    this.answersMax = answersMax;
  }

  /**
   * What the window that begins after the warm-up comes to.
   *
   * @throws LoadFailure when calls are not answered
   */
  public <T> LoadFigures run(
      Operation<T> operation, int callers, Duration warmup, Duration measured)
      throws InterruptedException {
    LoadReadings readings =
        new LoadReadings(LoadWindow.after(nanoTime.getAsLong(), warmup, measured));
    run(operation, callers, readings);
    return readings.figures();
  }

  /**
   * Returns when the window is over and every call has been answered.
   *
   * @throws LoadFailure when some are not
   */
  public <T> void run(Operation<T> operation, int callers, Readings readings)
      throws InterruptedException {
    CountDownLatch finished = new CountDownLatch(callers);
    for (int index = 0; index < callers; index++) {
      new Caller<>(operation, index, callers, readings, finished).drive();
    }
    long longestNanos = readings.window().endsNanos() - nanoTime.getAsLong() + answersMax.toNanos();
    if (!finished.await(longestNanos, TimeUnit.NANOSECONDS)) {
      throw new LoadFailure(
          finished.getCount() + " calls have no answer " + answersMax + " after the last began");
    }
  }

  /** One of them; its numbers are its own, so that nothing is shared but the readings. */
  private final class Caller<T> implements BiConsumer<@Nullable T, @Nullable Throwable> {

    private final Operation<T> operation;
    private final int stride;
    private final Readings readings;
    private final CountDownLatch finished;
    private final AtomicInteger wanted = new AtomicInteger();
    private long number;
    private long beganNanos;

    Caller(
        Operation<T> operation,
        int index,
        int callers,
        Readings readings,
        CountDownLatch finished) {
      this.operation = operation;
      this.number = index;
      this.stride = callers;
      this.readings = readings;
      this.finished = finished;
      this.beganNanos = nanoTime.getAsLong();
    }

    /** Begins a call, unless a drive is under way, which then begins it. */
    void drive() {
      if (wanted.getAndIncrement() != 0) {
        return;
      }
      do {
        begin();
      } while (wanted.decrementAndGet() != 0);
    }

    private void begin() {
      if (readings.window().over(beganNanos)) {
        finished.countDown();
      } else {
        readings.began();
        operation.begin(number).whenComplete(this);
      }
    }

    @Override
    public void accept(@Nullable T answer, @Nullable Throwable failure) {
      long now = nanoTime.getAsLong();
      readings.ended(beganNanos, now, operation.ended(number, answer, failure));
      number += stride;
      beganNanos = now;
      drive();
    }
  }
}
