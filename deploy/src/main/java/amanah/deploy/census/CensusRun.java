package amanah.deploy.census;

import amanah.deploy.faults.LiveLine;
import amanah.deploy.faults.NodePages;
import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.cluster.Nodes;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.load.Caller;
import amanah.deploy.faults.load.Doors;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One census from its first node to its last count. */
final class CensusRun {

  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration STEADY_FOR = Duration.ofSeconds(8);
  private static final Duration STEADY_MAX = Duration.ofMinutes(2);
  private static final Duration SLEEP_BEYOND = Duration.ofMinutes(2);
  private static final Duration CONNECT_MAX = Duration.ofSeconds(1);
  private static final Duration AWAY_MAX = Duration.ofMinutes(1);
  private static final int SAMPLE = 200;
  private static final long SLEEPERS_SALT = 1;
  private static final long SAMPLE_SALT = 2;
  private static final double SECOND_NANOS = 1e9;

  private final CensusSettings settings;
  private final LiveLine line;
  private final Pause pause;
  private final LongSupplier nanoTime = System::nanoTime;
  private final CountedCampaigns campaigns;
  private final List<Stage> stages = new ArrayList<>();
  private long beganNanos;
  private volatile long awakeNow;

  CensusRun(CensusSettings settings, LiveLine line, Pause pause) {
    this.settings = settings;
    this.line = line;
    this.pause = pause;
    this.campaigns = new CountedCampaigns(settings.seed(), settings.campaigns());
  }

  /** Does all of it. */
  CensusReport run() throws IOException, InterruptedException, SQLException {
    line.say("starting a database and " + settings.nodes() + " nodes");
    try (CensusScene scene = CensusScene.open(settings, pause);
        HttpClient http = client()) {
      Nodes nodes = scene.nodes();
      if (!nodes.whole(START_MAX)) {
        throw new Failure(
            ExitCode.UNAVAILABLE,
            "the nodes have not found one another within "
                + START_MAX.toSeconds()
                + " s, see their logs in "
                + settings.report());
      }
      line.say("waiting until shards have come to rest");
      nodes.steady(STEADY_FOR, STEADY_MAX);
      List<URI> uris = nodes.all().stream().map(node -> node.place().uri()).toList();
      try (Doors doors = new Doors(uris, http, pause, new Random(settings.seed()))) {
        doors.probe();
        return run(scene, http, new Caller(doors, http, pause, nanoTime, answer -> {}));
      }
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_MAX)
        .build();
  }

  private CensusReport run(CensusScene scene, HttpClient http, Caller caller)
      throws IOException, InterruptedException, SQLException {
    Nodes nodes = scene.nodes();
    beganNanos = nanoTime.getAsLong();
    stage(CensusReport.EMPTY, nodes);
    double openSeconds = seconds(() -> openAll(caller));
    // At once: those opened first go to sleep when their time is over.
    stage(CensusReport.OPENED, nodes);
    double sleepSeconds = seconds(() -> awaitSleep(nodes));
    stage(CensusReport.ASLEEP, nodes);
    List<Integer> sleepers = campaigns.sample(2 * settings.wakes(), SLEEPERS_SALT);
    Waking waking = new Waking(campaigns, sleepers, caller, pause, nanoTime);
    line.say("waking " + sleepers.size() + " of them, " + settings.wakesPerSecond() + " a second");
    drawn(
        () -> String.format(Locale.ROOT, "woken %,d of %,d", waking.settled(), sleepers.size()),
        () -> waking.wakeAll(settings.wakesPerSecond()));
    stage("woken", nodes);
    line.say("counting");
    return new CensusReport(
        settings,
        openSeconds,
        sleepSeconds,
        List.copyOf(stages),
        waking.reads(),
        waking.donations(),
        waking.failed(),
        waking.failures(),
        count(scene, http, sleepers));
  }

  private void openAll(Caller caller) throws InterruptedException, IOException {
    line.say("opening " + settings.campaigns() + " campaigns");
    Opening opening = new Opening(campaigns, caller);
    List<@Nullable String> refused = new ArrayList<>();
    drawn(
        new OpeningLine(opening, settings.campaigns()),
        () -> refused.add(opening.openAll(settings.openers())));
    String why = refused.getFirst();
    if (why != null) {
      throw new Failure(ExitCode.INCOMPLETE, "not all campaigns could be opened: " + why);
    }
  }

  private void awaitSleep(Nodes nodes) throws IOException, InterruptedException {
    line.say(
        "waiting until they sleep, who are not asked for " + settings.idle().toSeconds() + " s");
    drawn(
        () -> String.format(Locale.ROOT, "awake %,d", awakeNow),
        () -> pause.until(settings.idle().plus(SLEEP_BEYOND), () -> nobodyIsAwake(nodes)));
  }

  private boolean nobodyIsAwake(Nodes nodes) throws InterruptedException {
    long awake = 0;
    for (NodeProcess node : nodes.all()) {
      OptionalLong here = nodes.awake(node);
      if (here.isEmpty()) {
        return false;
      }
      awake += here.getAsLong();
    }
    awakeNow = awake;
    return awake == 0;
  }

  private Count count(CensusScene scene, HttpClient http, List<Integer> sleepers)
      throws IOException, InterruptedException, SQLException {
    Set<Integer> given = new HashSet<>();
    for (int turn = 0; turn < sleepers.size(); turn++) {
      if (Waking.isDonation(turn)) {
        given.add(sleepers.get(turn));
      }
    }
    Counting counting = new Counting(campaigns, given);
    try (Connection connection = scene.database().connect()) {
      counting.inJournal(connection);
    }
    counting.atNodes(
        scene.nodes().all(),
        campaigns.sample(SAMPLE, SAMPLE_SALT),
        new NodePages(http, pause, AWAY_MAX));
    return counting.count();
  }

  private void stage(String name, Nodes nodes) throws InterruptedException {
    line.say("measuring the nodes, " + name);
    List<OptionalLong> awake = new ArrayList<>();
    double second = (nanoTime.getAsLong() - beganNanos) / SECOND_NANOS;
    for (NodeProcess node : nodes.all()) {
      awake.add(nodes.awake(node));
    }
    List<Stage.NodeReading> readings = new ArrayList<>();
    for (NodeProcess node : nodes.all()) {
      readings.add(new Stage.NodeReading(awake.get(readings.size()), node.reading()));
    }
    stages.add(new Stage(name, second, List.copyOf(readings)));
  }

  /** Something that takes a while. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private double seconds(Work work) throws IOException, InterruptedException {
    long began = nanoTime.getAsLong();
    work.run();
    return (nanoTime.getAsLong() - began) / SECOND_NANOS;
  }

  private void drawn(Supplier<String> text, Work work) throws IOException, InterruptedException {
    Thread drawing = Thread.ofVirtual().start(() -> line.draw(text));
    try {
      work.run();
    } finally {
      drawing.interrupt();
    }
  }
}
