package amanah.deploy.faults.kind;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One node on a thin line. */
final class SlowNetwork implements FaultKind {

  private static final Duration NOTICED = Duration.ofMillis(500);

  @Override
  public String name() {
    return "slow-network";
  }

  @Override
  public String says() {
    return "one node has a line of 384 kbit/s that drops what waits longer than 300 ms";
  }

  @Override
  public Need need() {
    return Need.NAMESPACES;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {20, 30};
  }

  @Override
  public Bounds bounds() {
    return Bounds.SLOW;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    try {
      for (int node : aim.struckNodes()) {
        site.needLinks().slow(node);
      }
      site.pause().await(blow.lasts());
    } finally {
      site.needLinks().heal();
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.struckAway().compareTo(NOTICED) >= 0, "nobody noticed that the line was slow");
  }
}
