package amanah.deploy.census;

import amanah.deploy.faults.cluster.ProcessReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The nodes at one moment of a census.
 *
 * @param name which moment
 * @param second since the nodes were up
 * @param nodes each of them, by its number
 */
record Stage(String name, double second, List<NodeReading> nodes) {

  /**
   * One node at that moment.
   *
   * @param awake campaigns, or empty when it did not say
   * @param process what its process held, or empty where that cannot be told
   */
  record NodeReading(OptionalLong awake, Optional<ProcessReading> process) {}

  /** Campaigns awake on all nodes that said. */
  long awake() {
    return nodes.stream().mapToLong(node -> node.awake().orElse(0)).sum();
  }

  /** Heap in use on all nodes, or empty when one of them could not be read. */
  OptionalLong heapBytes() {
    return nodes.stream().allMatch(node -> node.process().isPresent())
        ? OptionalLong.of(
            nodes.stream()
                .flatMap(node -> node.process().stream())
                .mapToLong(ProcessReading::heapBytes)
                .sum())
        : OptionalLong.empty();
  }
}
