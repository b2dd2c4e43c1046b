package amanah.deploy.bench.baseline;

import amanah.deploy.load.loop.LoadFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's own load generator. */
public final class Pgbench implements SqlLoad {

  private static final int CLIENTS = 16;
  private static final int THREADS = 2;
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Program program;

  private Pgbench(Program program) {
    this.program = program;
  }

  /** The one on the PATH, if there is one. */
  public static Optional<SqlLoad> onPath() {
    return Program.onPath("pgbench").map(Pgbench::new);
  }

  @Override
  public String name() {
    return "pgbench -c " + CLIENTS + " -j " + THREADS;
  }

  @Override
  public LoadFigures run(JdbcTarget target, Spread spread, Duration warmup, Duration measured)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("amanah-bench");
    Path script = spread.script().copyTo(folder);
    try {
      if (warmup.isPositive()) {
        run(target, script, warmup);
      }
      return PgbenchOutput.parse(run(target, script, measured));
    } finally {
      Files.delete(script);
      Files.delete(folder);
    }
  }

  private String run(JdbcTarget target, Path script, Duration time)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "-n",
            "-f",
            script.toString(),
            "-c",
            Integer.toString(CLIENTS),
            "-j",
            Integer.toString(THREADS),
            "-T",
            Long.toString(Math.max(1, time.toSeconds())),
            "-h",
            JdbcTarget.HOST,
            "-p",
            Integer.toString(target.port()),
            "-U",
            target.user(),
            target.database());
    return program.run(
        arguments, Map.of("PGPASSWORD", target.password(), "LC_ALL", "C"), time.plus(GRACE));
  }
}
