package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.database.DatabaseProxy;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The database's clock jumps, as every node reads it. No campaign may end by it, and none may
 * refuse a donation because of it.
 */
final class DatabaseClock implements FaultKind {

  private static final List<Duration> OFFSETS = List.of(Duration.ofHours(1), Duration.ofHours(-1));

  private final InstantSource clock;
  private final Duration distrust;

  /**
   * The kind.
   *
   * @param clock the right time
   * @param distrust how long the run's nodes do not trust a time that jumped
   */
  DatabaseClock(InstantSource clock, Duration distrust) {
    this.clock = clock;
    this.distrust = distrust;
  }

  @Override
  public String name() {
    return "database-clock";
  }

  @Override
  public String says() {
    return "the database's clock jumps an hour ahead, then is an hour behind, then right";
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
    return new Aim.Everything();
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    List<NodeProcess> running = site.nodes().all().stream().filter(NodeProcess::runs).toList();
    try (EndingCampaigns ending = EndingCampaigns.open(site, blow, clock.instant())) {
      NodeNotices doubted = NodeNotices.of(site, running, NodeNotices.TIME_DOUBTED);
      NodeNotices trusted = NodeNotices.of(site, running, NodeNotices.TIME_TRUSTED);
      for (Duration offset : OFFSETS) {
        String occasion = "the database's clock was off by " + offset;
        set(site, offset);
        doubted.await(occasion, Duration.ZERO);
        ending.mustBeOpen(occasion);
        site.pause().await(blow.lasts());
        ending.mustBeOpen(occasion);
      }
      set(site, Duration.ZERO);
      trusted.await("the database's clock had been right for " + distrust, distrust);
      ending.mustBeOpen("the database's clock was right again");
    } finally {
      set(site, Duration.ZERO);
    }
  }

  private static void set(Site site, Duration offset) {
    for (DatabaseProxy proxy : site.database().proxies()) {
      proxy.setClockOffset(offset);
    }
  }
}
