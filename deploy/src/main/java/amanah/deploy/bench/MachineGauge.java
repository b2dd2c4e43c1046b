package amanah.deploy.bench;

import static java.lang.String.format;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much of the machine there is. Ratios are fair only when both sides had the same machine, and
 * on a shared one nobody promises that: so it is measured around each of them.
 */
final class MachineGauge {

  private static final long SPIN_NANOS = Duration.ofMillis(200).toNanos();
  private static final long LOOK_MILLIS = 500;
  private static final double QUIET_MAX = 0.2;
  private static final int ROUNDS = 20_000;
  private static final double GIBIBYTE = 1L << 30;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final LongSupplier nanoTime;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final AtomicLong sink = new AtomicLong();

  MachineGauge(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Cores, memory and JDK in one line. */
  String machine() {
    return format(
        Locale.ROOT,
        "%d cores, %.1f GiB memory, %.1f GiB heap, %s %s, %s",
        cores,
        system.getTotalMemorySize() / GIBIBYTE,
        Runtime.getRuntime().maxMemory() / GIBIBYTE,
        System.getProperty("java.vm.name"),
        Runtime.version(),
        system.getName() + " " + system.getArch());
  }

  /**
   * Waits until little runs any more: what came before may have left work behind (projections, a
   * checkpoint) that would be charged to what comes next. False when it never got quiet.
   */
  boolean settle(Duration longest) throws InterruptedException {
    long began = nanoTime.getAsLong();
    CountDownLatch never = new CountDownLatch(1);
    boolean quiet = system.getCpuLoad() < 0;
    while (!quiet && nanoTime.getAsLong() - began < longest.toNanos()) {
      boolean opened = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      quiet = opened || system.getCpuLoad() < QUIET_MAX;
    }
    return quiet;
  }

  /** Rounds of arithmetic that all cores together do in a millisecond. */
  double pace() throws InterruptedException {
    AtomicLong rounds = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    long began = nanoTime.getAsLong();
    for (int core = 0; core < cores; core++) {
      threads.add(Thread.ofPlatform().daemon().start(() -> spin(began + SPIN_NANOS, rounds)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return rounds.get() * 1e6 / SPIN_NANOS;
  }

  private void spin(long until, AtomicLong rounds) {
    long value = until | 1;
    while (nanoTime.getAsLong() - until < 0) {
      for (int round = 0; round < ROUNDS; round++) {
        value = value * 0x5851f42d4c957f2dL + 0x14057b7ef767814fL;
      }
      rounds.incrementAndGet();
    }
    sink.addAndGet(value);
  }
}
