package amanah.deploy.faults.report;

import amanah.deploy.faults.cluster.ProcessReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the nodes held when the load had begun, and when all was at rest again: at the end no more
 * than at the start, and a tenth. Campaigns remember every donation for ever, so what they must
 * remember of the run is allowed to each node; and a node that has just begun has not yet done
 * everything once.
 *
 * @param start each node, soon after the load began
 * @param end each node, when all was over
 * @param donations acknowledged in between
 */
public record Growth(List<Holding> start, List<Holding> end, long donations) {

  private static final double TENTH = 1.1;
  private static final double MEGABYTE = 1024.0 * 1024.0;

  /** "At most 96 bytes of heap for each donation, all told". */
  private static final long DONATION_BYTES = 96;

  /** Of a node that has not done everything once. */
  private static final long WARMTH_BYTES = 8L << 20;

  /** Keeps the readings as they are. */
  public Growth {
    start = List.copyOf(start);
    end = List.copyOf(end);
  }

  /** One line for each node. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int node = 0; node < Math.min(start.size(), end.size()); node++) {
      lines.add(
          "node %d held at the start %s, at the end %s"
              .formatted(start.get(node).node(), text(start.get(node)), text(end.get(node))));
    }
    return lines;
  }

  private static String text(Holding holding) {
    return holding
            .process()
            .map(
                held ->
                    String.format(
                        Locale.ROOT,
                        "%.0f MB of heap, %d threads, ",
                        held.heapBytes() / MEGABYTE,
                        held.threads()))
            .orElse("")
        + holding.sessions()
        + " sessions";
  }

  /** What has grown beyond what it may, as sentences. */
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    for (int node = 0; node < Math.min(start.size(), end.size()); node++) {
      check(start.get(node), end.get(node), broken);
    }
    return broken;
  }

  private void check(Holding before, Holding after, List<String> broken) {
    compare(before.node(), "sessions", before.sessions(), after.sessions(), 0, broken);
    if (before.process().isPresent() && after.process().isPresent()) {
      ProcessReading first = before.process().get();
      ProcessReading last = after.process().get();
      compare(before.node(), "threads", first.threads(), last.threads(), 0, broken);
      compare(
          before.node(),
          "bytes of heap",
          first.heapBytes(),
          last.heapBytes(),
          WARMTH_BYTES + donations * DONATION_BYTES,
          broken);
    }
  }

  private static void compare(
      int node, String what, long before, long after, long allowance, List<String> broken) {
    long most = (long) Math.ceil(before * TENTH) + allowance;
    if (after > most) {
      broken.add(
          String.format(
              Locale.ROOT,
              "node %d has %,d %s at the end, at the start %,d, so at most %,d are asked for",
              node,
              after,
              what,
              before,
              most));
    }
  }
}
