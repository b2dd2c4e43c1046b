package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that do nothing but keep a processor busy. */
public final class Burners implements AutoCloseable {

  private static final String LOOP = "while :; do :; done";

  private final List<Process> processes = new ArrayList<>();

  private Burners() {}

  /** Starts so many, which the guard of {@code run} knows by their command line. */
  public static Burners start(Path run, int count) throws IOException {
    Burners burners = new Burners();
    boolean started = false;
    try {
      for (int number = 0; number < count; number++) {
        burners.processes.add(
            new ProcessBuilder("sh", "-c", LOOP, "burner", Guard.mark(run), String.valueOf(number))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
      }
      started = true;
      return burners;
    } finally {
      if (!started) {
        burners.close();
      }
    }
  }

  /** Whether all of them still do. */
  public boolean burn() {
    return processes.stream().allMatch(Process::isAlive);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
