package amanah.deploy.faults.kind;

import java.io.IOException;
import java.util.Optional;

/** The database ends and is started again. */
final class DatabaseAway implements FaultKind {

  private final boolean killed;

  DatabaseAway(boolean killed) {
    this.killed = killed;
  }

  @Override
  public String name() {
    return killed ? "database-kill" : "database-restart";
  }

  @Override
  public String says() {
    return killed
        ? "kill -9 of the database; it is started again after a while"
        : "the database is stopped in order and started again";
  }

  @Override
  public int[] secondsRange() {
    return new int[] {3, 15};
  }

  @Override
  public Bounds bounds() {
    return Bounds.DATABASE;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return new Aim.Everything();
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    try {
      if (killed) {
        site.database().kill();
      } else {
        site.database().stop();
      }
      site.pause().await(blow.lasts());
    } finally {
      site.database().start();
    }
    Targets.awaitDatabase(site);
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ambiguous() > 0, "nobody noticed that the database was away");
  }
}
