package amanah.deploy.load;

import amanah.deploy.client.Time;
import amanah.deploy.command.NodeUriConverter;
import amanah.deploy.faults.LiveLine;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.cluster.Undoings;
import amanah.deploy.load.loop.Pace;
import amanah.deploy.load.report.LatencyPlot;
import amanah.deploy.load.report.LoadJson;
import amanah.deploy.load.report.LoadReport;
import amanah.deploy.load.report.LoadText;
import amanah.deploy.node.NodeLauncher;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.OptionPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amanah load}: donations at a rate that does not care how the earlier ones fare. */
@Command(
    name = "load",
    description = "Donates at a rate, and says how many were acknowledged and how late.",
    footer = {
      "",
      "An open loop: donations are due at moments fixed beforehand, and latency counts from when",
      "one was due. When too many are open, those that are due are let go and counted as shed, and",
      "the load fails, since the rate was not reached.",
      "With --rate max a fixed number is kept open instead, to find out how many there can be.",
      "Afterwards the campaigns' totals are held against what was acknowledged. A plot, the",
      "figures and the logs of its own nodes go to the folder of the report. Exit code: 0 all",
      "agrees, 3 something acknowledged is missing, or something is there that nobody gave, 1 the",
      "load broke off or did not reach its rate.",
      "",
      "Examples:",
      "  amanah load --rate 1000 --seconds 30",
      "  amanah load --nodes 1 --rate max --stream --campaigns 1000",
    })
public final class LoadCommand implements Callable<Integer> {

  private static final URI USUAL_NODE = URI.create("http://127.0.0.1:8080");
  private static final int NODES_MAX = 9;
  private static final int SECONDS_MAX = 3_600;
  private static final int CAMPAIGNS_MAX = 100_000;
  private static final int CONNECTIONS_MAX = 64;
  private static final int OPEN_MAX = 100_000;
  private static final int RADIX = 36;

  private final NodeLauncher launcher;
  private final Supplier<StopRequest> stopRequests;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "1000",
      converter = RateConverter.class,
      description = "Donations a second, or max (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--poisson",
      description = "At random moments with that rate on average, instead of at an even pace.")
  private boolean poisson;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "How long it counts (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warmup",
      paramLabel = "S",
      defaultValue = "5",
      description = "How long it runs before it counts (default: ${DEFAULT-VALUE}).")
  private int warmupSeconds;

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many the donations are spread over (default: ${DEFAULT-VALUE}).")
  private int campaigns;

  @Option(names = "--http", description = "One HTTP request each; so it is unless said.")
  private boolean http;

  @Option(names = "--grpc", description = "One gRPC call each.")
  private boolean grpc;

  @Option(names = "--stream", description = "On gRPC streams, as many as connections.")
  private boolean stream;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "How many may be open (default: 2000, on streams 8000); with --rate max, how many are",
        "(default: 256, on streams 8000)."
      })
  private int inFlight;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many, in all (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = NodeUriConverter.class,
      description = "A node; may be repeated (default: http://127.0.0.1:8080).")
  private List<URI> urls = List.of();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "0",
      description = "Starts so many of its own, on a new database, instead of --url.")
  private int nodes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the donations, and of random moments (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the report goes (default: deploy/target/load/WHAT).")
  private @Nullable Path report;

  /** Starts nodes of its own by {@code launcher}, and ends early when a stop is requested. */
  public LoadCommand(NodeLauncher launcher, Supplier<StopRequest> stopRequests) {
    this.launcher = launcher;
    this.stopRequests = stopRequests;
  }

  @Override
  public Integer call() throws IOException {
    OptionPath.requireFolder("--report", report);
    LoadSettings settings = settings();
    StopRequest stop = stopRequests.get();
    LiveLine line = new LiveLine(command().commandLine().getErr(), Pause.until(stop.asked()));
    Thread stopping = stop.interrupting(Thread.currentThread());
    try {
      Files.createDirectories(settings.report());
      return written(loaded(settings, line, Time.until(stop.asked())), settings);
    } catch (InterruptedException asked) {
      throw new Failure(ExitCode.INCOMPLETE, "stopped before all was done", asked);
    } finally {
      stopping.interrupt();
    }
  }

  private LoadReport loaded(LoadSettings settings, LiveLine line, Time time)
      throws IOException, InterruptedException {
    String run = Long.toString(System.currentTimeMillis(), RADIX);
    if (nodes == 0) {
      List<URI> running = urls.isEmpty() ? List.of(USUAL_NODE) : urls;
      return new LoadRun(settings, running, line, time).run(run);
    }
    line.say("starting a database and nodes of its own: " + nodes);
    try (Undoings undoings = new Undoings()) {
      Path data = undoings.folder("amanah-load").resolve("database");
      List<URI> started = new CopyOnWriteArrayList<>();
      RunningNode cluster = launcher.start(new NodeSettings(nodes, 0, data, null), started::add);
      undoings.push(() -> keepLogs(data.resolve("log"), settings.report()));
      undoings.push(cluster::close);
      return new LoadRun(settings, started, line, time).run(run);
    }
  }

  private static void keepLogs(Path from, Path to) throws IOException {
    try (Stream<Path> logs = Files.list(from)) {
      for (Path log : logs.toList()) {
        Files.copy(log, to.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private int written(LoadReport done, LoadSettings settings) throws IOException {
    Path folder = settings.report();
    Files.writeString(folder.resolve("report.json"), LoadJson.text(done));
    Files.writeString(folder.resolve("latency.svg"), LatencyPlot.svg(done));
    PrintWriter out = command().commandLine().getOut();
    out.println("report: " + folder.resolve("latency.svg"));
    LoadText.lines(done).forEach(out::println);
    out.flush();
    return exitCode(done).number();
  }

  private static ExitCode exitCode(LoadReport done) {
    if (!done.books().agrees()) {
      return ExitCode.FINDINGS;
    }
    return done.holds() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private LoadSettings settings() {
    check("--seconds", seconds, 1, SECONDS_MAX);
    check("--warmup", warmupSeconds, 0, SECONDS_MAX);
    check("--campaigns", campaigns, 1, CAMPAIGNS_MAX);
    check("--in-flight", inFlight, 0, OPEN_MAX);
    check("--connections", connections, 1, CONNECTIONS_MAX);
    check("--nodes", nodes, 0, NODES_MAX);
    if (nodes > 0 && !urls.isEmpty()) {
      throw wrong("--nodes starts nodes of its own, and --url names others; expected one of them");
    }
    for (URI url : urls) {
      if (!"http".equals(url.getScheme())) {
        throw wrong("--url " + url + ", expected http: nodes speak it without TLS");
      }
    }
    Door door = door();
    return new LoadSettings(
        door,
        pace(door),
        campaigns,
        Duration.ofSeconds(warmupSeconds),
        Duration.ofSeconds(seconds),
        connections,
        seed,
        folder(door));
  }

  private Door door() {
    if (http && (grpc || stream)) {
      throw wrong("--http goes with neither --grpc nor --stream");
    }
    if (stream) {
      return Door.STREAM;
    }
    return grpc ? Door.GRPC : Door.HTTP;
  }

  private Pace pace(Door door) {
    if (rate == RateConverter.MAX) {
      return new Pace.Closed(inFlight == 0 ? door.closedOpenMax() : inFlight);
    }
    int openMax = inFlight == 0 ? door.openMax() : inFlight;
    return poisson ? new Pace.Random(rate, openMax, seed) : new Pace.Even(rate, openMax);
  }

  private Path folder(Door door) {
    String home = System.getenv().getOrDefault("AMANAH_HOME", ".");
    String what =
        "%s-%d-%s-%d"
            .formatted(
                door.label(),
                campaigns,
                rate == RateConverter.MAX ? "max" : String.format(Locale.ROOT, "%.0f", rate),
                seed);
    Path folder = report == null ? Path.of(home, "target", "load", what) : report;
    return folder.toAbsolutePath().normalize();
  }

  private void check(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw wrong(option + " " + value + ", expected " + min + " to " + max);
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
