package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.database.SnapshotHold;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * SIGKILL to a node while the database writes a snapshot of one of its campaigns. Donations are
 * poured into the campaign until a snapshot is due; the table of snapshots is held meanwhile, so
 * that the node can be struck between the first and the last moment of the writing, and let go
 * afterwards: whether the row is then kept or not, nothing may come of it.
 */
final class KillInSnapshot implements FaultKind {

  /** Some twenty thousand donations. */
  private static final Duration DUE_MAX = Duration.ofMinutes(3);

  private static final Duration LOOK = Duration.ofMillis(20);

  @Override
  public String name() {
    return "kill-in-snapshot";
  }

  @Override
  public String says() {
    return "a campaign is given to until its snapshot is being written, then kill -9 of its node";
  }

  @Override
  public Bounds bounds() {
    return Bounds.KILL_IN_SNAPSHOT;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    NodeProcess node = Targets.of(site, aim).getFirst();
    int campaign = Targets.activeOn(site, node);
    try (SnapshotHold hold = SnapshotHold.of(site.database())) {
      Callers.Pouring pouring = site.callers().pour(campaign);
      try {
        awaitOne(site, hold);
        node.kill();
      } finally {
        pouring.close();
      }
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.ends() > 0 && seen.moved(), "no node has ended, or no shard has moved");
  }

  private static void awaitOne(Site site, SnapshotHold hold)
      throws IOException, InterruptedException, SQLException {
    Set<String> before = hold.waiting();
    long deadline = System.nanoTime() + DUE_MAX.toNanos();
    while (before.containsAll(hold.waiting())) {
      if (System.nanoTime() > deadline) {
        throw new IOException("no snapshot was written within " + DUE_MAX.toSeconds() + " s");
      }
      site.pause().await(LOOK);
    }
  }
}
