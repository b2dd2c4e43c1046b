package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.Burners;
import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Every processor is busy with something else, and one node comes last of all. */
final class StarvedCpu implements FaultKind {

  private static final int BURNERS_PER_PROCESSOR = 2;
  private static final int LAST = 19;
  private static final int USUAL = 0;
  private static final Duration NOTICED = Duration.ofMillis(500);

  @Override
  public String name() {
    return "starved-cpu";
  }

  @Override
  public String says() {
    return "two busy loops on each processor, and one node's threads come after all others";
  }

  @Override
  public Need need() {
    return Need.ROOT;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {15, 30};
  }

  @Override
  public Bounds bounds() {
    return Bounds.STARVED;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    int count = BURNERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    try (Burners burners = Burners.start(site.nodes().run(), count)) {
      for (NodeProcess node : Targets.of(site, aim)) {
        node.renice(LAST);
      }
      site.pause().await(blow.lasts());
      if (!burners.burn()) {
        throw new IOException("the busy loops have ended before their time");
      }
    } finally {
      for (NodeProcess node : Targets.of(site, aim)) {
        node.renice(USUAL);
      }
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.struckAway().compareTo(NOTICED) >= 0, "nobody noticed that a node was starved");
  }
}
