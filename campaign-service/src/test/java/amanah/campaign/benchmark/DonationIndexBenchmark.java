package amanah.campaign.benchmark;

import amanah.campaign.domain.IndexProbe;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a donation costs an index of 1,000,000: {@code ./mvnw -Pjmh -DskipTests -pl
 * shared-protocol,campaign-service verify -Djmh=DonationIndex}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class DonationIndexBenchmark {

  private static final int MILLION = 1_000_000;

  /** Whether ids are UUIDs or counted. */
  @Param({"true", "false"})
  boolean uuids;

  private IndexProbe probe = new IndexProbe(true, 0);
  private int next;

  /** One index for all measurements of a fork. */
  @Setup(Level.Trial)
  public void fill() {
    probe = new IndexProbe(uuids, MILLION);
    probe.fill();
  }

  /** A repeat of a random donation. */
  @Benchmark
  public long findHit() {
    return probe.findHit(next++);
  }

  /** A donation that is new. */
  @Benchmark
  public long findMiss() {
    return probe.findMiss(next++);
  }

  /** All of them into an empty index, its doublings included. */
  @Benchmark
  @OperationsPerInvocation(MILLION)
  public long add() {
    return probe.fillAnother();
  }

  /** An image of all of them. */
  @Benchmark
  public Object image() {
    return probe.image();
  }

  /** The index of an image, for each donation of it. */
  @Benchmark
  @OperationsPerInvocation(MILLION)
  public long restore() {
    return probe.restore();
  }
}
