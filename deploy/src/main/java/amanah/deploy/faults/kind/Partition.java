package amanah.deploy.faults.kind;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One node is parted from the others, in both directions or in one. */
final class Partition implements FaultKind {

  private final boolean oneWay;

  Partition(boolean oneWay) {
    this.oneWay = oneWay;
  }

  @Override
  public String name() {
    return oneWay ? "one-way" : "partition";
  }

  @Override
  public String says() {
    return oneWay
        ? "what one node says to the others gets lost; what they say it hears"
        : "one node and the others do not hear one another; database and callers hear all";
  }

  @Override
  public Need need() {
    return Need.NAMESPACES;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {60, 60};
  }

  @Override
  public Bounds bounds() {
    return Bounds.PARTITION;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    Set<Integer> others = Targets.others(site, aim);
    try {
      if (oneWay) {
        lose(site, aim, others);
      } else {
        site.needLinks().part(aim.struckNodes(), others);
      }
      site.pause().await(blow.lasts());
    } finally {
      site.needLinks().heal();
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ends() > 0, "no node of the minority has ended");
  }

  private static void lose(Site site, Aim aim, Set<Integer> others) throws IOException {
    for (int from : aim.struckNodes()) {
      for (int to : others) {
        site.needLinks().lose(from, to);
      }
    }
  }
}
