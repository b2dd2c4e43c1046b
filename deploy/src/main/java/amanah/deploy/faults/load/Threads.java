package amanah.deploy.faults.load;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Virtual threads of callers, which end when the run is given up. */
final class Threads {

  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private Threads() {}

  /** What a caller does. */
  @FunctionalInterface
  interface Work {
    void run() throws InterruptedException;
  }

  /** Begins with it. */
  static void start(String name, Work work) {
    Thread.ofVirtual().name(name).start(() -> run(work));
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      LOG.debug("given up", ended);
    }
  }
}
