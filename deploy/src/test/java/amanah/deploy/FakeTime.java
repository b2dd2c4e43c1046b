package amanah.deploy;

import amanah.deploy.client.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when somebody waits, and at no other time. */
public final class FakeTime implements Time {

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private volatile Runnable afterWait = () -> {};

  /** Does something after every wait. */
  public void afterWait(Runnable task) {
    afterWait = task;
  }

  /** Every wait so far. */
  public List<Duration> waits() {
    return waits;
  }

  /** All of them together. */
  public Duration waited() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void await(Duration delay) {
    nanos.addAndGet(delay.toNanos());
    waits.add(delay);
    afterWait.run();
  }
}
