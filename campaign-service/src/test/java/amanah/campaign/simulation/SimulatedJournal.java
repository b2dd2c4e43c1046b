package amanah.campaign.simulation;

import akka.persistence.PersistentRepr;
import amanah.campaign.domain.CampaignSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database as the nodes see it: one stream of events whose sequence number is its primary key,
 * and all that can go wrong between a transaction and the one who asked for it.
 */
final class SimulatedJournal {

  private static final Duration FAST = Duration.ofMillis(1);
  private static final Duration USUAL_MAX = Duration.ofMillis(5);
  private static final Duration BUSY_MAX = Duration.ofMillis(400);
  private static final Duration SLOW_MIN = Duration.ofMillis(4_500);
  private static final Duration SLOW_MAX = Duration.ofSeconds(7);
  private static final Duration LATE_MAX = Duration.ofMillis(2_800);
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(200);

  private final Simulation simulation;
  private final EventLoop loop;
  private final JournalTable table;
  private final List<JournalWrite> open = new ArrayList<>();
  private final List<JournalWrite> holders = new ArrayList<>();
  private final Map<JournalWrite, Runnable> waiters = new HashMap<>();
  private final boolean[] cutOff = new boolean[SimulatedNode.COUNT];
  private boolean away;

  SimulatedJournal(Simulation simulation) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    this.table = new JournalTable(simulation.has(Mutation.REFUND_BOUND));
  }

  CompletableFuture<Boolean> write(int node, List<PersistentRepr> events) {
    JournalWrite write = new JournalWrite(node, events, fate());
    simulation.trace(write.toString());
    if (!simulation.members().isUp(node)) {
      write.over = true;
      fail(write, "the node is down");
      return write.answer;
    }
    open.add(write);
    if (simulation.has(Mutation.COMMIT_BEFORE_ANSWER)) {
      succeed(write);
    }
    begin(write);
    return write.answer;
  }

  private JournalWrite.Fate fate() {
    if (!simulation.happens(simulation.weather().writes())) {
      return JournalWrite.Fate.GOOD;
    }
    JournalWrite.Fate[] fates = JournalWrite.Fate.values();
    return fates[1 + loop.random().nextInt(fates.length - 1)];
  }

  private void begin(JournalWrite write) {
    switch (write.fate) {
      case GOOD, ACKNOWLEDGEMENT_LOST -> loop.after(latency(), () -> insert(write));
      case REFUSED -> loop.after(latency(), () -> refuse(write));
      case LATE_INSERT -> {
        loop.after(latency(), () -> fail(write, "an I/O error occurred while sending"));
        loop.after(loop.micros(FAST, LATE_MAX), () -> insert(write));
      }
      case LATE_COMMIT -> loop.after(latency(), () -> insert(write));
      case SLOW -> loop.after(loop.micros(SLOW_MIN, SLOW_MAX), () -> insert(write));
    }
  }

  private void refuse(JournalWrite write) {
    simulation.happened(Happening.WRITE_REFUSED);
    end(write);
    fail(write, "the database refuses writes");
  }

  private void insert(JournalWrite write) {
    if (write.over) {
      return;
    }
    if (write.fate == JournalWrite.Fate.SLOW && write.late()) {
      simulation.happened(Happening.WRITE_TOO_SLOW);
    }
    if (cutOff[write.node]) {
      simulation.happened(Happening.ZOMBIE_FENCED);
    }
    if (write.lost || away || cutOff[write.node]) {
      if (write.lost) {
        simulation.happened(Happening.CRASH_BEFORE_COMMIT);
      }
      end(write);
      fail(write, "connection refused");
    } else if (simulation.has(Mutation.FENCE)) {
      commit(write);
    } else if (table.has(write.first())) {
      conflict(write);
    } else if (holders.stream().anyMatch(holder -> holder.last() >= write.first())) {
      waitForKey(write);
    } else if (write.fate == JournalWrite.Fate.LATE_COMMIT) {
      hold(write);
    } else {
      commit(write);
    }
  }

  private void conflict(JournalWrite write) {
    simulation.happened(write.late() ? Happening.LATE_COMMIT_LOST : Happening.KEY_CONFLICT);
    simulation.trace("conflict: " + write);
    end(write);
    fail(write, "duplicate key value violates unique constraint");
  }

  private void waitForKey(JournalWrite write) {
    simulation.happened(Happening.KEY_HELD);
    waiters.put(write, () -> insert(write));
    loop.after(
        EventLoop.toMicros(LOCK_TIMEOUT),
        () -> {
          if (waiters.remove(write) != null) {
            end(write);
            fail(write, "canceling statement due to lock timeout");
          }
        });
  }

  private void hold(JournalWrite write) {
    holders.add(write);
    loop.after(latency(), () -> fail(write, "an I/O error occurred while committing"));
    loop.after(loop.micros(FAST, LATE_MAX), () -> release(write));
  }

  private void release(JournalWrite write) {
    if (!holders.remove(write)) {
      return;
    }
    if (loop.oneIn(3)) {
      simulation.happened(Happening.LATE_COMMIT_ROLLED_BACK);
      end(write);
    } else {
      commit(write);
    }
    awake();
  }

  /** Whoever waits for a key tries again. */
  private void awake() {
    List<JournalWrite> freed =
        open.stream().filter(waiter -> waiters.remove(waiter) != null).toList();
    freed.forEach(this::insert);
  }

  private void commit(JournalWrite write) {
    table.put(write.rows);
    noteCommit(write);
    simulation.trace("committed: " + write);
    end(write);
    simulation.committed(write);
    if (write.fate == JournalWrite.Fate.ACKNOWLEDGEMENT_LOST) {
      simulation.happened(Happening.ACKNOWLEDGEMENT_LOST);
      loop.after(latency(), () -> fail(write, "an I/O error occurred while receiving"));
    } else {
      loop.after(latency(), () -> succeed(write));
    }
  }

  private void noteCommit(JournalWrite write) {
    if (!simulation.members().isUp(write.node)) {
      simulation.happened(Happening.CRASH_AFTER_COMMIT);
    } else if (write.late()) {
      simulation.happened(Happening.LATE_COMMIT_WON);
    }
    if (simulation.shards().isOvertaken(write.node)) {
      simulation.broken(Law.OVERTAKEN_WRITES_NOTHING, write.toString());
    }
  }

  /** The transaction has ended; the write is forgotten once its writer has heard of it as well. */
  private void end(JournalWrite write) {
    write.over = true;
    forgetIfSettled(write);
  }

  private void succeed(JournalWrite write) {
    if (write.answer.complete(true)) {
      forgetIfSettled(write);
    }
  }

  private void fail(JournalWrite write, String why) {
    if (write.answer.completeExceptionally(new JournalException(why))) {
      forgetIfSettled(write);
    }
  }

  private void forgetIfSettled(JournalWrite write) {
    if (write.over && write.answer.isDone()) {
      open.remove(write);
    }
  }

  /** As the real plugin does, waits for the node's own write before it looks. */
  CompletableFuture<Long> highest(int node) {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    JournalWrite own = unanswered(node);
    Runnable look = () -> read(node, table::highest, answer);
    if (own == null) {
      look.run();
    } else {
      var unused = own.answer.whenComplete((written, failure) -> look.run());
    }
    return answer;
  }

  private @Nullable JournalWrite unanswered(int node) {
    for (JournalWrite write : open) {
      if (write.node == node && !write.answer.isDone()) {
        return write;
      }
    }
    return null;
  }

  CompletableFuture<Void> replay(int node, long from, long to, Consumer<PersistentRepr> replay) {
    CompletableFuture<List<PersistentRepr>> rows = new CompletableFuture<>();
    read(node, () -> table.told(from, to), rows);
    return rows.thenAccept(told -> told.forEach(replay));
  }

  CompletableFuture<Optional<CampaignSnapshot>> snapshot(int node) {
    CompletableFuture<Optional<CampaignSnapshot>> answer = new CompletableFuture<>();
    read(node, this::snapshot, answer);
    return answer;
  }

  private Optional<CampaignSnapshot> snapshot() {
    Optional<CampaignSnapshot> kept = table.snapshot();
    if (kept.isPresent()) {
      simulation.happened(Happening.RECOVERED_FROM_SNAPSHOT);
    }
    return kept;
  }

  /** What somebody on that node reads beside its ledger. */
  <T> CompletableFuture<T> rows(int node, Function<JournalTable, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    read(node, () -> question.apply(table), answer);
    return answer;
  }

  private <T> void read(int node, Supplier<T> read, CompletableFuture<T> answer) {
    boolean fails = simulation.happens(simulation.weather().reads());
    loop.after(
        latency(),
        () -> {
          if (fails || away || cutOff[node] || !simulation.members().isUp(node)) {
            simulation.happened(Happening.READ_FAILED);
            answer.completeExceptionally(new JournalException("the database cannot be read"));
          } else {
            answer.complete(read.get());
          }
        });
  }

  private long latency() {
    return loop.oneIn(20) ? loop.micros(FAST, BUSY_MAX) : loop.micros(FAST, USUAL_MAX);
  }

  void keepSnapshot() {
    table.keepSnapshot();
  }

  void goAway() {
    away = true;
    simulation.happened(Happening.JOURNAL_AWAY);
    List<JournalWrite> held = List.copyOf(holders);
    holders.clear();
    held.forEach(this::end);
  }

  void comeBack() {
    away = false;
  }

  /** Ends the sessions of a node that was excluded, and lets none in. */
  void cutOff(int node) {
    cutOff[node] = true;
    endSessions(node);
  }

  /** Ends what sessions of a node that is gone, and perhaps back, have left open. */
  void endSessionsOfThePast(int node) {
    if (!simulation.members().isUp(node)) {
      endSessions(node);
    }
  }

  private void endSessions(int node) {
    List<JournalWrite> ended =
        open.stream().filter(write -> write.node == node && !write.over).toList();
    for (JournalWrite write : ended) {
      simulation.happened(Happening.SESSION_ENDED);
      waiters.remove(write);
      holders.remove(write);
      end(write);
      fail(write, "terminating connection due to administrator command");
    }
    awake();
  }

  /** The node is back as another, whose sessions are let in. */
  void admit(int node) {
    cutOff[node] = false;
  }

  /** The node is gone: its writes may still come about, and it never hears of them. */
  void crash(int node) {
    for (JournalWrite write : List.copyOf(open)) {
      if (write.node == node) {
        write.lost = !write.over && loop.oneIn(2);
        fail(write, "the node has crashed");
      }
    }
  }

  /** The run is over: nobody waits any longer, for a plugin that waits is stuck in the next run. */
  void close() {
    away = true;
    List.copyOf(open).forEach(write -> fail(write, "the simulation is over"));
    loop.settle();
  }
}
