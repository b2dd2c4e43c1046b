package amanah.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when somebody waits or it is told to, and at no other time. */
final class PassingTime implements Timing {

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private volatile Runnable afterWait = () -> {};

  /** Does something after every wait, before what waited goes on. */
  void afterWait(Runnable task) {
    afterWait = task;
  }

  /** Something takes so long. */
  void passes(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  List<Duration> waits() {
    return waits;
  }

  Duration waited() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    nanos.addAndGet(delay.toNanos());
    waits.add(delay);
    afterWait.run();
    task.run();
  }
}
