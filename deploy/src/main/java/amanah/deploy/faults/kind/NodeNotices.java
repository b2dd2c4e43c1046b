package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What nodes say in their logs from now on: a fault that no node has noticed proves nothing. */
final class NodeNotices {

  static final String CLOCK_OFF = "this machine's clock is off by";
  static final String CLOCK_AGREES = "this machine's clock agrees with the journal's again";
  static final String TIME_DOUBTED = "the journal's time is not trusted";
  static final String TIME_TRUSTED = "the journal's time is trusted again";

  private static final Duration NOTICED_MAX = Duration.ofSeconds(10);

  private final Site site;
  private final List<NodeProcess> nodes;
  private final String notice;
  private final List<Long> before = new ArrayList<>();

  private NodeNotices(Site site, List<NodeProcess> nodes, String notice) {
    this.site = site;
    this.nodes = List.copyOf(nodes);
    this.notice = notice;
  }

  /** Begins to listen to these nodes for a sentence with these words. */
  static NodeNotices of(Site site, List<NodeProcess> nodes, String notice) throws IOException {
    NodeNotices notices = new NodeNotices(site, nodes, notice);
    for (NodeProcess node : nodes) {
      notices.before.add(said(node, notice));
    }
    return notices;
  }

  /**
   * Waits until each of them has said it.
   *
   * @param occasion what they should have noticed, for people
   * @param longest how long that may take beside the ten seconds which noticing may take
   */
  void await(String occasion, Duration longest) throws IOException, InterruptedException {
    for (int index = 0; index < nodes.size(); index++) {
      NodeProcess node = nodes.get(index);
      long already = before.get(index);
      if (!site.pause().until(longest.plus(NOTICED_MAX), () -> said(node, notice) > already)) {
        throw new IOException(
            "node %d has not said \"%s\" when %s"
                .formatted(node.place().number(), notice, occasion));
      }
    }
  }

  private static long said(NodeProcess node, String notice) throws IOException {
    try (Stream<String> lines = Files.lines(node.place().log())) {
      return lines.filter(line -> line.contains(notice)).count();
    }
  }
}
