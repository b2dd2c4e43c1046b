package amanah.deploy.faults.kind;

import java.io.IOException;
import java.util.Optional;

/** SIGSTOP to all processes of the database. */
final class DatabaseFreeze implements FaultKind {

  @Override
  public String name() {
    return "database-pause";
  }

  @Override
  public String says() {
    return "SIGSTOP of the database and its sessions, then SIGCONT";
  }

  @Override
  public int[] secondsRange() {
    return new int[] {5, 20};
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
    site.database().pause();
    try {
      site.pause().await(blow.lasts());
    } finally {
      site.database().resume();
    }
    Targets.awaitDatabase(site);
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ambiguous() > 0, "nobody noticed that the database was away");
  }
}
