package amanah.deploy.faults;

import amanah.deploy.faults.load.Load;
import amanah.deploy.faults.load.Meter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The line of a run: what the load comes to, and what it has acknowledged since it last asked. */
final class LoadLine implements Supplier<String> {

  private static final double SECOND_NANOS = 1e9;

  private final Meter meter;
  private final Load load;
  private final Supplier<String> fault;
  private final LongSupplier nanoTime;
  private long before;

  LoadLine(Meter meter, Load load, Supplier<String> fault, LongSupplier nanoTime) {
    this.meter = meter;
    this.load = load;
    this.fault = fault;
    this.nanoTime = nanoTime;
  }

  @Override
  public String get() {
    long now = meter.totals().acknowledged();
    long perSecond = now - before;
    before = now;
    return String.format(
        Locale.ROOT,
        "%5.0f s  %-28s %,6d/s  acknowledged %,d  in flight %,d  ambiguous %,d  wrong %d",
        (nanoTime.getAsLong() - meter.beganNanos()) / SECOND_NANOS,
        fault.get(),
        perSecond,
        now,
        load.inFlight(),
        meter.totals().ambiguous(),
        load.findings().count());
  }
}
