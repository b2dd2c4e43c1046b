package amanah.deploy.load.loop;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * An open loop: calls are due at moments that are fixed before the first one begins, whatever
 * becomes of them. A call that could not begin in time is late, and its latency says so: it counts
 * from when the call was due. Counting from when it began would leave out just those waits that a
 * stalled server causes ("coordinated omission").
 */
public final class Schedule implements Arrivals {

  private static final double SECOND_NANOS = 1e9;

  private final long startsNanos;
  private final DoubleSupplier gapNanos;
  private double offsetNanos;

  private Schedule(long startsNanos, double offsetNanos, DoubleSupplier gapNanos) {
    this.startsNanos = startsNanos;
    this.offsetNanos = offsetNanos;
    this.gapNanos = gapNanos;
  }

  /** What one of several senders has to do, all of whom together keep an even pace. */
  public static Schedule even(long startsNanos, double perSecond, int sender, int senders) {
    double gapNanos = SECOND_NANOS / perSecond;
    return new Schedule(startsNanos, sender * gapNanos, () -> senders * gapNanos);
  }

  /** The same at random, each moment as likely as any other: a Poisson process. */
  public static Schedule poisson(
      long startsNanos, double perSecond, int sender, int senders, long seed) {
    double meanNanos = senders * SECOND_NANOS / perSecond;
    SplittableRandom random = new SplittableRandom(seed + sender);
    DoubleSupplier gapNanos = () -> -meanNanos * Math.log(1 - random.nextDouble());
    return new Schedule(startsNanos, gapNanos.getAsDouble(), gapNanos);
  }

  @Override
  public long dueNanos(long now) {
    return startsNanos + (long) offsetNanos;
  }

  @Override
  public void passed() {
    offsetNanos += gapNanos.getAsDouble();
  }

  @Override
  public boolean sheds() {
    return true;
  }
}
