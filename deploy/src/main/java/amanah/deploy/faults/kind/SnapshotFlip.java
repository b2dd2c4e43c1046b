package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.database.FlippedBit;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bit of a campaign's newest snapshot is not what was written, and the campaign has to be read
 * again. A snapshot is only ever a shorter way: it is passed over with a word, the campaign is
 * served from what is whole, and an audit finds the bit.
 */
final class SnapshotFlip implements FaultKind {

  private static final Duration SNAPSHOT_MAX = Duration.ofMinutes(3);
  private static final Duration BACK_MAX = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "snapshot-flip";
  }

  @Override
  public String says() {
    return "one bit of a campaign's newest snapshot is flipped, and its node killed; then flipped"
        + " back";
  }

  @Override
  public Bounds bounds() {
    return Bounds.SNAPSHOT_FLIP;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    NodeProcess node = Targets.of(site, aim).getFirst();
    int index = Targets.activeOn(site, node);
    String campaign = site.campaigns().get(index);
    List<NodeProcess> others =
        site.nodes().all().stream().filter(other -> !other.equals(node)).toList();
    Callers.Pouring pouring = site.callers().pour(index);
    try {
      if (!site.pause().until(SNAPSHOT_MAX, () -> hasSnapshot(site, campaign))) {
        throw new IOException("no snapshot within " + SNAPSHOT_MAX.toSeconds() + " s");
      }
    } finally {
      pouring.close();
    }
    try (FlippedBit bit = FlippedBit.inSnapshot(site.database(), campaign, blow.chance())) {
      long words = words(site, campaign);
      node.kill();
      if (!site.pause().until(BACK_MAX, () -> site.nodes().serves(others.getFirst(), campaign))) {
        throw new BrokenPromise(
            "campaign " + campaign + " is not served for an unreadable snapshot");
      }
      if (words(site, campaign) == words) {
        throw new BrokenPromise("no node says that the snapshot of " + campaign + " is not whole");
      }
      if (bit.audited() == 0) {
        throw new BrokenPromise("the audit has not found the bit in the snapshot of " + campaign);
      }
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.ends() > 0 && seen.moved(), "no node has ended, or no shard has moved");
  }

  private static boolean hasSnapshot(Site site, String campaign) throws IOException {
    try {
      return FlippedBit.hasSnapshot(site.database(), campaign);
    } catch (SQLException away) {
      throw new IOException("the database does not say whether there is a snapshot", away);
    }
  }

  /** How often nodes have named a snapshot of the campaign in their logs. */
  private static long words(Site site, String campaign) throws IOException {
    long words = 0;
    for (NodeProcess node : site.nodes().all()) {
      try (Stream<String> lines = Files.lines(node.place().log())) {
        words += lines.filter(line -> line.contains("snapshot") && named(line, campaign)).count();
      }
    }
    return words;
  }

  private static boolean named(String line, String campaign) {
    return line.contains("|" + campaign + " ") || line.endsWith("|" + campaign);
  }
}
