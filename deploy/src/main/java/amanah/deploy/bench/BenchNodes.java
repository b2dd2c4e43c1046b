package amanah.deploy.bench;

import java.nio.file.Path;

/** Starts the node that is measured: the one place where the benchmark meets the real thing. */
@FunctionalInterface
public interface BenchNodes {

  /** Returns when a node takes requests, on a free port, its database in {@code data}. */
  BenchNode start(Path data);
}
