package amanah.deploy.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClosedLoopTest {

  private static final Duration NONE = Duration.ZERO;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Moves on by a microsecond whenever it is read. */
  private final AtomicLong micros = new AtomicLong();

  private final ClosedLoop loop =
      new ClosedLoop(() -> micros.getAndIncrement() * 1_000, Duration.ofSeconds(60));

  @Test
  void a_million_calls_that_are_answered_at_once_do_not_nest() throws InterruptedException {
    Counting counting = new Counting();
    LoadFigures figures = loop.run(counting, 1, NONE, SECOND);
    assertThat(figures.operations()).isBetween(999_000L, 1_000_000L);
    assertThat(figures.perSecond()).isEqualTo((double) figures.operations());
  }

  @Test
  void what_ends_in_the_warm_up_does_not_count() throws InterruptedException {
    Counting counting = new Counting();
    LoadFigures figures = loop.run(counting, 1, Duration.ofMillis(10), Duration.ofMillis(10));
    assertThat(figures.operations()).isBetween(9_990L, 10_000L);
    assertThat(counting.begun.get()).isBetween(19_980L, 20_000L);
  }

  @Test
  void never_more_calls_are_in_flight_than_there_are_callers() throws InterruptedException {
    InFlight operation = new InFlight();
    Thread answering = Thread.ofPlatform().start(operation::answerAll);
    LoadFigures figures = loop.run(operation, 8, NONE, Duration.ofMillis(100));
    operation.closed = true;
    answering.join();
    assertThat(operation.most.get()).isEqualTo(8);
    assertThat(operation.now.get()).isZero();
    assertThat(figures.operations()).isPositive();
  }

  @Test
  void what_is_not_acknowledged_is_counted_by_its_reason() throws InterruptedException {
    LoadFigures figures = loop.run(new Refusing(), 2, NONE, Duration.ofMillis(1));
    assertThat(figures.operations()).isZero();
    assertThat(figures.percentiles()).isNull();
    assertThat(figures.refused()).containsOnlyKeys("overloaded");
  }

  @Test
  void a_call_without_an_answer_ends_the_load_loudly() {
    Operation<String> silent =
        new Operation<>() {
          @Override
          public CompletionStage<String> begin(long number) {
            return new CompletableFuture<>();
          }

          @Override
          public Outcome ended(long number, @Nullable String answer, @Nullable Throwable failure) {
            return Outcome.DONE;
          }
        };
    ClosedLoop impatient = new ClosedLoop(micros::getAndIncrement, Duration.ofMillis(50));
    assertThatThrownBy(() -> impatient.run(silent, 3, NONE, Duration.ofMillis(1)))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("3 calls have no answer");
  }

  /** Answers at once. */
  private static final class Counting implements Operation<String> {

    private final AtomicLong begun = new AtomicLong();

    @Override
    public CompletionStage<String> begin(long number) {
      begun.incrementAndGet();
      return CompletableFuture.completedFuture("yes");
    }

    @Override
    public Outcome ended(long number, @Nullable String answer, @Nullable Throwable failure) {
      return Outcome.DONE;
    }
  }

  /** Answers at once, and no. */
  private static final class Refusing implements Operation<String> {

    @Override
    public CompletionStage<String> begin(long number) {
      return CompletableFuture.failedFuture(new IllegalStateException());
    }

    @Override
    public Outcome ended(long number, @Nullable String answer, @Nullable Throwable failure) {
      return Outcome.refused("OVERLOADED");
    }
  }

  /** Answers on another thread, and counts what is in flight. */
  private static final class InFlight implements Operation<String> {

    private final ConcurrentLinkedQueue<CompletableFuture<String>> calls =
        new ConcurrentLinkedQueue<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean closed;

    @Override
    public CompletionStage<String> begin(long number) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      CompletableFuture<String> call = new CompletableFuture<>();
      calls.add(call);
      return call;
    }

    @Override
    public Outcome ended(long number, @Nullable String answer, @Nullable Throwable failure) {
      return Outcome.DONE;
    }

    void answerAll() {
      while (!closed) {
        CompletableFuture<String> call = most.get() < 8 ? null : calls.poll();
        if (call == null) {
          Thread.onSpinWait();
        } else {
          now.decrementAndGet();
          call.complete("yes");
        }
      }
    }
  }
}
