package amanah.deploy.faults;

import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.load.Load;
import amanah.deploy.faults.load.Meter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What is going on, once a second over itself on a terminal, every five in a log. */
final class LiveLine {

  private static final String COLUMNS = "amanah.terminal.columns";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int LOG_EACH = 5;
  private static final double SECOND_NANOS = 1e9;

  private final PrintWriter err;
  private final boolean terminal = Integer.getInteger(COLUMNS, 0) > 0;
  private final Pause pause;
  private final LongSupplier nanoTime;

  LiveLine(PrintWriter err, Pause pause, LongSupplier nanoTime) {
    this.err = err;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /** A sentence of its own. */
  void say(String sentence) {
    err.print((terminal ? "\r\u001b[K" : "") + sentence + System.lineSeparator());
    err.flush();
  }

  /** Draws until interrupted. */
  void draw(Meter meter, Load load, Supplier<String> fault) {
    long before = 0;
    try {
      for (int tick = 0; ; tick++) {
        pause.await(SECOND);
        long now = meter.totals().acknowledged();
        if (terminal || tick % LOG_EACH == 0) {
          line(meter, load, fault.get(), now - before);
        }
        before = now;
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void line(Meter meter, Load load, String fault, long perSecond) {
    String line =
        String.format(
            Locale.ROOT,
            "%5.0f s  %-28s %,6d/s  acknowledged %,d  in flight %,d  ambiguous %,d  wrong %d",
            (nanoTime.getAsLong() - meter.beganNanos()) / SECOND_NANOS,
            fault,
            perSecond,
            meter.totals().acknowledged(),
            load.inFlight(),
            meter.totals().ambiguous(),
            load.findings().count());
    err.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
    err.flush();
  }
}
