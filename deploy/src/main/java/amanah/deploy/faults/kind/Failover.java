package amanah.deploy.faults.kind;

import amanah.deploy.faults.database.Standby;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The database is killed, and a synchronous standby takes its place. The primary acknowledged
 * nothing that the standby had not, so nothing may be missing.
 */
final class Failover implements FaultKind {

  private static final Duration FOLLOWS_MAX = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "standby-failover";
  }

  @Override
  public String says() {
    return "a standby follows the database synchronously; kill -9 of the database, and the standby"
        + " is promoted";
  }

  @Override
  public int[] secondsRange() {
    return new int[] {5, 10};
  }

  @Override
  public Bounds bounds() {
    return Bounds.FAILOVER;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return new Aim.Everything();
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    try (Standby standby = site.database().standby()) {
      standby.demand();
      if (!site.pause().until(FOLLOWS_MAX, () -> follows(standby))) {
        throw new IOException("no standby follows within " + FOLLOWS_MAX.toSeconds() + " s");
      }
      site.pause().await(blow.lasts());
      if (!follows(standby)) {
        throw new IOException("the standby follows no more, nothing is known of what it has");
      }
      try {
        site.database().kill();
        standby.promote();
      } finally {
        site.database().start();
        Targets.awaitDatabase(site);
      }
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ambiguous() > 0, "nobody noticed that the database was another");
  }

  private static boolean follows(Standby standby) throws IOException {
    try {
      return standby.isSynchronous();
    } catch (SQLException away) {
      throw new IOException("the primary does not say who follows it", away);
    }
  }
}
