package amanah.deploy.bench;

import amanah.deploy.bench.baseline.ServerSettings;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.node.DataFolder;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.OptionPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amanah bench}: the node beside plain SQL and Elixir, on this machine, as ratios. */
@Command(
    name = "bench",
    description = "Measures a node of its own beside plain SQL and Elixir, and prints the ratios.",
    footer = {
      "",
      "Names: hot, sql-hot, http-hot, stream-hot, grpc-hot, spread, sql-spread, http-spread,",
      "stream-spread, grpc-spread, http-ceiling, listeners, read-one, read-many, zakat-cached,",
      "elixir-get-one, elixir-get-many, elixir-add-one, elixir-add-many, elixir-zakat.",
      "",
      "Plain SQL runs with pgbench where it is installed, otherwise over JDBC; the Elixir lines",
      "need elixir on the PATH. After each measurement the campaigns are held against what was",
      "acknowledged. Exit code: 0 measured, 1 the node lost a donation or an answer.",
      "",
      "Examples:",
      "  amanah bench",
      "  amanah bench --only hot,sql-hot --seconds 5 --warmup 3",
    })
public final class BenchCommand implements Callable<Integer> {

  private static final int HOT_CALLERS = 512;
  private static final int SPREAD_CALLERS = 1_024;
  private static final int CALLERS_MAX = 100_000;
  private static final int SECONDS_MAX = 3_600;
  private static final int RADIX = 36;

  /** Set by the launcher script when standard error is a terminal. */
  private static final String COLUMNS = "amanah.terminal.columns";

  private final BenchNodes nodes;
  private final Supplier<StopRequest> stopRequests;
  private final LongSupplier nanoTime = System::nanoTime;
  private final List<BenchResult> results = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "How long each measurement counts (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warmup",
      paramLabel = "S",
      defaultValue = "5",
      description = "How long each runs before it counts (default: ${DEFAULT-VALUE}).")
  private int warmupSeconds;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "0",
      description = "Donations in flight in this process (default: 512 hot, 1024 spread).")
  private int concurrency;

  @Option(
      names = "--http-concurrency",
      paramLabel = "N",
      defaultValue = "256",
      description = "Requests or gRPC calls in flight (default: ${DEFAULT-VALUE}).")
  private int httpConcurrency;

  @Option(
      names = "--stream-concurrency",
      paramLabel = "N",
      defaultValue = "8000",
      description = "Donations in flight on streams (default: ${DEFAULT-VALUE}).")
  private int streamConcurrency;

  @Option(
      names = "--http-connections",
      paramLabel = "N",
      defaultValue = "2",
      description = {
        "HTTP/2 connections that share them, and as many streams (default: ${DEFAULT-VALUE})."
      })
  private int httpConnections;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Takes these measurements alone.")
  private List<String> only = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the database is kept (default: a temporary folder, deleted at the end).")
  private @Nullable Path data;

  @Option(
      names = "--jdbc-baseline",
      description = "Runs the plain SQL over JDBC even where pgbench is installed.")
  private boolean jdbcBaseline;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
  private @Nullable Path json;

  /** Measures nodes that {@code nodes} starts, and ends early when a stop is requested. */
  public BenchCommand(BenchNodes nodes, Supplier<StopRequest> stopRequests) {
    this.nodes = nodes;
    this.stopRequests = stopRequests;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    BenchSettings settings = settings();
    if (data != null) {
      DataFolder.check(data);
    }
    OptionPath.requireFile("--json", json);
    Path folder = data == null ? Files.createTempDirectory("amanah-bench") : data;
    // The database outlives a process that just ends, so a stop goes through the same close.
    Thread stopping = stopRequests.get().interrupting(Thread.currentThread());
    say("starting a node");
    try (BenchNode node = nodes.start(folder.toAbsolutePath())) {
      return measure(node, settings, Files.getFileStore(folder).type());
    } catch (InterruptedException asked) {
      throw new Failure(ExitCode.INCOMPLETE, "stopped before all was measured", asked);
    } finally {
      stopping.interrupt();
      if (data == null) {
        delete(folder);
      }
    }
  }

  private int measure(BenchNode node, BenchSettings settings, String fileSystem)
      throws IOException, InterruptedException, SQLException {
    MachineGauge gauge = new MachineGauge(nanoTime);
    ServerSettings server = ServerSettings.of(node.database());
    String machine = gauge.machine() + "\n" + postgres(server) + ", data on " + fileSystem;
    String run = Long.toString(System.currentTimeMillis(), RADIX);
    int code = ExitCode.DONE.number();
    try {
      new Bench(node, settings, run, gauge, nanoTime).run(this::began, this::ended);
    } catch (LoadFailure lost) {
      say("VOID: " + lost.getMessage());
      code = ExitCode.INCOMPLETE.number();
    }
    BenchReport report = new BenchReport(machine, results);
    PrintWriter out = command().commandLine().getOut();
    ReportTable.lines(report).forEach(out::println);
    if (code == ExitCode.INCOMPLETE.number()) {
      out.println("VOID: a measurement failed, see above; these figures are not to be used.");
    }
    out.flush();
    if (json != null) {
      Files.writeString(json, ReportJson.text(report));
    }
    return code;
  }

  private static String postgres(ServerSettings server) {
    return "PostgreSQL %s, fsync %s, synchronous_commit %s%s"
        .formatted(
            server.version(),
            server.fsync(),
            server.synchronousCommit(),
            server.durable() ? "" : " -- NOT DURABLE: a power cut loses what was acknowledged");
  }

  /** On a terminal, the result takes the line that announced it. */
  private void began(Measurement measurement) {
    if (Integer.getInteger(COLUMNS, 0) > 0) {
      PrintWriter err = command().commandLine().getErr();
      err.print(measurement.label() + " ...\r");
      err.flush();
    }
  }

  private void ended(BenchResult result) {
    results.add(result);
    LoadFigures figures = result.figures();
    say(
        String.format(
            Locale.ROOT,
            "%-16s%s",
            result.measurement().label(),
            figures == null
                ? result.note()
                : String.format(Locale.ROOT, "%,12.0f/s", figures.perSecond())));
  }

  private BenchSettings settings() {
    check("--seconds", seconds, 1, SECONDS_MAX);
    check("--warmup", warmupSeconds, 0, SECONDS_MAX);
    check("--concurrency", concurrency, 0, CALLERS_MAX);
    check("--http-concurrency", httpConcurrency, 1, CALLERS_MAX);
    check("--stream-concurrency", streamConcurrency, 1, CALLERS_MAX);
    check("--http-connections", httpConnections, 1, httpConcurrency);
    return new BenchSettings(
        measurements(),
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmupSeconds),
        concurrency == 0 ? HOT_CALLERS : concurrency,
        concurrency == 0 ? SPREAD_CALLERS : concurrency,
        httpConcurrency,
        httpConnections,
        streamConcurrency,
        jdbcBaseline);
  }

  private Set<Measurement> measurements() {
    if (only.isEmpty()) {
      return EnumSet.allOf(Measurement.class);
    }
    Set<Measurement> chosen = EnumSet.noneOf(Measurement.class);
    for (String name : only) {
      chosen.add(
          Measurement.named(name)
              .orElseThrow(
                  () -> wrong("--only " + name + " is not a measurement, see --help for names")));
    }
    return chosen;
  }

  private void check(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw wrong(option + " " + value + ", expected " + min + " to " + max);
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private void say(String line) {
    PrintWriter err = command().commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
