package amanah.deploy.demo;

import amanah.deploy.client.Time;
import amanah.deploy.intake.ImportThrottle;
import java.time.Duration;

/** One step an interval; steps that held nothing new take no time. */
final class SteadyPace implements ImportThrottle {

  private final Time time;
  private final Duration interval;
  private long lastNanos;

  SteadyPace(Time time, Duration interval) {
    this.time = time;
    this.interval = interval;
    this.lastNanos = time.nanoTime();
  }

  @Override
  public void settled(int rows, boolean recordedNow) throws InterruptedException {
    if (recordedNow) {
      long spentNanos = time.nanoTime() - lastNanos;
      time.await(Duration.ofNanos(Math.max(0, interval.toNanos() - spentNanos)));
    }
    lastNanos = time.nanoTime();
  }
}
