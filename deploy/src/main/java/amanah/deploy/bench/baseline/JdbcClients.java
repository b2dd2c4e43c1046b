package amanah.deploy.bench.baseline;

import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.LoadReadings;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The transactions of pgbench's scripts over JDBC, for machines without pgbench. */
public final class JdbcClients implements SqlLoad {

  private static final int CLIENTS = 16;
  private static final int AMOUNT_MIN = 10_000;
  private static final int AMOUNT_MAX = 1_000_000;
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final LongSupplier nanoTime;

  /** Measures by {@code nanoTime}. */
  public JdbcClients(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public String name() {
    return "JDBC, " + CLIENTS + " connections";
  }

  @Override
  public LoadFigures run(JdbcTarget target, Spread spread, Duration warmup, Duration measured)
      throws InterruptedException {
    LoadReadings readings =
        new LoadReadings(LoadWindow.after(nanoTime.getAsLong(), warmup, measured));
    List<Callable<Boolean>> clients = new ArrayList<>();
    for (int index = 0; index < CLIENTS; index++) {
      SplittableRandom random = new SplittableRandom(index);
      clients.add(() -> donate(target, spread.campaigns(), random, readings));
    }
    Duration longest = warmup.plus(measured).plus(GRACE);
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Boolean> client :
          threads.invokeAll(clients, longest.toMillis(), TimeUnit.MILLISECONDS)) {
        client.get();
      }
    } catch (ExecutionException | CancellationException failed) {
      throw new LoadFailure("a JDBC client failed: " + failed.getMessage(), failed);
    }
    return readings.figures();
  }

  private boolean donate(
      JdbcTarget target, int campaigns, SplittableRandom random, LoadReadings readings)
      throws SQLException {
    try (Connection connection = target.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into donation(campaign_id,amount,donor) values (?,?,'donor_123')");
          PreparedStatement update =
              connection.prepareStatement("update campaign set total=total+?, n=n+1 where id=?")) {
        long began = nanoTime.getAsLong();
        while (!readings.window().over(began)) {
          int campaign = 1 + random.nextInt(campaigns);
          int amount = random.nextInt(AMOUNT_MIN, AMOUNT_MAX + 1);
          insert.setInt(1, campaign);
          insert.setLong(2, amount);
          insert.executeUpdate();
          update.setLong(1, amount);
          update.setInt(2, campaign);
          update.executeUpdate();
          connection.commit();
          long ended = nanoTime.getAsLong();
          readings.ended(began, ended, Outcome.DONE);
          began = ended;
        }
      }
    }
    return true;
  }
}
