package amanah.deploy.faults.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * What all nodes of a run are started with.
 *
 * @param run the folder of the run, by which its processes are known
 * @param heapMegabytes the largest heap of one
 * @param user the journal's
 * @param password the journal's
 * @param javaOptions further options of the JVM, such as settings that the run needs otherwise
 */
public record NodeOptions(
    Path run, int heapMegabytes, String user, String password, List<String> javaOptions) {

  /** Keeps the options as they are. */
  public NodeOptions {
    javaOptions = List.copyOf(javaOptions);
  }
}
