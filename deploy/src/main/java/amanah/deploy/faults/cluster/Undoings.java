package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How all that a run has started is removed again: the last made is the first removed. */
public final class Undoings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Undoings.class);

  private final Deque<Undoing> undoings = new ArrayDeque<>();

  /** Something to undo. */
  @FunctionalInterface
  public interface Undoing {
    /** Undoes it. */
    void undo() throws IOException;
  }

  /** A folder of the run's own, watched over by a guard; both go last. */
  public Path folder(String prefix) throws IOException {
    Path run = Files.createTempDirectory(prefix);
    Guard guard = Guard.over(run);
    push(guard::close);
    push(() -> delete(run));
    return run;
  }

  /** Is done before all that was pushed earlier. */
  public void push(Undoing undoing) {
    undoings.push(undoing);
  }

  /** What fails does not keep the rest. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    while (!undoings.isEmpty()) {
      try {
        undoings.pop().undo();
      } catch (IOException | UncheckedIOException failed) {
        LOG.warn("something of the run is left behind: {}", failed.getMessage());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
