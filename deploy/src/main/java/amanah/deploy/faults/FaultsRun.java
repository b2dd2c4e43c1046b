package amanah.deploy.faults;

import amanah.deploy.faults.books.CampaignNames;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.kind.Blow;
import amanah.deploy.faults.kind.FaultKind;
import amanah.deploy.faults.kind.FaultKinds;
import amanah.deploy.faults.kind.FaultSchedule;
import amanah.deploy.faults.kind.Site;
import amanah.deploy.faults.load.Doors;
import amanah.deploy.faults.load.Load;
import amanah.deploy.faults.load.LoadSettings;
import amanah.deploy.faults.load.Meter;
import amanah.deploy.faults.report.FaultRecord;
import amanah.deploy.faults.report.Growth;
import amanah.deploy.faults.report.Holding;
import amanah.deploy.faults.report.RunReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from its first node to its last check. */
final class FaultsRun {

  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final Duration REST = Duration.ofSeconds(3);
  private static final Duration ENDS_BEYOND = Duration.ofMinutes(15);
  private static final Duration CLOSE_EACH_MIN = Duration.ofSeconds(20);
  private static final Duration CONNECT_MAX = Duration.ofSeconds(1);
  private static final int IN_FLIGHT_MAX = 20_000;
  private static final int CLOSES = 6;
  private static final Logger LOG = LoggerFactory.getLogger(FaultsRun.class);

  private final FaultsSettings settings;
  private final Map<FaultKind, String> skipped;
  private final LiveLine line;
  private final Pause pause;
  private final InstantSource clock;
  private final LongSupplier nanoTime = System::nanoTime;
  private final List<FaultRecord> faults = new ArrayList<>();

  FaultsRun(
      FaultsSettings settings,
      Map<FaultKind, String> skipped,
      LiveLine line,
      Pause pause,
      InstantSource clock) {
    this.settings = settings;
    this.skipped = skipped;
    this.line = line;
    this.pause = pause;
    this.clock = clock;
  }

  /** Does all of it. */
  RunReport run() throws IOException, InterruptedException {
    List<String> campaigns = CampaignNames.of(settings.campaigns(), settings.quiet());
    PlannedDonations planned = new PlannedDonations(settings.seed(), campaigns);
    line.say("starting a database and " + settings.nodes() + " nodes");
    try (Scene scene = Scene.open(settings, campaigns, pause);
        SecondBook book =
            SecondBook.open(planned, settings.report().resolve("acknowledged.ndjson"));
        HttpClient http = client()) {
      if (!scene.site().nodes().whole(START_MAX)) {
        throw new IOException(
            "the nodes have not found one another within "
                + START_MAX.toSeconds()
                + " s, see their logs in "
                + settings.report());
      }
      return run(scene.site(), book, http);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_MAX)
        .build();
  }

  private RunReport run(Site site, SecondBook book, HttpClient http)
      throws IOException, InterruptedException {
    List<URI> uris = site.nodes().all().stream().map(node -> node.place().uri()).toList();
    try (Doors doors = new Doors(uris, http, pause, new Random(settings.seed()))) {
      doors.probe();
      return run(site, book, http, doors);
    }
  }

  private RunReport run(Site site, SecondBook book, HttpClient http, Doors doors)
      throws IOException, InterruptedException {
    Meter meter = new Meter(site.campaigns().size(), nanoTime);
    Load load = new Load(load(), book, meter, doors, http, pause, nanoTime);
    line.say("opening " + site.campaigns().size() + " campaigns");
    load.open(clock);
    Striking striking =
        new Striking(
            site.with(load.callers()),
            meter,
            campaign -> campaign < settings.campaigns() && !book.isClosing(campaign),
            nanoTime,
            settings.anyMoment());
    Thread drawing =
        Thread.ofVirtual()
            .start(() -> line.draw(new LoadLine(meter, load, striking::now, nanoTime)));
    List<Finding> findings = new ArrayList<>();
    List<Holding> start;
    try {
      load.begin();
      pause.await(WARM);
      start = holdings(site);
      strikeAll(striking, book, findings);
      if (!load.end()) {
        findings.add(
            new Finding(
                Finding.Kind.UNCLASSIFIED, -1, load.inFlight() + " donations never settled"));
      }
    } finally {
      drawing.interrupt();
    }
    double seconds = (nanoTime.getAsLong() - meter.beganNanos()) / 1e9;
    book.flush();
    line.say("at rest; holding the books against the journal");
    pause.await(REST);
    findings.addAll(load.findings().kept());
    findings.addAll(new Reckoning(site, book, http).findings(settings.seed()));
    Growth growth = new Growth(start, holdings(site), meter.totals().acknowledged());
    return new Verdict(settings, skipped, faults, findings)
        .report(meter, seconds, site.nodes().ends(), growth);
  }

  private static List<Holding> holdings(Site site) throws InterruptedException {
    List<Holding> holdings = new ArrayList<>();
    for (NodeProcess node : site.nodes().all()) {
      int number = node.place().number();
      int sessions = site.database().proxies().get(number).sessions();
      holdings.add(new Holding(number, node.reading(), sessions));
    }
    return holdings;
  }

  /** A fault that cannot even be tried ends the faults, and not the check of the books. */
  private void strikeAll(Striking striking, SecondBook book, List<Finding> findings)
      throws InterruptedException {
    try {
      strikeAll(striking, book);
    } catch (IOException failed) {
      LOG.error("no more faults can be done", failed);
      findings.add(
          new Finding(
              Finding.Kind.UNCLASSIFIED,
              -1,
              "no more faults could be done: " + failed.getMessage()));
    }
  }

  private void strikeAll(Striking striking, SecondBook book)
      throws IOException, InterruptedException {
    FaultSchedule schedule =
        new FaultSchedule(settings.seed(), settings.kinds(), settings.seconds());
    long began = nanoTime.getAsLong();
    for (int round = 0; goesOn(round, began); round++) {
      for (Blow blow : schedule.round()) {
        if (!goesOn(round, began)) {
          return;
        }
        FaultRecord done = striking.strike(FaultKinds.named(blow.kind()).orElseThrow(), blow);
        faults.add(done);
        book.flush();
        line.say(sentence(done));
      }
    }
  }

  private static String sentence(FaultRecord done) {
    return "%s on %s%s: %s"
        .formatted(
            done.blow().kind(),
            done.target(),
            done.detail().isEmpty() ? "" : " (" + done.detail() + ")",
            done.broken().isEmpty() ? "well" : String.join("; ", done.broken()));
  }

  private boolean goesOn(int round, long began) {
    return settings.length().isZero()
        ? round < settings.times()
        : nanoTime.getAsLong() - began < settings.length().toNanos();
  }

  private LoadSettings load() {
    Duration closeEach = settings.length().dividedBy(CLOSES);
    return new LoadSettings(
        settings.seed(),
        settings.donationsPerSecond(),
        IN_FLIGHT_MAX,
        closeEach.compareTo(CLOSE_EACH_MIN) > 0 ? closeEach : CLOSE_EACH_MIN,
        settings.length().plus(ENDS_BEYOND).plus(ENDS_BEYOND));
  }
}
