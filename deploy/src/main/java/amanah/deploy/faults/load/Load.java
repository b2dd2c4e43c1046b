package amanah.deploy.faults.load;

import amanah.client.Timing;
import amanah.deploy.faults.books.Acknowledgement;
import amanah.deploy.faults.books.CampaignNames;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.kind.Callers;
import com.linecorp.armeria.common.CommonPools;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Donations at a rate that does not care how the earlier ones fare, each with a caller of its own
 * who stays until it is settled. Every other campaign is given to over gRPC; what follows a
 * donation goes over HTTP in any case, so that each door has to know what came through the other.
 */
public final class Load {

  private static final Logger LOG = LoggerFactory.getLogger(Load.class);
  private static final Duration STEP = Duration.ofMillis(5);
  private static final Duration SETTLED_MAX = Duration.ofSeconds(150);

  /** To a campaign that is closed goes only one of so many donations. */
  private static final int TO_CLOSED_EACH = 10;

  private static final double GROWING_SECONDS = 15;
  private static final double SECOND_NANOS = 1e9;

  private final LoadSettings settings;
  private final SecondBook book;
  private final Bodies bodies;
  private final Meter meter;
  private final Findings findings;
  private final Caller caller;
  private final GrpcDonor donor;
  private final FollowUps followUps;
  private final Calculations calculations;
  private final Changes changes;
  private final ZakatErrands zakat;
  private final Listeners listeners;
  private final QuietCampaigns quiet;
  private final CalledUpon calledUpon;
  private final int nodes;
  private final int busy;
  private final Lifecycles lifecycles;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private final Semaphore room;
  private final AtomicIntegerArray closedEarly;
  private final AtomicBoolean going = new AtomicBoolean(true);

  /** A load that has not begun. */
  public Load(
      LoadSettings settings,
      SecondBook book,
      Meter meter,
      Doors doors,
      HttpClient http,
      Pause pause,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.book = book;
    this.bodies = new Bodies(book.planned());
    this.meter = meter;
    this.findings = new Findings(meter);
    this.pause = pause;
    this.nanoTime = nanoTime;
    Recorder recorder = new Recorder(book, meter);
    this.caller = new Caller(doors, http, pause, nanoTime, recorder);
    this.donor =
        new GrpcDonor(
            doors,
            book.planned(),
            settings.inFlightMax(),
            Timing.by(CommonPools.workerGroup()),
            recorder);
    this.followUps = new FollowUps(caller, book, findings, meter.totals(), pause);
    this.calculations =
        new Calculations(
            new Caller(doors, http, pause, nanoTime, answer -> {}), bodies, meter, findings, pause);
    int campaigns = book.planned().campaigns().size();
    this.changes = new Changes(caller, bodies, campaigns, meter, findings, pause);
    this.zakat =
        new ZakatErrands(
            new Caller(
                doors, http, pause, nanoTime, new ZakatRecorder(book.zakat(), meter, findings)),
            book.zakat().fund(),
            book.planned(),
            findings,
            pause);
    this.listeners = new Listeners(book, caller, doors, http, findings, pause);
    this.closedEarly = new AtomicIntegerArray(book.planned().campaigns().size());
    this.room = new Semaphore(settings.inFlightMax());
    this.nodes = doors.count();
    this.busy = CampaignNames.busy(book.planned().campaigns());
    this.lifecycles = new Lifecycles(book, caller, bodies, busy, meter, findings, pause);
    ReservedNumbers numbers = new ReservedNumbers(book.planned());
    Questions questions = new Questions(caller, book, numbers, findings, meter.totals());
    this.quiet =
        new QuietCampaigns(
            book.planned(), questions, numbers, this::give, meter, pause, going::get);
    this.calledUpon =
        new CalledUpon(book.planned(), questions, numbers, this::give, pause, nanoTime, going::get);
  }

  /** Who calls at the word of a kind of faults. */
  public Callers callers() {
    return calledUpon;
  }

  /** What must not be and was seen. */
  public Findings findings() {
    return findings;
  }

  /** Donations under way. */
  public int inFlight() {
    return settings.inFlightMax() - room.availablePermits();
  }

  /**
   * Opens all campaigns, and has all assessments made that donations are given towards.
   *
   * @throws IOException when one cannot be opened
   */
  public void open(InstantSource clock) throws IOException, InterruptedException {
    for (int campaign = 0; campaign < book.planned().campaigns().size(); campaign++) {
      Request request = bodies.open(campaign, clock.instant().plus(settings.endsAfter()));
      Settled settled = caller.settle(request, caller.anyNode());
      if (!(settled.answer() instanceof Answer.Yes)) {
        throw new IOException("a campaign cannot be opened: " + settled.answer());
      }
    }
    zakat.assessAll();
  }

  /** Begins with donations and changes of status. */
  public void begin() {
    Thread.ofVirtual().name("donors").start(() -> guarded(this::donateAtRate));
    Thread.ofVirtual()
        .name("closer")
        .start(() -> guarded(() -> lifecycles.closeInTurn(settings.closeEach(), going)));
    Thread.ofVirtual().name("pauser").start(() -> guarded(() -> lifecycles.pauseAndResume(going)));
    Thread.ofVirtual().name("amender").start(() -> guarded(() -> changes.amendOn(going)));
    Thread.ofVirtual().name("contender").start(() -> guarded(() -> changes.contendOn(going)));
    Thread.ofVirtual().name("prices").start(() -> guarded(() -> zakat.publishOn(going)));
    Thread.ofVirtual().name("fund").start(() -> guarded(() -> zakat.distributeOn(going)));
    Thread.ofVirtual().name("assessments").start(() -> guarded(() -> zakat.assessOn(going)));
    listeners.begin();
    Thread.ofVirtual().name("calculating").start(() -> guarded(() -> calculations.askOn(going)));
    quiet.begin(nodes, settings.seed());
  }

  /** Begins nothing new, and waits until all that is under way is settled; false if it is not. */
  public boolean end() throws IOException, InterruptedException {
    going.set(false);
    try {
      boolean settled = pause.until(SETTLED_MAX, () -> inFlight() == 0);
      listeners.end();
      return settled;
    } finally {
      donor.close();
    }
  }

  /** What a donation is done with that may be interrupted. */
  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  private static void guarded(Work work) {
    try {
      work.run();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      LOG.debug("given up", ended);
    }
  }

  private void donateAtRate() throws InterruptedException {
    long began = nanoTime.getAsLong();
    long begun = 0;
    long number = 0;
    while (going.get()) {
      long due = (long) due((nanoTime.getAsLong() - began) / SECOND_NANOS);
      for (; begun < due; begun++) {
        number = busyFrom(number);
        begin(number);
        number++;
      }
      pause.await(STEP);
    }
  }

  /** Grows from nothing to the whole rate, for nodes that have only just started are slow. */
  private double due(double seconds) {
    double grown = Math.min(seconds, GROWING_SECONDS);
    double whole = grown * grown / (2 * GROWING_SECONDS) + seconds - grown;
    return whole * settings.donationsPerSecond();
  }

  /** The first of these numbers that is for a busy campaign. */
  private long busyFrom(long number) {
    long found = number;
    while (book.planned().campaign(found) >= busy) {
      found++;
    }
    return found;
  }

  private void begin(long number) {
    boolean closed = book.isClosing(book.planned().campaign(number));
    if (closed && number % TO_CLOSED_EACH != 0) {
      return;
    }
    if (!room.tryAcquire()) {
      meter.totals().skip();
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                guarded(() -> donate(number, Caller.NOBODY));
              } finally {
                room.release();
              }
            });
  }

  /** Gives one beside the rate; waits until it is settled. */
  private void give(long number, int first) throws InterruptedException {
    room.acquire();
    try {
      // Whoever comes when the load has ended is not waited for any more.
      if (going.get()) {
        donate(number, first);
      }
    } finally {
      room.release();
    }
  }

  private void donate(long number, int first) throws InterruptedException {
    @Nullable FaultTime before = meter.fault();
    int campaign = book.planned().campaign(number);
    Settled settled = settled(number, campaign, first);
    if (settled.answer() instanceof Answer.Yes yes) {
      // Before it is counted: a read that begins after this must contain it.
      acknowledged(number, yes, before);
    }
    meter.settled(campaign, settled, before);
    switch (settled.answer()) {
      case Answer.Yes yes -> followUps.after(number, settled.node(), yes.body());
      case Answer.No no -> refused(number, campaign, no, settled.ambiguous());
      case Answer.Ambiguous unknown -> LOG.debug("{} is not settled: {}", number, unknown);
      case Answer.Unclassified defect ->
          note(Finding.Kind.UNCLASSIFIED, number, "was answered " + defect);
    }
  }

  private Settled settled(long number, int campaign, int first) throws InterruptedException {
    if (first != Caller.NOBODY) {
      return caller.settleFrom(bodies.donate(number), first);
    }
    return CampaignKinds.givenToOverGrpc(campaign)
        ? donor.settle(number)
        : caller.settle(bodies.donate(number), caller.anyNode());
  }

  private void acknowledged(long number, Answer.Yes yes, @Nullable FaultTime before) {
    @Nullable FaultTime fault = before != null ? before : meter.fault();
    book.acknowledged(
        new Acknowledgement(
            number,
            yes.body().path("sequence").asLong(),
            Bodies.minor(yes.body().path("amount").path("amount").asText()),
            fault == null ? -1 : fault.ordinal()));
  }

  private void refused(long number, int campaign, Answer.No no, int ambiguous) {
    book.refused(number, no.code(), ambiguous);
    if (!no.code().equals("campaign_not_active")) {
      note(Finding.Kind.UNCLASSIFIED, number, "was refused: " + no);
    } else if (!book.isClosing(campaign) && !(campaign < busy && CampaignKinds.pauses(campaign))) {
      closedEarly(campaign, number);
    }
  }

  /** Said once of each campaign: all that follows are refused as well. */
  private void closedEarly(int campaign, long number) {
    if (closedEarly.getAndSet(campaign, 1) == 0) {
      note(
          Finding.Kind.CLOSED_EARLY,
          number,
          "was refused by campaign "
              + book.planned().campaigns().get(campaign)
              + " as not active, and nobody closed it");
    }
  }

  private void note(Finding.Kind kind, long number, String sentence) {
    findings.note(kind, "number " + number + " " + sentence);
  }
}
