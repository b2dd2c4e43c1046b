package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * One node's clock is an hour off. Campaigns take the time from the journal, so nothing may come of
 * it: this guards against a relapse. That the node noticed is in its log, or it proves nothing.
 */
final class WrongClock implements FaultKind {

  private static final List<String> OFFSETS = List.of("PT1H", "-PT1H");
  private static final String NOTICE = "this machine's clock is off by";

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public String says() {
    return "one node's clock is an hour ahead, then an hour behind, then right";
  }

  @Override
  public int[] secondsRange() {
    return new int[] {10, 15};
  }

  @Override
  public Bounds bounds() {
    return Bounds.CLOCK;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    try {
      for (String offset : OFFSETS) {
        long noticed = noticed(site, aim);
        for (NodeProcess node : Targets.of(site, aim)) {
          node.setClockOffset(offset);
        }
        site.pause().await(blow.lasts());
        if (noticed(site, aim) == noticed) {
          throw new IOException("no node has noticed that its clock is off by " + offset);
        }
      }
    } finally {
      for (NodeProcess node : Targets.of(site, aim)) {
        node.setClockOffset("");
      }
    }
  }

  /** How often the struck nodes have said that their clock is off. */
  private static long noticed(Site site, Aim aim) throws IOException {
    long noticed = 0;
    for (NodeProcess node : Targets.of(site, aim)) {
      try (Stream<String> lines = Files.lines(node.place().log())) {
        noticed += lines.filter(line -> line.contains(NOTICE)).count();
      }
    }
    return noticed;
  }
}
