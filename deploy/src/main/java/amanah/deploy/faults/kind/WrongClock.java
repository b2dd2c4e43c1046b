package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.util.List;

/** One node's clock is an hour off. */
final class WrongClock implements FaultKind {

  private static final List<String> OFFSETS = List.of("PT1H", "-PT1H");

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
        for (NodeProcess node : Targets.of(site, aim)) {
          node.setClockOffset(offset);
        }
        site.pause().await(blow.lasts());
      }
    } finally {
      for (NodeProcess node : Targets.of(site, aim)) {
        node.setClockOffset("");
      }
    }
  }
}
