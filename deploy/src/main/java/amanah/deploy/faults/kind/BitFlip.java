package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.database.FlippedBit;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A bit of an event is not what was written, and the campaign has to be read again. It must not go
 * on as if nothing were wrong: it is not served until the bit is right again, and an audit says so.
 */
final class BitFlip implements FaultKind {

  private static final Duration BACK_MAX = Duration.ofSeconds(90);

  @Override
  public String name() {
    return "bit-flip";
  }

  @Override
  public String says() {
    return "one bit of a campaign's newest event is flipped, and its node killed; then flipped back";
  }

  @Override
  public int[] secondsRange() {
    return new int[] {25, 30};
  }

  @Override
  public Bounds bounds() {
    return Bounds.BIT_FLIP;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    NodeProcess node = Targets.of(site, aim).getFirst();
    String campaign = site.campaigns().get(Targets.askedAbout(site, node).getFirst());
    List<NodeProcess> others =
        site.nodes().all().stream().filter(other -> !other.equals(node)).toList();
    try (FlippedBit bit = FlippedBit.inEvent(site.database(), campaign, blow.chance())) {
      node.kill();
      site.pause().await(blow.lasts());
      for (NodeProcess other : others) {
        if (site.nodes().serves(other, campaign)) {
          throw new BrokenPromise(
              "campaign " + campaign + " goes on with an event that is not what was written");
        }
      }
      if (bit.audited() == 0) {
        throw new BrokenPromise("the audit has not found the bit in an event of " + campaign);
      }
    }
    boolean back =
        site.pause().until(BACK_MAX, () -> site.nodes().serves(others.getFirst(), campaign));
    if (!back) {
      throw new BrokenPromise("campaign " + campaign + " is not back though its event is");
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.ends() > 0 && seen.moved(), "no node has ended, or no shard has moved");
  }
}
