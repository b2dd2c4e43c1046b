package amanah.deploy.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress for a person: a bar over the file's bytes with rows, rows per second and time left. */
public final class ProgressDrawing implements Progress {

  private static final int REDRAW_MILLIS = 200;
  private static final long KIBIBYTE = 1024;

  private final PrintStream out;
  private final int columns;
  private final LongSupplier nanoTime;
  private @Nullable ProgressBar bar;
  private long beganNanos;

  /** Draws on {@code out}, which is a terminal of so many columns. */
  public ProgressDrawing(PrintStream out, int columns, LongSupplier nanoTime) {
    this.out = out;
    this.columns = columns;
    this.nanoTime = nanoTime;
  }

  @Override
  public void began(String name, long bytesTotal) {
    beganNanos = nanoTime.getAsLong();
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(bytesTotal)
            .setUnit(" KiB", KIBIBYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(out, columns))
            .build();
  }

  @Override
  public void reached(long bytes, long rows) {
    ProgressBar drawn = bar;
    if (drawn != null) {
      long elapsedNanos = Math.max(1, nanoTime.getAsLong() - beganNanos);
      long perSecond = (long) (rows * 1e9 / elapsedNanos);
      drawn.setExtraMessage(String.format(Locale.ROOT, " %,d rows, %,d rows/s", rows, perSecond));
      drawn.stepTo(Math.min(bytes, drawn.getMax()));
    }
  }

  @Override
  public void note(String sentence) {
    out.print("\r\u001b[K" + sentence + System.lineSeparator());
    out.flush();
  }

  @Override
  public void ended() {
    ProgressBar drawn = bar;
    if (drawn != null) {
      drawn.close();
      bar = null;
    }
  }
}
