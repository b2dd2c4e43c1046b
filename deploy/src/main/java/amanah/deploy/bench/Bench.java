package amanah.deploy.bench;

import amanah.deploy.bench.baseline.BaselineDatabase;
import amanah.deploy.bench.baseline.Elixir;
import amanah.deploy.bench.baseline.JdbcClients;
import amanah.deploy.bench.baseline.JournalCount;
import amanah.deploy.bench.baseline.Pgbench;
import amanah.deploy.bench.baseline.SqlLoad;
import amanah.deploy.bench.http.CeilingServer;
import amanah.deploy.bench.http.HttpLoad;
import amanah.deploy.bench.http.Listening;
import amanah.deploy.bench.load.Calculating;
import amanah.deploy.bench.load.CampaignSet;
import amanah.deploy.bench.load.ClosedLoop;
import amanah.deploy.bench.load.Donating;
import amanah.deploy.bench.load.DonationBooks;
import amanah.deploy.bench.load.DonationStream;
import amanah.deploy.bench.load.LoadFailure;
import amanah.deploy.bench.load.LoadFigures;
import amanah.deploy.bench.load.Reading;
import amanah.id.CampaignId;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        (stream, books) ->
            loop.run(
                new Donating(node.campaigns(), stream, books),
                callers,
                settings.warmup(),
                settings.measured()));
  }

  private BenchResult requesting(Measurement measurement, int campaigns)
      throws InterruptedException {
    return reconciled(
        measurement,
        campaigns,
        settings.httpCallers(),
        (stream, books) -> http(node.uri(), stream, books));
  }

  private BenchResult ceiling(Measurement measurement) throws InterruptedException {
    List<CampaignId> nobody = List.of(CampaignId.of("nobody"));
    try (CeilingServer server = CeilingServer.start()) {
      LoadFigures figures =
          http(server.uri(), new DonationStream("b", nobody), new DonationBooks(1));
      return BenchResult.of(
          measurement, figures, settings.httpCallers(), "a server that answers at once");
    }
  }

  private LoadFigures http(URI uri, DonationStream stream, DonationBooks books)
      throws InterruptedException {
    return new HttpLoad(uri, settings.httpConnections(), nanoTime)
        .run(stream, books, settings.httpCallers(), settings.warmup(), settings.measured());
  }

  /** Loads campaigns that were opened for it, and counts only if the node holds it all. */
  private BenchResult reconciled(
      Measurement measurement, int campaigns, int callers, DonationLoad load)
      throws InterruptedException {
    CampaignSet set = opened(measurement, campaigns);
    DonationStream stream = new DonationStream("b", set.ids());
    DonationBooks books = new DonationBooks(campaigns);
    OptionalLong batchesBefore = JournalCount.batches(node.database());
    LoadFigures figures = load.run(stream, books);
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
                new DonationStream("b", set.ids()),
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

  /** A way to donate. */
  private interface DonationLoad {
    LoadFigures run(DonationStream stream, DonationBooks books) throws InterruptedException;
  }
}
