package amanah.deploy.terminal;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** What the launcher script found out about standard error. */
public final class Screen {

  private static final String COLUMNS = "amanah.terminal.columns";
  private static final int COLUMNS_MIN = 40;

  private Screen() {}

  /** A drawing when standard error is a terminal, plain lines to {@code err} otherwise. */
  public static Progress progress(PrintWriter err, LongSupplier nanoTime) {
    int columns = Integer.getInteger(COLUMNS, 0);
    return columns >= COLUMNS_MIN
        ? new ProgressDrawing(System.err, columns, nanoTime)
        : new ProgressLines(err, nanoTime);
  }
}
