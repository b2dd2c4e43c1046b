package amanah.deploy.bench;

import amanah.deploy.bench.baseline.BaselineDatabase;
import amanah.deploy.bench.baseline.Elixir;
import amanah.deploy.bench.baseline.JdbcClients;
import amanah.deploy.bench.baseline.JournalCount;
import amanah.deploy.bench.baseline.Pgbench;
import amanah.deploy.bench.baseline.SqlLoad;
import amanah.deploy.bench.listen.Listening;
import amanah.deploy.bench.load.Calculating;
import amanah.deploy.bench.load.CampaignSet;
import amanah.deploy.bench.load.Donating;
import amanah.deploy.bench.load.Reading;
import amanah.deploy.client.Time;
import amanah.deploy.load.grpc.GrpcLoad;
import amanah.deploy.load.http.CeilingServer;
import amanah.deploy.load.http.HttpLoad;
import amanah.deploy.load.loop.ClosedLoop;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.DonationLoad;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.LoadReadings;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Pace;
import amanah.id.CampaignId;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the measurements, one after the other, each on campaigns of its own. */
final class Bench {

  private static final int SPREAD_CAMPAIGNS = 1_000;
  private static final int READ_CAMPAIGNS = 100;
  private static final int READ_CALLERS = 100;
  private static final int LISTENERS = 500;
  private static final int LISTENED_PER_SECOND = 1_000;
  private static final int SQL_CLIENTS = 16;
  private static final String PREFIX = "b";
  private static final long SEED = 0;
  private static final Duration ANSWERS_MAX = Duration.ofSeconds(60);
  private static final Duration SETTLE_MAX = Duration.ofSeconds(20);

  private final BenchNode node;
  private final BenchSettings settings;
  private final String run;
  private final LongSupplier nanoTime;
  private final MachineGauge gauge;
  private final ClosedLoop loop;
  private @Nullable Map<String, Double> elixirFigures;

  /** Measures {@code node}; campaigns' ids hold {@code run}, which no earlier run had. */
  Bench(
      BenchNode node,
      BenchSettings settings,
      String run,
      MachineGauge gauge,
      LongSupplier nanoTime) {
    this.node = node;
    this.settings = settings;
    this.run = run;
    this.nanoTime = nanoTime;
    this.gauge = gauge;
    this.loop = new ClosedLoop(nanoTime, ANSWERS_MAX);
  }

  /**
   * Takes them all and hands each over as it comes.
   *
   * @throws LoadFailure when the product lost a donation or an answer: then nothing counts
   */
  void run(Consumer<Measurement> began, Consumer<BenchResult> ended) throws InterruptedException {
    for (Measurement measurement : Measurement.values()) {
      if (settings.measurements().contains(measurement)) {
        began.accept(measurement);
        ended.accept(possible(measurement) ? paced(measurement) : absent(measurement));
      }
    }
  }

  private static boolean possible(Measurement measurement) {
    return switch (measurement) {
      case ELIXIR_GET_ONE, ELIXIR_GET_MANY, ELIXIR_ADD_ONE, ELIXIR_ADD_MANY, ELIXIR_ZAKAT ->
          Elixir.onPath().isPresent();
      case HOT, SPREAD, HTTP_HOT, HTTP_SPREAD, HTTP_CEILING -> true;
      case STREAM_HOT, STREAM_SPREAD, GRPC_HOT, GRPC_SPREAD -> true;
      case SQL_HOT, SQL_SPREAD, LISTENERS, READ_ONE, READ_MANY, ZAKAT -> true;
    };
  }

  private static BenchResult absent(Measurement measurement) {
    return BenchResult.missing(measurement, "elixir is not installed");
  }

  private BenchResult paced(Measurement measurement) throws InterruptedException {
    boolean quiet = gauge.settle(SETTLE_MAX);
    double before = gauge.pace();
    BenchResult result = measure(measurement);
    return result
        .withPace((before + gauge.pace()) / 2)
        .withNote(quiet ? "" : "the machine was busy with something else when it began");
  }

  private BenchResult measure(Measurement measurement) throws InterruptedException {
    return switch (measurement) {
      case HOT -> donating(measurement, 1, settings.hotCallers());
      case SPREAD -> donating(measurement, SPREAD_CAMPAIGNS, settings.spreadCallers());
      case HTTP_HOT -> requesting(measurement, 1);
      case HTTP_SPREAD -> requesting(measurement, SPREAD_CAMPAIGNS);
      case STREAM_HOT -> streaming(measurement, 1);
      case STREAM_SPREAD -> streaming(measurement, SPREAD_CAMPAIGNS);
      case GRPC_HOT -> calling(measurement, 1);
      case GRPC_SPREAD -> calling(measurement, SPREAD_CAMPAIGNS);
      case HTTP_CEILING -> ceiling(measurement);
      case SQL_HOT -> sql(measurement, SqlLoad.Spread.HOT);
      case SQL_SPREAD -> sql(measurement, SqlLoad.Spread.SPREAD);
      case LISTENERS -> listening(measurement);
      case READ_ONE -> reading(measurement, 1);
      case READ_MANY -> reading(measurement, READ_CAMPAIGNS);
      case ZAKAT -> calculating(measurement);
      case ELIXIR_GET_ONE -> elixir(measurement, Elixir.GET_ONE);
      case ELIXIR_GET_MANY -> elixir(measurement, Elixir.GET_MANY);
      case ELIXIR_ADD_ONE -> elixir(measurement, Elixir.ADD_ONE);
      case ELIXIR_ADD_MANY -> elixir(measurement, Elixir.ADD_MANY);
      case ELIXIR_ZAKAT -> elixir(measurement, Elixir.ZAKAT);
    };
  }

  private BenchResult donating(Measurement measurement, int campaigns, int callers)
      throws InterruptedException {
    return reconciled(
        measurement,
        campaigns,
        callers,
        (donations, books, pace, readings) ->
            loop.run(new Donating(node.campaigns(), donations, books), pace.openMax(), readings));
  }

  private BenchResult requesting(Measurement measurement, int campaigns)
      throws InterruptedException {
    return reconciled(measurement, campaigns, settings.httpCallers(), http(node.uri()));
  }

  private BenchResult streaming(Measurement measurement, int campaigns)
      throws InterruptedException {
    return reconciled(
        measurement, campaigns, settings.streamDonations(), grpc(GrpcLoad.Manner.STREAMS));
  }

  private BenchResult calling(Measurement measurement, int campaigns) throws InterruptedException {
    return reconciled(measurement, campaigns, settings.httpCallers(), grpc(GrpcLoad.Manner.CALLS));
  }

  private BenchResult ceiling(Measurement measurement) throws InterruptedException {
    NumberedDonations donations =
        new NumberedDonations(PREFIX, List.of(CampaignId.of("nobody")), SEED);
    int callers = settings.httpCallers();
    try (CeilingServer server = CeilingServer.start()) {
      LoadFigures figures = figures(http(server.uri()), donations, new DonationBooks(1), callers);
      return BenchResult.of(measurement, figures, callers, "a server that answers at once");
    }
  }

  private DonationLoad http(URI uri) {
    return new HttpLoad(List.of(uri), settings.httpConnections(), nanoTime);
  }

  private DonationLoad grpc(GrpcLoad.Manner manner) {
    return new GrpcLoad(
        List.of(node.uri()), manner, settings.httpConnections(), Time.until(new CountDownLatch(1)));
  }

  private LoadFigures figures(
      DonationLoad load, NumberedDonations donations, DonationBooks books, int callers)
      throws InterruptedException {
    LoadReadings readings =
        new LoadReadings(
            LoadWindow.after(nanoTime.getAsLong(), settings.warmup(), settings.measured()));
    load.run(donations, books, new Pace.Closed(callers), readings);
    return readings.figures();
  }

  /** Loads campaigns that were opened for it, and counts only if the node holds it all. */
  private BenchResult reconciled(
      Measurement measurement, int campaigns, int callers, DonationLoad load)
      throws InterruptedException {
    CampaignSet set = opened(measurement, campaigns);
    NumberedDonations donations = new NumberedDonations(PREFIX, set.ids(), SEED);
    DonationBooks books = new DonationBooks(campaigns);
    OptionalLong batchesBefore = JournalCount.batches(node.database());
    LoadFigures figures = figures(load, donations, books, callers);
    set.reconcile(books);
    OptionalLong batchesAfter = JournalCount.batches(node.database());
    long batches = batchesAfter.orElse(0) - batchesBefore.orElse(0);
    return BenchResult.of(measurement, figures, callers, "")
        .withBatches(
            batches > 0 ? (double) books.acknowledged() / batches : null, books.batchMax());
  }

  private BenchResult listening(Measurement measurement) throws InterruptedException {
    CampaignSet set = opened(measurement, 1);
    DonationBooks books = new DonationBooks(1);
    Listening.Reached reached =
        new Listening(node.uri(), LISTENERS, LISTENED_PER_SECOND, nanoTime)
            .run(
                node.campaigns(),
                new NumberedDonations(PREFIX, set.ids(), SEED),
                books,
                settings.warmup(),
                settings.measured());
    set.reconcile(books);
    return BenchResult.of(
        measurement,
        reached.donations(),
        0,
        "offered %,d a second, %d listeners; %s"
            .formatted(LISTENED_PER_SECOND, LISTENERS, reached));
  }

  private CampaignSet opened(Measurement measurement, int campaigns) throws InterruptedException {
    return CampaignSet.open(
        node.campaigns(), "bench-" + measurement.label() + "-" + run + "-", campaigns);
  }

  private BenchResult reading(Measurement measurement, int campaigns) throws InterruptedException {
    CampaignSet set = opened(measurement, campaigns);
    LoadFigures figures =
        loop.run(
            new Reading(node.campaigns(), set.ids()),
            READ_CALLERS,
            settings.warmup(),
            settings.measured());
    return BenchResult.of(measurement, figures, READ_CALLERS, "");
  }

  private BenchResult calculating(Measurement measurement) throws InterruptedException {
    LoadFigures figures =
        loop.run(
            new Calculating(node.zakat()), READ_CALLERS, settings.warmup(), settings.measured());
    return BenchResult.of(measurement, figures, READ_CALLERS, "");
  }

  private BenchResult sql(Measurement measurement, SqlLoad.Spread spread)
      throws InterruptedException {
    Optional<SqlLoad> pgbench = settings.jdbcBaseline() ? Optional.empty() : Pgbench.onPath();
    SqlLoad load = pgbench.orElseGet(() -> new JdbcClients(nanoTime));
    try (BaselineDatabase database = BaselineDatabase.create(node.database())) {
      LoadFigures figures =
          load.run(database.target(), spread, settings.warmup(), settings.measured());
      return BenchResult.of(measurement, figures, SQL_CLIENTS, load.name());
    } catch (IOException | SQLException | LoadFailure failed) {
      return BenchResult.missing(measurement, load.name() + " failed: " + failed.getMessage());
    }
  }

  private BenchResult elixir(Measurement measurement, String name) throws InterruptedException {
    try {
      if (elixirFigures == null) {
        elixirFigures = Elixir.onPath().orElseThrow().run();
      }
      Double perSecond = elixirFigures.get(name);
      return perSecond == null
          ? BenchResult.missing(measurement, "elixir printed no line " + name)
          : BenchResult.of(
              measurement, new LoadFigures(0, perSecond, null, null, Map.of()), READ_CALLERS, name);
    } catch (IOException | LoadFailure failed) {
      return BenchResult.missing(measurement, "elixir failed: " + failed.getMessage());
    }
  }
}
