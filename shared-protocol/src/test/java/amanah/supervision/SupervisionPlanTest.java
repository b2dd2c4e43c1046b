package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static amanah.supervision.Workers.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import amanah.supervision.Ruling.Outcome;
import amanah.supervision.Workers.WorkerFailure;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of OTP's supervisor documentation as tables; the children are a, b and c. */
class SupervisionPlanTest {

  private static final Duration NOON = Duration.ofHours(12);
  private static final ChildEnd FAILED = new ChildEnd.Abnormal(new WorkerFailure());
  private static final ChildEnd ENDED = new ChildEnd.Normal();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # strategy   | b is      | b     | then                                        | b becomes
          ONE_FOR_ONE  | PERMANENT | fails | start b                                     | Running
          ONE_FOR_ONE  | PERMANENT | ends  | start b                                     | Running
          ONE_FOR_ONE  | TRANSIENT | fails | start b                                     | Running
          ONE_FOR_ONE  | TRANSIENT | ends  | ''                                          | Down
          ONE_FOR_ONE  | TEMPORARY | fails | ''                                          | forgotten
          ONE_FOR_ONE  | TEMPORARY | ends  | ''                                          | forgotten
          ONE_FOR_ALL  | PERMANENT | fails | stop c, stop a, start a, start b, start c   | Running
          ONE_FOR_ALL  | PERMANENT | ends  | stop c, stop a, start a, start b, start c   | Running
          ONE_FOR_ALL  | TRANSIENT | fails | stop c, stop a, start a, start b, start c   | Running
          ONE_FOR_ALL  | TRANSIENT | ends  | ''                                          | Down
          ONE_FOR_ALL  | TEMPORARY | fails | ''                                          | forgotten
          ONE_FOR_ALL  | TEMPORARY | ends  | ''                                          | forgotten
          REST_FOR_ONE | PERMANENT | fails | stop c, start b, start c                    | Running
          REST_FOR_ONE | PERMANENT | ends  | stop c, start b, start c                    | Running
          REST_FOR_ONE | TRANSIENT | fails | stop c, start b, start c                    | Running
          REST_FOR_ONE | TRANSIENT | ends  | ''                                          | Down
          REST_FOR_ONE | TEMPORARY | fails | ''                                          | forgotten
          REST_FOR_ONE | TEMPORARY | ends  | ''                                          | forgotten
          """)
  void who_is_restarted_follows_from_strategy_restart_type_and_end(
      Strategy strategy, Restart restart, String end, String steps, String becomes) {
    PlanRunner runner = running(strategy, restart, Restart.PERMANENT);

    runner.ended(B, end.equals("fails") ? FAILED : ENDED, NOON);

    assertThat(runner.steps()).isEqualTo(steps);
    assertThat(runner.phase(B)).isEqualTo(becomes);
    assertThat(runner.phase(A)).isEqualTo("Running");
    assertThat(runner.phase(C)).isEqualTo("Running");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # strategy   | c is      | and c is | when b fails                              | c becomes
          ONE_FOR_ONE  | TEMPORARY | up       | start b                                   | Running
          ONE_FOR_ALL  | TRANSIENT | up       | stop c, stop a, start a, start b, start c | Running
          ONE_FOR_ALL  | TEMPORARY | up       | stop c, stop a, start a, start b          | forgotten
          REST_FOR_ONE | TRANSIENT | up       | stop c, start b, start c                  | Running
          REST_FOR_ONE | TEMPORARY | up       | stop c, start b                           | forgotten
          ONE_FOR_ONE  | TRANSIENT | down     | start b                                   | Down
          ONE_FOR_ALL  | TRANSIENT | down     | stop a, start a, start b, start c         | Running
          REST_FOR_ONE | TRANSIENT | down     | start b, start c                          | Running
          """)
  void a_group_is_restarted_whole_but_for_temporary_children(
      Strategy strategy, Restart restart, String state, String steps, String becomes) {
    PlanRunner runner = running(strategy, Restart.PERMANENT, restart);
    if (state.equals("down")) {
      runner.ended(C, ENDED, NOON);
    }

    runner.ended(B, FAILED, NOON);

    assertThat(runner.steps()).isEqualTo(steps);
    assertThat(runner.phase(C)).isEqualTo(becomes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # strategy   | steps after b and a have failed
          ONE_FOR_ONE  | start a, start b
          ONE_FOR_ALL  | stop c, start a, start b, start c
          REST_FOR_ONE | stop c, start a, start b, start c
          """)
  void a_second_failure_before_the_first_is_dealt_with_joins_it(Strategy strategy, String steps) {
    PlanRunner runner = running(strategy, Restart.PERMANENT, Restart.PERMANENT);

    runner.endedWithoutSteps(B, FAILED, NOON);
    runner.ended(A, FAILED, NOON);

    assertThat(runner.steps()).isEqualTo(steps);
  }

  @Nested
  class Intensity_of_two_restarts_in_ten_seconds {

    private final PlanRunner runner =
        running(Strategy.ONE_FOR_ONE, Restart.PERMANENT, Restart.PERMANENT);

    @Test
    void bears_two() {
      assertThat(runner.ended(B, FAILED, NOON)).isEqualTo(Outcome.RESTART);
      assertThat(runner.ended(C, FAILED, NOON.plusSeconds(9))).isEqualTo(Outcome.RESTART);
      assertThat(runner.closed()).isFalse();
    }

    @Test
    void does_not_bear_three_and_stops_all_in_reverse() {
      runner.ended(B, FAILED, NOON);
      runner.ended(C, FAILED, NOON.plusSeconds(5));

      assertThat(runner.ended(B, FAILED, NOON.plusSeconds(10)))
          .isEqualTo(Outcome.INTENSITY_EXCEEDED);
      assertThat(runner.steps()).isEqualTo("stop c, stop a");
      assertThat(runner.closed()).isTrue();
    }

    @Test
    void slides_so_that_old_restarts_count_no_more() {
      runner.ended(B, FAILED, NOON);
      runner.ended(B, FAILED, NOON.plusSeconds(5));

      assertThat(runner.ended(B, FAILED, NOON.plusMillis(10_001))).isEqualTo(Outcome.RESTART);
      assertThat(runner.ended(B, FAILED, NOON.plusMillis(10_002)))
          .isEqualTo(Outcome.INTENSITY_EXCEEDED);
    }

    @Test
    void does_not_count_ends_that_restart_nothing() {
      PlanRunner temporary = running(Strategy.ONE_FOR_ONE, Restart.TEMPORARY, Restart.TRANSIENT);

      assertThat(temporary.ended(B, FAILED, NOON)).isEqualTo(Outcome.LET_GO);
      assertThat(temporary.ended(C, ENDED, NOON)).isEqualTo(Outcome.LET_GO);
      assertThat(temporary.plan().window().restarts()).isEmpty();
    }
  }

  @Nested
  class A_failed_start {

    @Test
    void is_the_supervisors_failure_at_its_own_start() {
      PlanRunner runner = fresh(Strategy.ONE_FOR_ONE, Restart.PERMANENT, Restart.PERMANENT);
      runner.failNextStartOf(B);

      runner.run();

      assertThat(runner.steps()).isEqualTo("start a, start b, stop a");
      assertThat(runner.outcome()).isEqualTo(Outcome.FIRST_START_FAILED);
      assertThat(runner.closed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            # strategy   | steps when b fails, and fails once more while it is started again
            ONE_FOR_ONE  | start b, start b
            ONE_FOR_ALL  | stop c, stop a, start a, start b, stop a, start a, start b, start c
            REST_FOR_ONE | stop c, start b, start b, start c
            """)
    void is_one_more_restart_at_a_restart(Strategy strategy, String steps) {
      PlanRunner runner = running(strategy, Restart.PERMANENT, Restart.PERMANENT);
      runner.failNextStartOf(B);

      runner.ended(B, FAILED, NOON);

      assertThat(runner.steps()).isEqualTo(steps);
      assertThat(runner.plan().window().restarts()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # strategy   | at once        | once the delay is over
          ONE_FOR_ONE  | ''             | start b
          ONE_FOR_ALL  | stop c, stop a | start a, start b, start c
          REST_FOR_ONE | stop c         | start b, start c
          """)
  void a_delay_holds_back_the_child_and_those_that_depend_on_it(
      Strategy strategy, String before, String after) {
    Supervision supervision =
        PlanRunner.supervision(strategy)
            .child(PlanRunner.child(A, Restart.PERMANENT))
            .child(
                PlanRunner.child(B, Restart.PERMANENT)
                    .restartDelay(Backoff.of(Duration.ofSeconds(1), Duration.ofSeconds(1), 0)))
            .child(PlanRunner.child(C, Restart.PERMANENT));
    PlanRunner runner = PlanRunner.running(supervision);

    runner.ended(B, FAILED, NOON);
    assertThat(runner.steps()).isEqualTo(before);

    runner.delayOver(B);
    assertThat(runner.steps()).isEqualTo(after);
  }

  @Test
  void an_end_of_a_child_that_is_not_alive_is_loud() {
    PlanRunner runner = running(Strategy.ONE_FOR_ONE, Restart.TRANSIENT, Restart.PERMANENT);
    runner.ended(B, ENDED, NOON);

    assertThatIllegalStateException().isThrownBy(() -> runner.ended(B, FAILED, NOON));
  }

  private static PlanRunner fresh(Strategy strategy, Restart b, Restart c) {
    return new PlanRunner(
        PlanRunner.supervision(strategy)
            .child(PlanRunner.child(A, Restart.PERMANENT))
            .child(PlanRunner.child(B, b))
            .child(PlanRunner.child(C, c)));
  }

  private static PlanRunner running(Strategy strategy, Restart b, Restart c) {
    PlanRunner runner = fresh(strategy, b, c);
    runner.run();
    assertThat(runner.steps()).isEqualTo("start a, start b, start c");
    return runner;
  }
}
