package amanah.deploy.census;

import amanah.deploy.faults.LiveLine;
import amanah.deploy.faults.cluster.Pause;
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
import java.util.Objects;
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

/** {@code amanah census}: many campaigns on a cluster of its own, asleep and awake. */
@Command(
    name = "census",
    description = "Opens many campaigns on a cluster of its own, lets them sleep, and wakes some.",
    footer = {
      "",
      "Measures how fast campaigns are opened, what the nodes hold while they are awake and when",
      "they sleep, and how long a sleeping one needs for its first answer, to a read and to a",
      "donation. Then it counts them. A campaign of the census goes to sleep after --idle seconds",
      "instead of the 120 of a node by default, long enough that none does while others are being",
      "opened. The report and the nodes' logs are written to the folder of the report. Exit code:",
      "0 every campaign is there, and 99 of 100 woke in less than 50 ms, 1 not.",
      "",
      "Examples:",
      "  amanah census --campaigns 2000",
      "  amanah census --campaigns 100000 --nodes 3",
    })
public final class CensusCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(CensusCommand.class);
  private static final int CAMPAIGNS_MAX = 1_000_000;
  private static final int NODES_MAX = 9;
  private static final int HEAP_MIN = 128;
  private static final int HEAP_MAX = 65_536;
  private static final int IDLE_MAX = 3600;
  private static final int AWAKE_MAX = 1_000_000;
  private static final int OPENERS_MAX = 1000;
  private static final int WAKES_MAX = 100_000;
  private static final int RATE_MAX = 10_000;

  /** Enough for a node and some hundred campaigns; each more that is awake has its share. */
  private static final int HEAP_OF_A_NODE_MEGABYTES = 300;

  private static final long HEAP_OF_A_CAMPAIGN_BYTES = 32 * 1024L;
  private static final long MEGABYTE_BYTES = 1024 * 1024L;

  /** Fewer than a cluster on two cores opens. */
  private static final int OPENED_PER_SECOND_MIN = 250;

  private static final int IDLE_MIN = 10;

  private final Supplier<StopRequest> stopRequests;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many are opened (default: ${DEFAULT-VALUE}).")
  private int campaigns;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the campaigns and of who is woken (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--idle",
      paramLabel = "S",
      defaultValue = "0",
      description = {
        "After how many seconds a campaign that nobody asks goes to sleep (default: 10, and one",
        "more for every 250 campaigns)."
      })
  private int idle;

  @Option(
      names = "--awake",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many may be awake on a node (default: ${DEFAULT-VALUE}).")
  private int awake;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "0",
      description = "The heap of one node in megabytes (default: by the campaigns).")
  private int heapMegabytes;

  @Option(
      names = "--openers",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many campaigns are opened at a time (default: ${DEFAULT-VALUE}).")
  private int openers;

  @Option(
      names = "--wakes",
      paramLabel = "N",
      defaultValue = "2000",
      description = {
        "How many are woken by a read, and as many by a donation, at most all of them (default:",
        "${DEFAULT-VALUE})."
      })
  private int wakes;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many are woken a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the report goes (default: deploy/target/census/SEED).")
  private @Nullable Path report;

  /** Ends early when a stop is requested. */
  public CensusCommand(Supplier<StopRequest> stopRequests) {
    this.stopRequests = stopRequests;
  }

  @Override
  public Integer call() {
    OptionPath.requireFolder("--report", report);
    check("--campaigns", campaigns, 2, CAMPAIGNS_MAX);
    check("--nodes", nodes, 1, NODES_MAX);
    check("--idle", idle, 0, IDLE_MAX);
    check("--awake", awake, 1, AWAKE_MAX);
    if (heapMegabytes != 0) {
      check("--heap", heapMegabytes, HEAP_MIN, HEAP_MAX);
    }
    check("--openers", openers, 1, OPENERS_MAX);
    check("--wakes", wakes, 1, WAKES_MAX);
    check("--rate", rate, 1, RATE_MAX);
    CensusSettings settings = settings();
    Pause pause = Pause.until(stopRequests.get().asked());
    PrintWriter err = command().commandLine().getErr();
    LiveLine line = new LiveLine(err, pause);
    line.say(
        "nodes with %d MB of heap, where a campaign sleeps that nobody asks for %d s, a census of %d"
            .formatted(
                settings.heapMegabytes(), settings.idle().toSeconds(), settings.campaigns()));
    try {
      return written(new CensusRun(settings, line, pause).run());
    } catch (InterruptedException asked) {
      throw new Failure(ExitCode.INCOMPLETE, "stopped before all was done", asked);
    } catch (IOException | SQLException failed) {
      LOG.error("the census could not be done", failed);
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the census could not be done to its end: " + failed.getMessage(),
          failed);
    }
  }

  private int written(CensusReport done) throws IOException {
    Path file = done.settings().report().resolve("report.json");
    Files.writeString(file, CensusJson.text(done));
    PrintWriter out = command().commandLine().getOut();
    out.println("report: " + file);
    CensusText.lines(done).forEach(out::println);
    out.flush();
    return (done.holds() ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
  }

  private CensusSettings settings() {
    String home = System.getenv().getOrDefault("AMANAH_HOME", ".");
    Path folder = report == null ? Path.of(home, "target", "census", seed + "") : report;
    int idleSeconds = idle == 0 ? IDLE_MIN + campaigns / OPENED_PER_SECOND_MIN : idle;
    return new CensusSettings(
        seed,
        campaigns,
        nodes,
        heapMegabytes == 0 ? heapByCampaigns() : heapMegabytes,
        Duration.ofSeconds(idleSeconds),
        awake,
        openers,
        Math.min(wakes, campaigns / 2),
        rate,
        folder.toAbsolutePath().normalize());
  }

  private int heapByCampaigns() {
    long awakeOnOne = Math.min(awake, campaigns / nodes + 1);
    return Math.toIntExact(
        HEAP_OF_A_NODE_MEGABYTES + awakeOnOne * HEAP_OF_A_CAMPAIGN_BYTES / MEGABYTE_BYTES);
  }

  private void check(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(
          command().commandLine(), option + " " + value + ", expected " + min + " to " + max);
    }
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
