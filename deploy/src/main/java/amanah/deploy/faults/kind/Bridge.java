package amanah.deploy.faults.kind;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** Two nodes do not hear one another, and each hears all others: no side of it is whole. */
final class Bridge implements FaultKind {

  @Override
  public String name() {
    return "bridge";
  }

  @Override
  public String says() {
    return "two nodes do not hear one another, and both hear the third";
  }

  @Override
  public Need need() {
    return Need.NAMESPACES;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {40, 40};
  }

  @Override
  public Bounds bounds() {
    return Bounds.UNSETTLED;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.twoNodes(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    Iterator<Integer> two = aim.struckNodes().iterator();
    try {
      site.needLinks().part(Set.of(two.next()), Set.of(two.next()));
      site.pause().await(blow.lasts());
    } finally {
      site.needLinks().heal();
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ends() > 0, "neither of the two nodes has ended");
  }
}
