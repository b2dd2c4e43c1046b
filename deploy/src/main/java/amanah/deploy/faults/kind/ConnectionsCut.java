package amanah.deploy.faults.kind;

import amanah.deploy.faults.database.DatabaseProxy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** All sessions are cut. */
final class ConnectionsCut implements FaultKind {

  private static final int TIMES = 3;
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "connections-cut";
  }

  @Override
  public String says() {
    return "all sessions are ended, by the server or on the way, three times";
  }

  @Override
  public Bounds bounds() {
    return Bounds.CUT;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return new Aim.Everything();
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    for (int time = 0; time < TIMES; time++) {
      if (blow.chance().nextBoolean() == (time % 2 == 0)) {
        site.database().terminateSessions();
      } else {
        site.database().proxies().forEach(DatabaseProxy::cut);
      }
      site.pause().await(BETWEEN);
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ambiguous() > 0, "nobody noticed that sessions were cut");
  }
}
