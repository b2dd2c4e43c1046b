package amanah.campaign.simulation;

import akka.actor.typed.Behavior;
import akka.persistence.PersistentRepr;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignRoot;
import amanah.cluster.Quorum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One campaign under faults, from one seed: callers, edges, a network, moving shards and a journal,
 * all simulated, around the real tree of the campaign, which is its root, desk, batcher, monitor,
 * ledger and their supervisor.
 */
final class Simulation {

  private static final long FAULTS_MICROS = EventLoop.toMicros(Duration.ofSeconds(5));
  private static final Duration MOVES = Duration.ofSeconds(2);
  private static final Duration OUTAGE_MAX = Duration.ofSeconds(2);
  private static final long PATIENCE_MICROS = EventLoop.toMicros(Duration.ofSeconds(40));

  private static @Nullable Simulation current;

  private final long seed;
  private final Mutation mutation;
  private final EventLoop loop;
  private final Trace trace;
  private final Verdict verdict;
  private final JournalBook journalBook;
  private final AnswerBook answers;
  private final Weather weather;
  private final Mutant mutant;
  private final SimulatedJournal journal;
  private final Members members;
  private final Watches watches;
  private final Shards shards;
  private final Post post;
  private final SimulatedCalculator calculator;
  private final List<Caller> callers = new ArrayList<>();
  private boolean calm;

  private Simulation(long seed, Mutation mutation, List<SimulatedNode> nodes) {
    this.seed = seed;
    this.mutation = mutation;
    this.loop = EventLoop.SHARED;
    loop.begin(seed);
    this.trace = new Trace(loop);
    this.verdict = new Verdict(trace);
    this.journalBook = new JournalBook(verdict);
    this.answers = new AnswerBook(verdict, journalBook);
    this.weather = Weather.of(loop.random());
    this.mutant = new Mutant(mutation);
    this.journal = new SimulatedJournal(this);
    this.members = new Members(this);
    this.watches = new Watches(this, nodes);
    this.shards = new Shards(this, nodes);
    this.post = new Post(this, answers);
    this.calculator = new SimulatedCalculator(this);
  }

  /** What a simulation has come to. */
  record Outcome(
      long seed, Mutation mutation, Verdict verdict, long steps, long hash, String trace) {}

  /** Runs one seed to its end on these nodes. */
  static Outcome run(long seed, Mutation mutation, List<SimulatedNode> nodes) {
    Simulation simulation = new Simulation(seed, mutation, nodes);
    current = simulation;
    try {
      return simulation.run();
    } finally {
      current = null;
    }
  }

  /** The one that runs, for the plugins that Akka makes. */
  static Simulation current() {
    if (current == null) {
      throw new IllegalStateException("no simulation is running");
    }
    return current;
  }

  private Outcome run() {
    trace("seed " + seed + " " + weather);
    try {
      live();
    } catch (RuntimeException impossible) {
      verdict.broken(Law.NOTHING_IMPOSSIBLE, "the simulation cannot go on: " + impossible);
    }
    shards.close();
    watches.stop();
    loop.settle();
    journal.close();
    return new Outcome(seed, mutation, verdict, loop.steps(), trace.hash(), trace.text());
  }

  private void live() {
    plan();
    runUntilDone();
    heal();
    if (callers.stream().allMatch(Caller::done)) {
      lookOnceMore();
    }
    for (Caller caller : callers) {
      if (!caller.done()) {
        verdict.broken(Law.ANSWERED_IN_THE_END, caller + " still has no answer");
      }
    }
    answers.close();
  }

  private void plan() {
    Workload workload = new Workload(loop.random(), loop.instant());
    addCaller("opener", List.of(workload.opening()), true);
    boolean early = loop.oneIn(8);
    List<List<Errand>> errands = workload.errands();
    for (int each = 0; each < errands.size(); each++) {
      addCaller("caller-" + each, errands.get(each), !loop.oneIn(6));
    }
    callers.getFirst().begin();
    for (Caller caller : callers.subList(1, callers.size())) {
      loop.after(
          early ? 0 : loop.micros(Duration.ofMillis(20), Duration.ofMillis(80)), caller::begin);
    }
    for (int move = 0; move < weather.moves(); move++) {
      loop.after(loop.micros(Duration.ZERO, MOVES), this::move);
    }
    for (int outage = 0; outage < weather.outages(); outage++) {
      loop.after(loop.micros(Duration.ZERO, MOVES), this::outage);
    }
    if (loop.oneIn(2)) {
      loop.after(loop.micros(Duration.ZERO, MOVES), journal::keepSnapshot);
    }
    if (loop.oneIn(3)) {
      loop.after(loop.micros(Duration.ZERO, MOVES), () -> calculator.goAway(!calm));
    }
    loop.after(FAULTS_MICROS, this::heal);
  }

  private void addCaller(String name, List<Errand> errands, boolean patient) {
    callers.add(new Caller(this, name, errands, patient));
  }

  private void move() {
    if (!calm) {
      shards.move();
    }
  }

  private void outage() {
    if (!calm) {
      trace("journal away");
      journal.goAway();
      loop.after(loop.micros(Duration.ofMillis(50), OUTAGE_MAX), journal::comeBack);
    }
  }

  private void heal() {
    if (!calm) {
      trace("no more faults");
      calm = true;
      calculator.comeBack();
    }
  }

  private void runUntilDone() {
    long deadline = Math.max(loop.nowMicros(), FAULTS_MICROS) + PATIENCE_MICROS;
    while (loop.nowMicros() < deadline && !callers.stream().allMatch(Caller::done)) {
      step();
    }
  }

  private void step() {
    if (!loop.step()) {
      throw new IllegalStateException("nothing is left to happen");
    }
    post.collect();
  }

  /** Reads the campaign from its journal anew, and asks what it has come to. */
  private void lookOnceMore() {
    long deadline = loop.nowMicros() + PATIENCE_MICROS;
    while (!shards.calm()) {
      if (loop.nowMicros() > deadline) {
        throw new IllegalStateException("the nodes do not come to rest");
      }
      step();
    }
    shards.restart();
    Caller last =
        new Caller(
            this, "last", List.of(new Errand.Looking(Errand.Looking.Question.CAMPAIGN)), true);
    callers.add(last);
    last.begin();
    runUntilDone();
    runUntilReported();
  }

  /** Nobody waits for the calculator, so it may be behind when all callers are done. */
  private void runUntilReported() {
    long deadline = loop.nowMicros() + PATIENCE_MICROS;
    while (!calculator.agreesWith(journalBook.zakat())) {
      if (loop.nowMicros() > deadline) {
        verdict.broken(Law.ZAKAT_IS_COUNTED_ONCE, calculator + ", not " + journalBook.zakat());
        return;
      }
      step();
    }
  }

  /** The behaviour of the real thing, for a new life of the campaign. */
  Behavior<CampaignMessage> campaign(Incarnation incarnation, Runnable leave) {
    return CampaignRoot.create(Workload.CAMPAIGN, Surroundings.of(incarnation.node(), this), leave);
  }

  void committed(JournalWrite write) {
    for (PersistentRepr row : write.rows) {
      journalBook.committed(row.sequenceNr(), (CampaignEvent) row.payload(), row.writerUuid());
    }
  }

  /** A part of the campaign's tree has failed. */
  void failed(String child, String why) {
    happened(Happening.LEDGER_FAILED);
    trace(child + " failed: " + why);
    if (!why.startsWith("Failed to persist event type")
        && !why.startsWith("Exception during recovery")) {
      verdict.broken(Law.NOTHING_IMPOSSIBLE, child + ": " + why);
    }
  }

  void broken(Law law, String detail) {
    verdict.broken(law, detail);
  }

  void happened(Happening happening) {
    verdict.happened(happening);
  }

  void trace(String line) {
    trace.add(line);
  }

  /** Whether something goes wrong now that goes wrong once in so many times, 0 for never. */
  boolean happens(int times) {
    return !calm && times > 0 && loop.oneIn(times);
  }

  boolean has(Mutation other) {
    return mutation == other;
  }

  /** What a node may say of the campaign, as it is told. */
  Quorum quorum(int node) {
    return has(Mutation.QUORUM) || has(Mutation.ACKNOWLEDGEMENT_WITHOUT_QUORUM)
        ? Quorum.always()
        : new PresentQuorum(watches, node, has(Mutation.LEASE_ALONE));
  }

  /** Whether the journal takes the writes of nodes that were excluded. */
  boolean hasNoFence() {
    return has(Mutation.JOURNAL_FENCE) || has(Mutation.ACKNOWLEDGEMENT_WITHOUT_QUORUM);
  }

  EventLoop loop() {
    return loop;
  }

  Weather weather() {
    return weather;
  }

  Post post() {
    return post;
  }

  Mutant mutant() {
    return mutant;
  }

  Members members() {
    return members;
  }

  Watches watches() {
    return watches;
  }

  Shards shards() {
    return shards;
  }

  SimulatedCalculator calculator() {
    return calculator;
  }

  SimulatedJournal journal() {
    return journal;
  }
}
