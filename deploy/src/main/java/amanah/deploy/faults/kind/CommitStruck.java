package amanah.deploy.faults.kind;

import amanah.deploy.faults.database.DatabaseProxy;
import amanah.deploy.faults.database.Stroke;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Commits whose client is cut off, before or after the server hears of them. */
final class CommitStruck implements FaultKind {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration STRUCK_MAX = Duration.ofSeconds(20);

  private final Stroke stroke;
  private final int times;

  CommitStruck(Stroke stroke, int times) {
    this.stroke = stroke;
    this.times = times;
  }

  @Override
  public String name() {
    return stroke == Stroke.REPLY_CUT ? "reply-cut" : "late-commit";
  }

  @Override
  public String says() {
    return stroke == Stroke.REPLY_CUT
        ? "the server has committed, and its answer is cut off, " + times + " times"
        : "the node is cut off as it says COMMIT, which the server hears 2 s later, "
            + times
            + " times";
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
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    int before = site.database().proxies().stream().mapToInt(DatabaseProxy::struck).sum();
    int share = times / site.database().proxies().size();
    try {
      for (int one = 0; one < share; one++) {
        site.database().proxies().forEach(proxy -> proxy.arm(stroke, 1));
        site.pause().await(BETWEEN);
      }
      boolean struck =
          site.pause()
              .until(
                  STRUCK_MAX,
                  () ->
                      site.database().proxies().stream().mapToInt(DatabaseProxy::struck).sum()
                          > before);
      if (!struck) {
        throw new IOException("no commit came by within " + STRUCK_MAX);
      }
    } finally {
      site.database().proxies().forEach(DatabaseProxy::disarm);
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        stroke == Stroke.LATE_COMMIT ? seen.commitsStruck() > 0 : seen.resolved() > 0,
        "no donation was recorded whose caller had no answer");
  }
}
