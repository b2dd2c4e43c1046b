package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static amanah.supervision.Workers.C;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.typed.Behavior;
import amanah.supervision.SupervisorCommand.Stop;
import amanah.supervision.Workers.Order;
import amanah.supervision.Workers.WorkerFailure;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a supervisor gives up: it stops its children in reverse order, and fails by name. */
class EscalationTest {

  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final ChildKey<SupervisorCommand> INNER = ChildKey.of("inner");

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  @Test
  void one_restart_too_many_ends_all_children_and_the_supervisor() {
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .intensity(2, PERIOD)
                    .child(self.worker(A))
                    .child(self.worker(B))
                    .child(self.worker(C)));
    family.notices("up a", "up b", "up c");

    family.tell(B, Order.FAIL).notices("failed b", "up b");
    family.tell(A, Order.FAIL).notices("failed a", "up a");
    family.tell(B, Order.FAIL).notices("failed b", "stopped c", "stopped a");

    assertThat(family.failure())
        .isInstanceOf(RestartIntensityExceededException.class)
        .hasMessage("More than 2 restarts within PT10S; the last was due for child 'b'")
        .hasCauseInstanceOf(WorkerFailure.class);
  }

  @Test
  void restarts_that_are_far_enough_apart_are_borne_for_ever() {
    Family family =
        new Family(
            AKKA.kit(), self -> Supervision.oneForOne().intensity(1, PERIOD).child(self.worker(A)));
    family.notices("up a");

    for (int round = 0; round < 5; round++) {
      family.tell(A, Order.FAIL).notices("failed a", "up a");
      family.pass(PERIOD.plusMillis(1));
    }
  }

  @Test
  void an_intensity_of_none_bears_none() {
    Family family =
        new Family(
            AKKA.kit(), self -> Supervision.oneForOne().intensity(0, PERIOD).child(self.worker(A)));
    family.notices("up a").tell(A, Order.END).notices("ended a");

    assertThat(family.failure()).isInstanceOf(RestartIntensityExceededException.class);
  }

  @Test
  void a_child_that_cannot_start_with_the_supervisor_ends_it() {
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(self.worker(B))
                    .child(
                        ChildSpec.permanent(
                            C,
                            siblings -> {
                              throw new WorkerFailure();
                            })));

    family.notices("up a", "up b", "no start c", "stopped b", "stopped a");
    assertThat(family.failure())
        .isInstanceOf(ChildStartException.class)
        .hasMessage("Child 'c' could not start")
        .hasCauseInstanceOf(WorkerFailure.class);
  }

  @Test
  void a_child_that_cannot_start_again_is_tried_again_under_the_intensity() {
    AtomicInteger starts = new AtomicInteger();
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.restForOne()
                    .intensity(2, PERIOD)
                    .child(self.worker(A))
                    .child(ChildSpec.permanent(B, siblings -> failingSecondStart(starts, self)))
                    .child(self.worker(C)));
    family.notices("up a", "up b", "up c");

    family.tell(B, Order.FAIL);

    family.notices("failed b", "stopped c", "no start b", "up b", "up c");
    family.tell(C, Order.FAIL).notices("failed c", "stopped b", "stopped a");
    assertThat(family.failure()).isInstanceOf(RestartIntensityExceededException.class);
  }

  private static Behavior<Order> failingSecondStart(AtomicInteger starts, Family family) {
    if (starts.incrementAndGet() == 2) {
      throw new WorkerFailure();
    }
    return Workers.worker(B, family.diary());
  }

  @Test
  void a_delayed_child_that_never_starts_uses_up_the_intensity_at_its_own_pace() {
    AtomicInteger starts = new AtomicInteger();
    Duration second = Duration.ofSeconds(1);
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .intensity(2, PERIOD)
                    .child(
                        ChildSpec.permanent(A, siblings -> failingLaterStarts(starts, self))
                            .restartDelay(Backoff.of(second, second.multipliedBy(60), 0))));
    family.notices("up a").tell(A, Order.FAIL).notices("failed a").quiet();

    family.pass(second).notices("no start a").quiet();
    family.pass(second.multipliedBy(2)).notices("no start a");

    assertThat(family.failure()).isInstanceOf(RestartIntensityExceededException.class);
  }

  private static Behavior<Order> failingLaterStarts(AtomicInteger starts, Family family) {
    if (starts.incrementAndGet() > 1) {
      throw new WorkerFailure();
    }
    return Workers.worker(A, family.diary());
  }

  /** Above: a, inner, c. Below inner: b. */
  private static Family twoLevels(int outerRestartsMax) {
    return new Family(
        AKKA.kit(),
        self ->
            Supervision.restForOne()
                .intensity(outerRestartsMax, PERIOD)
                .child(self.worker(A))
                .child(
                    ChildSpec.supervisor(
                        INNER,
                        siblings ->
                            Supervision.oneForOne().intensity(0, PERIOD).child(self.worker(B)),
                        self.observer()))
                .child(self.worker(C)));
  }

  @Test
  void a_nested_supervisor_is_started_when_its_children_are_and_stops_them_in_its_turn() {
    Family family = twoLevels(1);
    family.notices("up a", "up b", "up inner", "up c").diary("start a", "start b", "start c");

    family.send(new Stop());

    family.notices("stopped c", "stopped inner", "stopped b", "stopped a");
    family.diary("stop c", "stop b", "stop a").awaitStopped();
  }

  @Test
  void a_nested_supervisor_that_gives_up_is_restarted_by_the_one_above_like_any_child() {
    Family family = twoLevels(1).notices("up a", "up b", "up inner", "up c");

    family.tell(B, Order.FAIL);

    family.notices("failed b", "failed inner", "stopped c", "up b", "up inner", "up c").quiet();
  }

  @Test
  void when_the_one_above_gives_up_too_the_failure_has_passed_two_levels() {
    Family family = twoLevels(1).notices("up a", "up b", "up inner", "up c");
    family.tell(B, Order.FAIL);
    family.notices("failed b", "failed inner", "stopped c", "up b", "up inner", "up c");

    family.tell(B, Order.FAIL).notices("failed b", "failed inner", "stopped c", "stopped a");

    assertThat(family.failure())
        .isInstanceOf(RestartIntensityExceededException.class)
        .hasMessageContaining("'inner'")
        .hasCauseInstanceOf(RestartIntensityExceededException.class)
        .hasRootCauseInstanceOf(WorkerFailure.class);
  }
}
