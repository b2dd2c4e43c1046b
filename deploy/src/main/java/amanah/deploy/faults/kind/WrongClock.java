package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * One node's clock is an hour off, first in one direction and then, after it was right for a
 * moment, in the other. Campaigns take the time from the journal, so nothing may end by it. That
 * the node noticed each time is in its log, or it proves nothing.
 */
final class WrongClock implements FaultKind {

  private static final List<String> OFFSETS = List.of("PT1H", "-PT1H");

  private final InstantSource clock;

  /**
   * The kind.
   *
   * @param clock the right time
   */
  WrongClock(InstantSource clock) {
    this.clock = clock;
  }

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
    List<NodeProcess> nodes = Targets.of(site, aim);
    try (EndingCampaigns ending = EndingCampaigns.open(site, blow, clock.instant())) {
      for (String offset : OFFSETS) {
        String occasion = "its clock was off by " + offset;
        NodeNotices off = NodeNotices.of(site, nodes, NodeNotices.CLOCK_OFF);
        NodeNotices agrees = NodeNotices.of(site, nodes, NodeNotices.CLOCK_AGREES);
        set(nodes, offset);
        off.await(occasion, Duration.ZERO);
        ending.mustBeOpen(occasion);
        site.pause().await(blow.lasts());
        ending.mustBeOpen(occasion);
        set(nodes, "");
        agrees.await("its clock was right again", Duration.ZERO);
      }
    } finally {
      set(nodes, "");
    }
  }

  private static void set(List<NodeProcess> nodes, String offset) throws IOException {
    for (NodeProcess node : nodes) {
      node.setClockOffset(offset);
    }
  }
}
