package amanah.deploy.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {

  private static final Duration ANSWERS_MAX = Duration.ofSeconds(5);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final int PER_SECOND = 100;
  private static final int ALL = 1_000;
  private static final int PLENTY = 1_000_000;

  private final FakeTime time = new FakeTime();
  private final StallingServer server = new StallingServer();
  private final OpenLoop loop = new OpenLoop(time, ANSWERS_MAX);

  @Test
  void calls_begin_when_they_are_due_and_the_thread_sleeps_in_between()
      throws InterruptedException {
    LoadFigures figures = run(PER_SECOND, PLENTY);

    assertThat(figures.operations()).isEqualTo(ALL);
    assertThat(Objects.requireNonNull(figures.percentiles()).p999Millis()).isLessThan(0.001);
    assertThat(time.waits()).hasSize(ALL - 1);
  }

  /** A closed loop would have one late call; here a hundred donors have come meanwhile. */
  @Test
  void a_server_that_stands_still_for_a_second_is_late_for_all_who_came_in_that_second()
      throws InterruptedException {
    server.stallFrom(Duration.ofSeconds(4), Duration.ofSeconds(5));

    Percentiles percentiles = Objects.requireNonNull(run(PER_SECOND, PLENTY).percentiles());

    assertThat(percentiles.p50Millis()).isLessThan(0.001);
    assertThat(percentiles.p99Millis()).isBetween(895.0, 905.0);
    assertThat(percentiles.p999Millis()).isBetween(985.0, 1_005.0);
  }

  @Test
  void at_a_high_rate_what_falls_due_within_a_tick_goes_out_together_and_is_late_by_its_wait()
      throws InterruptedException {
    LoadFigures figures = run(100_000, PLENTY);

    assertThat(figures.operations()).isEqualTo(ALL * 1_000);
    assertThat(time.waits()).hasSizeBetween(9_900, 10_001).containsOnly(OpenLoop.TICK);
    assertThat(Objects.requireNonNull(figures.percentiles()).p999Millis()).isBetween(0.95, 1.0);
  }

  @Test
  void calls_without_room_are_let_go_and_counted() throws InterruptedException {
    server.stallFrom(Duration.ofSeconds(4), Duration.ofSeconds(5));

    LoadFigures figures = run(PER_SECOND, 10);

    assertThat(figures.operations()).isEqualTo(ALL - 90);
    assertThat(figures.refused()).containsEntry("shed", 90L).hasSize(1);
    assertThat(server.openMost).isEqualTo(10);
  }

  @Test
  void a_call_without_an_answer_ends_the_load_loudly() {
    server.stallFrom(Duration.ofSeconds(9), Duration.ofDays(1));

    assertThatThrownBy(() -> run(PER_SECOND, PLENTY))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("100 calls have no answer PT5S");
  }

  private LoadFigures run(double perSecond, int openMax) throws InterruptedException {
    time.afterWait(server::answer);
    LoadReadings readings =
        new LoadReadings(LoadWindow.after(0, Duration.ZERO, TEN_SECONDS.plus(ANSWERS_MAX)));
    LoadWindow due = LoadWindow.after(0, Duration.ZERO, TEN_SECONDS);
    loop.run(server, Schedule.even(0, perSecond, 0, 1), openMax, new Patient(due, readings));
    return readings.figures();
  }

  /** The loop ends with its window, and answers that come later count as well. */
  private record Patient(LoadWindow window, LoadReadings readings) implements Readings {

    @Override
    public void began() {}

    @Override
    public void ended(long dueNanos, long endedNanos, Outcome outcome) {
      readings.ended(dueNanos, endedNanos, outcome);
    }
  }

  /** Answers at once, but for a time in which it answers nothing. */
  private final class StallingServer implements Operation<String> {

    private final Deque<CompletableFuture<String>> open = new ArrayDeque<>();
    private long stallsFromNanos = Long.MAX_VALUE;
    private long stallsToNanos = Long.MAX_VALUE;
    private int openMost;

    void stallFrom(Duration from, Duration to) {
      stallsFromNanos = from.toNanos();
      stallsToNanos = to.toNanos();
    }

    void answer() {
      if (!stalls()) {
        while (!open.isEmpty()) {
          open.remove().complete("yes");
        }
      }
    }

    @Override
    public CompletionStage<String> begin(long number) {
      CompletableFuture<String> call = new CompletableFuture<>();
      open.add(call);
      openMost = Math.max(openMost, open.size());
      answer();
      return call;
    }

    @Override
    public Outcome ended(long number, @Nullable String answer, @Nullable Throwable failure) {
      return Outcome.DONE;
    }

    private boolean stalls() {
      return time.nanoTime() >= stallsFromNanos && time.nanoTime() < stallsToNanos;
    }
  }
}
