package amanah.deploy.verify;

import amanah.deploy.client.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Moves when somebody waits. */
final class HandTime implements Time {

  private final AtomicLong nanos = new AtomicLong();

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void await(Duration delay) {
    nanos.addAndGet(delay.toNanos());
  }
}
