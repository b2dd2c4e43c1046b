package amanah.deploy.load;

import amanah.deploy.load.loop.Outcome;
import amanah.deploy.load.report.LoadMeter;
import amanah.deploy.load.report.LoadSecond;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How the load is doing: each asking ends a second. */
final class LoadLine implements Supplier<String> {

  private final LoadMeter meter;
  private final LongSupplier nanoTime;

  LoadLine(LoadMeter meter, LongSupplier nanoTime) {
    this.meter = meter;
    this.nanoTime = nanoTime;
  }

  @Override
  public String get() {
    long now = nanoTime.getAsLong();
    LoadSecond second = meter.roll(now);
    return String.format(
        Locale.ROOT,
        "%4.0f s %s %,9.0f/s  p50 %7.2f ms  p99 %7.2f ms  open %,6d  replayed %,d  refused %,d"
            + "  failed %,d  shed %,d",
        second.second(),
        meter.window().counts(now) ? "      " : "(warm)",
        second.perSecond(),
        second.p50Millis(),
        second.p99Millis(),
        second.open(),
        meter.count(Outcome.Kind.REPLAYED),
        meter.count(Outcome.Kind.REFUSED),
        meter.count(Outcome.Kind.FAILED),
        meter.count(Outcome.Kind.SHED));
  }
}
