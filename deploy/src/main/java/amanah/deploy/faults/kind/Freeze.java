package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SIGSTOP to one node, and SIGCONT after a while. As it goes on it is beset with questions about
 * the campaigns that it ran: others may run them by now, and nothing that it says may show that it
 * does not know.
 */
final class Freeze implements FaultKind {

  /** From here on the others must have given it up by the time it goes on. */
  private static final Duration DOWNED_FROM = Duration.ofSeconds(30);

  private final String name;
  private final int secondsMin;
  private final int secondsMax;

  Freeze(String name, int secondsMin, int secondsMax) {
    this.name = name;
    this.secondsMin = secondsMin;
    this.secondsMax = secondsMax;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String says() {
    return "SIGSTOP of one node for "
        + secondsMin
        + " to "
        + secondsMax
        + " s, then SIGCONT and questions";
  }

  @Override
  public Need need() {
    return Need.THREE_NODES;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {secondsMin, secondsMax};
  }

  @Override
  public Bounds bounds() {
    return Bounds.PAUSE;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    Map<NodeProcess, List<Integer>> owned = new HashMap<>();
    for (NodeProcess node : Targets.of(site, aim)) {
      owned.put(node, Targets.askedAbout(site, node));
    }
    for (NodeProcess node : Targets.of(site, aim)) {
      node.freeze();
    }
    try {
      site.pause().await(blow.lasts());
    } finally {
      for (NodeProcess node : Targets.of(site, aim)) {
        node.resume();
      }
    }
    owned.forEach((node, campaigns) -> site.callers().beset(node.place().number(), campaigns));
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    boolean downed = blow.lasts().compareTo(DOWNED_FROM) >= 0;
    return Targets.needs(
        !downed || seen.ends() > 0, "the frozen node went on as if nothing had happened");
  }
}
