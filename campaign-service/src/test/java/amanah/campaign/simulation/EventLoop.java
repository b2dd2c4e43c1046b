package amanah.campaign.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens in a simulation happens here, one thing after another on one thread.
 *
 * <p>What can happen now is ready, and chance chooses among it; what is to happen later is a timer.
 * Each thing takes a little time by the loop's clock, and when nothing is ready the clock goes on
 * to the next timer. All chance comes from one seed, so the same seed gives the same run.
 *
 * <p>There is one loop in a JVM, because Akka makes its dispatchers, schedulers and plugins by the
 * names of their classes, and they all have to find it.
 */
final class EventLoop implements InstantSource {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int STEP_MICROS_MAX = 40;
  private static final Comparator<Timer> EARLIEST_FIRST =
      Comparator.<Timer>comparingLong(timer -> timer.atMicros)
          .thenComparingLong(timer -> timer.number);

  /** The loop that all simulated parts run on. */
  static final EventLoop SHARED = new EventLoop();

  private final List<Runnable> ready = new ArrayList<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>(EARLIEST_FIRST);
  private final Pauses pauses = new Pauses(this);
  private SplittableRandom random = new SplittableRandom(0);
  private long nowMicros;
  private long timersMade;
  private long steps;
  private volatile @Nullable Queue<Runnable> startingUp;

  private EventLoop() {}

  /** Something that is to happen at a time, unless it is called off. */
  static final class Timer {
    private final long atMicros;
    private final long number;
    private final Runnable action;
    private boolean over;

    private Timer(long atMicros, long number, Runnable action) {
      this.atMicros = atMicros;
      this.number = number;
      this.action = action;
    }

    /** Whether this was in time. */
    boolean cancel() {
      boolean inTime = !over;
      over = true;
      return inTime;
    }

    boolean over() {
      return over;
    }

    private void ring() {
      if (!over) {
        over = true;
        action.run();
      }
    }
  }

  /** Begins anew at the start of time; nothing must be ready or planned. */
  void begin(long seed) {
    if (!ready.isEmpty()) {
      throw new IllegalStateException(ready.size() + " things are ready from an earlier run");
    }
    timers.clear();
    pauses.begin();
    random = new SplittableRandom(seed);
    nowMicros = 0;
    timersMade = 0;
    steps = 0;
  }

  /** Does the next thing; false when nothing is left to do, now or later. */
  boolean step() {
    if (ready.isEmpty()) {
      Timer next = timers.peek();
      if (next == null) {
        return false;
      }
      nowMicros = Math.max(nowMicros, next.atMicros);
    }
    makeReady();
    if (!ready.isEmpty()) {
      doOne();
    }
    return true;
  }

  /** Does all that is ready, and what follows from it at once, but waits for no timer. */
  void settle() {
    while (!ready.isEmpty()) {
      doOne();
    }
  }

  private void makeReady() {
    while (!timers.isEmpty() && timers.element().atMicros <= nowMicros) {
      Timer due = timers.remove();
      if (!due.over) {
        ready.add(due::ring);
      }
    }
  }

  private void doOne() {
    int last = ready.size() - 1;
    int chosen = last == 0 ? 0 : random.nextInt(last + 1);
    Runnable next = ready.get(chosen);
    ready.set(chosen, ready.get(last));
    ready.remove(last);
    steps++;
    next.run();
    nowMicros += random.nextInt(STEP_MICROS_MAX);
  }

  /** Makes this ready. */
  void execute(Runnable action) {
    Queue<Runnable> elsewhere = startingUp;
    if (elsewhere != null) {
      elsewhere.add(action);
    } else {
      ready.add(action);
    }
  }

  /**
   * Lets something start that waits for what it itself has made ready, as actor systems do: it has
   * a thread of its own meanwhile, and this one does what is ready.
   */
  <T> T whileServing(Supplier<T> start) {
    BlockingQueue<Runnable> serving = new LinkedBlockingQueue<>();
    startingUp = serving;
    CompletableFuture<T> started =
        CompletableFuture.supplyAsync(start, task -> new Thread(task, "start").start());
    var unused = started.whenComplete((system, failure) -> serving.add(() -> {}));
    try {
      while (!started.isDone() || !serving.isEmpty()) {
        serving.take().run();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a system started", interrupted);
    } finally {
      startingUp = null;
    }
    return started.join();
  }

  /** Plans this for later. */
  Timer after(long micros, Runnable action) {
    Timer timer = new Timer(nowMicros + Math.max(0, micros), timersMade++, action);
    if (startingUp == null) {
      timers.add(timer);
    }
    return timer;
  }

  /** Which nodes stand still. */
  Pauses pauses() {
    return pauses;
  }

  /** The source of all chance. */
  SplittableRandom random() {
    return random;
  }

  /** Whether something happens that happens once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A time from the first to the second, in microseconds. */
  long micros(Duration least, Duration most) {
    return random.nextLong(toMicros(least), toMicros(most) + 1);
  }

  static long toMicros(Duration time) {
    return time.toNanos() / 1_000;
  }

  long nowMicros() {
    return nowMicros;
  }

  long steps() {
    return steps;
  }

  /** The time by a node's own clocks. */
  Instant instant(int node) {
    return START.plusNanos(pauses.nowMicros(node) * 1_000);
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nowMicros * 1_000);
  }
}
