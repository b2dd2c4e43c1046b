package amanah.deploy.faults;

import amanah.deploy.faults.cluster.Pause;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** What is going on, once a second over itself on a terminal, every five in a log. */
public final class LiveLine {

  private static final String COLUMNS = "amanah.terminal.columns";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int LOG_EACH = 5;

  private final PrintWriter err;
  private final boolean terminal = Integer.getInteger(COLUMNS, 0) > 0;
  private final Pause pause;

  /** A line of {@code err}. */
  public LiveLine(PrintWriter err, Pause pause) {
    this.err = err;
    this.pause = pause;
  }

  /** A sentence of its own. */
  public void say(String sentence) {
    err.print((terminal ? "\r\u001b[K" : "") + sentence + System.lineSeparator());
    err.flush();
  }

  /** Asks for the line once a second and draws it, until interrupted. */
  public void draw(Supplier<String> line) {
    try {
      for (int tick = 0; ; tick++) {
        pause.await(SECOND);
        String now = line.get();
        if (terminal || tick % LOG_EACH == 0) {
          err.print(terminal ? "\r\u001b[K" + now : now + System.lineSeparator());
          err.flush();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
