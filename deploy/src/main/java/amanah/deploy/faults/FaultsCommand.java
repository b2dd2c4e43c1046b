package amanah.deploy.faults;

import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.cluster.Signals;
import amanah.deploy.faults.database.SmallDisk;
import amanah.deploy.faults.kind.FaultKind;
import amanah.deploy.faults.kind.FaultKinds;
import amanah.deploy.faults.network.Namespaces;
import amanah.deploy.faults.report.ReportHtml;
import amanah.deploy.faults.report.ReportJson;
import amanah.deploy.faults.report.ReportText;
import amanah.deploy.faults.report.RunReport;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.OptionPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amanah faults}: a cluster of its own, under load, struck, and held to account. */
@Command(
    name = "faults",
    description = "Strikes a cluster of its own under load, and checks every acknowledgement.",
    footer = {
      "",
      "Kinds of nodes: kill, kill-two, kill-zakat, kill-in-snapshot, pause, pause-40,",
      "starved-cpu, stop, rolling, clock; of the network: partition, one-way, flapping, bridge,",
      "slow-network; of the database: database-kill, database-restart, database-pause,",
      "standby-failover, connections-cut, held-key, late-commit, reply-cut, disk-full, bit-flip,",
      "snapshot-flip; and nemesis, which is two or three of them at once. A pause is drawn around",
      "the time in which others take over what the paused node ran; as it goes on it is beset",
      "with questions.",
      "",
      "Beside the busy campaigns are quiet ones, given to once in 20 to 60 s and asked all the",
      "time through every node: a node that was overtaken is found out there. An answer that is",
      "not true is counted as wrong, in a column of its own.",
      "",
      "The same seed is the same schedule. The network's kinds, nemesis, starved-cpu and disk-full",
      "need root on Linux, and are skipped elsewhere. The report, the nodes' logs and every",
      "acknowledgement are",
      "written to the folder of the report. Exit code: 0 every promise was kept, 1 not, or",
      "nothing was proven.",
      "",
      "Examples:",
      "  amanah faults --seed 1 --only kill --times 1",
      "  amanah faults --seed 1 --minutes 60",
    })
public final class FaultsCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(FaultsCommand.class);
  private static final int NODES_MAX = 9;
  private static final int MINUTES_MAX = 24 * 60;
  private static final int TIMES_MAX = 1000;
  private static final int CAMPAIGNS_MAX = 10_000;
  private static final int QUIET_MAX = 200;
  private static final int RATE_MAX = 10_000;
  private static final int SECONDS_MAX = 600;
  private static final int HEAP_MIN = 128;
  private static final int HEAP_MAX = 16_384;
  private static final int NODES_OF_A_MAJORITY = 3;

  private final Supplier<StopRequest> stopRequests;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the schedule, the donations and the callers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "0",
      description = "Goes on with rounds of all kinds for so long, instead of --times.")
  private int minutes;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often each kind is done (default: ${DEFAULT-VALUE}).")
  private int times;

  @Option(names = "--only", paramLabel = "KIND", split = ",", description = "These kinds alone.")
  private List<String> only = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "0",
      description = "How long each fault lasts that lasts (default: what its kind says).")
  private int seconds;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "300",
      description = "The heap of one node in megabytes (default: ${DEFAULT-VALUE}).")
  private int heapMegabytes;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "300",
      description = "Donations a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      defaultValue = "60",
      description = "How many campaigns (default: ${DEFAULT-VALUE}).")
  private int campaigns;

  @Option(
      names = "--quiet",
      paramLabel = "N",
      defaultValue = "12",
      description = "How many quiet campaigns beside them (default: ${DEFAULT-VALUE}).")
  private int quiet;

  @Option(
      names = "--any-moment",
      description = {
        "Strikes also while shards move; else each fault waits until they have come to rest, so",
        "that it is known which campaigns were struck."
      })
  private boolean anyMoment;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the report goes (default: deploy/target/faults/SEED).")
  private @Nullable Path report;

  /** Ends early when a stop is requested. */
  public FaultsCommand(Supplier<StopRequest> stopRequests) {
    this.stopRequests = stopRequests;
  }

  @Override
  public Integer call() {
    OptionPath.requireFolder("--report", report);
    check("--minutes", minutes, 0, MINUTES_MAX);
    check("--times", times, 1, TIMES_MAX);
    check("--seconds", seconds, 0, SECONDS_MAX);
    check("--nodes", nodes, 1, NODES_MAX);
    check("--heap", heapMegabytes, HEAP_MIN, HEAP_MAX);
    check("--rate", rate, 1, RATE_MAX);
    check("--campaigns", campaigns, 1, CAMPAIGNS_MAX);
    check("--quiet", quiet, 0, QUIET_MAX);
    Map<FaultKind, String> skipped = new LinkedHashMap<>();
    FaultsSettings settings = settings(kinds(skipped));
    Pause pause = Pause.until(stopRequests.get().asked());
    PrintWriter err = command().commandLine().getErr();
    LiveLine line = new LiveLine(err, pause);
    skipped.forEach((kind, why) -> line.say(kind.name() + " is skipped: " + why));
    if (settings.kinds().isEmpty()) {
      err.flush();
      throw new Failure(ExitCode.INCOMPLETE, "nothing is left to do: every kind is skipped");
    }
    try {
      return written(
          new FaultsRun(settings, skipped, line, pause, InstantSource.system()).run(), settings);
    } catch (InterruptedException asked) {
      throw new Failure(ExitCode.INCOMPLETE, "stopped before all was done", asked);
    } catch (IOException | UncheckedIOException failed) {
      LOG.error("the run could not be done", failed);
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the run could not be done to its end: " + failed.getMessage(),
          failed);
    }
  }

  private int written(RunReport run, FaultsSettings settings) throws IOException {
    Path folder = settings.report();
    Files.writeString(folder.resolve("report.json"), ReportJson.text(run));
    Files.writeString(folder.resolve("report.html"), ReportHtml.text(run));
    PrintWriter out = command().commandLine().getOut();
    out.println("report: " + folder.resolve("report.html"));
    ReportText.lines(run).forEach(out::println);
    out.flush();
    return (run.holds() ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
  }

  private List<FaultKind> kinds(Map<FaultKind, String> skipped) {
    List<FaultKind> chosen = new ArrayList<>();
    for (FaultKind kind : asked()) {
      Optional<String> hindrance = hindrance(kind);
      if (hindrance.isPresent()) {
        skipped.put(kind, hindrance.get());
      } else {
        chosen.add(kind);
      }
    }
    return chosen;
  }

  private List<FaultKind> asked() {
    if (only.isEmpty()) {
      return FaultKinds.all();
    }
    return only.stream()
        .map(
            name ->
                FaultKinds.named(name)
                    .orElseThrow(
                        () -> wrong("--only " + name + " is not a kind, see --help for them")))
        .toList();
  }

  private Optional<String> hindrance(FaultKind kind) {
    Optional<String> few =
        nodes < NODES_OF_A_MAJORITY ? Optional.of("it needs 3 nodes") : Optional.empty();
    return switch (kind.need()) {
      case NOTHING -> Optional.empty();
      case THREE_NODES -> few;
      case NAMESPACES -> few.or(Namespaces::hindrance);
      case ROOT -> Signals.reniceHindrance();
      case SMALL_DISK -> SmallDisk.hindrance();
    };
  }

  private FaultsSettings settings(List<FaultKind> kinds) {
    String home = System.getenv().getOrDefault("AMANAH_HOME", ".");
    Path folder = report == null ? Path.of(home, "target", "faults", seed + "") : report;
    return new FaultsSettings(
        seed,
        kinds,
        times,
        Duration.ofMinutes(minutes),
        seconds,
        nodes,
        heapMegabytes,
        campaigns,
        quiet,
        rate,
        anyMoment,
        folder.toAbsolutePath().normalize());
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
