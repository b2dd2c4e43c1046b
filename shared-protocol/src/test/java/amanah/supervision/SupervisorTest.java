package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static amanah.supervision.Workers.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import amanah.supervision.SupervisorCommand.Stop;
import amanah.supervision.Workers.Order;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supervisor as an actor: the order of starts and stops, addresses, notices, delays. */
class SupervisorTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private static Family family(Supervision supervision) {
    return new Family(
        AKKA.kit(),
        family ->
            supervision
                .intensity(5, Duration.ofSeconds(10))
                .child(family.worker(A))
                .child(family.worker(B))
                .child(family.worker(C)));
  }

  @Nested
  class Order_of_things {

    @Test
    void children_start_in_order_and_stop_in_reverse_order() {
      Family family = family(Supervision.oneForOne());
      family.notices("up a", "up b", "up c").diary("start a", "start b", "start c");

      family.send(new Stop()).notices("stopped c", "stopped b", "stopped a");

      family.diary("stop c", "stop b", "stop a").awaitStopped();
    }

    @Test
    void the_next_child_waits_until_the_one_before_says_that_its_start_is_complete() {
      CompletableFuture<StartSignal> signal = new CompletableFuture<>();
      Family family =
          new Family(
              AKKA.kit(),
              self ->
                  Supervision.oneForOne()
                      .child(
                          ChildSpec.permanent(
                              A,
                              (siblings, started) -> {
                                signal.complete(started);
                                return Workers.worker(A, self.diary());
                              }))
                      .child(self.worker(B)));
      family.diary("start a").quiet();

      signal.join().started();
      signal.join().started();

      family.notices("up a", "up b").diary("start b").quiet();
    }

    @Test
    void a_child_with_nothing_to_do_is_no_failure_and_stays_down() {
      Family family =
          new Family(
              AKKA.kit(),
              self ->
                  Supervision.oneForOne()
                      .child(ChildSpec.permanent(A, siblings -> Behaviors.stopped()))
                      .child(self.worker(B)));

      family.notices("up b").quiet();
      assertThat(family.children().children().getFirst().state())
          .isEqualTo(new SupervisorCommand.ChildState.Down());
    }

    @Test
    void two_children_of_one_name_are_refused() {
      Supervision one =
          Supervision.oneForOne().child(ChildSpec.temporary(A, siblings -> Behaviors.empty()));

      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  one.child(
                      ChildSpec.temporary(ChildKey.of("a"), siblings -> Behaviors.stopped())));
    }
  }

  @Nested
  class Restarts {

    @Test
    void one_for_one_leaves_the_others_alone() {
      Family family = family(Supervision.oneForOne()).notices("up a", "up b", "up c");

      family.tell(B, Order.FAIL).notices("failed b", "up b").quiet();
    }

    @Test
    void one_for_all_takes_all_of_them() {
      Family family = family(Supervision.oneForAll()).notices("up a", "up b", "up c");

      family
          .tell(B, Order.FAIL)
          .notices("failed b", "stopped c", "stopped a", "up a", "up b", "up c")
          .quiet();
    }

    @Test
    void rest_for_one_takes_those_after_it() {
      Family family = family(Supervision.restForOne()).notices("up a", "up b", "up c");

      family.tell(B, Order.FAIL).notices("failed b", "stopped c", "up b", "up c").quiet();
    }

    @Test
    void later_children_get_the_new_addresses_of_those_before() {
      AtomicReference<ActorRef<Order>> seen = new AtomicReference<>();
      Family family =
          new Family(
              AKKA.kit(),
              self ->
                  Supervision.restForOne()
                      .child(self.worker(A))
                      .child(
                          ChildSpec.permanent(
                              B,
                              siblings -> {
                                seen.set(siblings.ref(A));
                                assertThat(siblings.find(B)).isEmpty();
                                assertThat(siblings.find(C)).isEmpty();
                                return Workers.worker(B, self.diary());
                              }))
                      .child(self.worker(C)));
      family.notices("up a", "up b", "up c");
      ActorRef<Order> old = family.ref(A);
      assertThat(seen).hasValue(old);

      family.tell(A, Order.FAIL);

      family.notices("failed a", "stopped c", "stopped b", "up a", "up b", "up c");
      assertThat(seen.get()).isEqualTo(family.ref(A)).isNotEqualTo(old);
    }

    @Test
    void a_temporary_child_is_forgotten_when_it_fails() {
      Family family =
          new Family(
              AKKA.kit(),
              self ->
                  Supervision.oneForAll()
                      .child(self.worker(A))
                      .child(self.worker(B, Restart.TEMPORARY)));
      family.notices("up a", "up b");

      family.tell(B, Order.FAIL).notices("failed b").quiet();

      assertThat(family.children().children()).hasSize(1);
    }
  }

  @Nested
  class Graceful_stop {

    private final Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.restForOne()
                    .child(self.worker(A))
                    .child(self.worker(B).shutdown(Order.END, SECOND))
                    .child(self.worker(C).shutdown(Order.ANSWER, SECOND)));

    @Test
    void a_child_is_asked_and_stopped_by_force_only_when_its_patience_is_over() {
      family.notices("up a", "up b", "up c").diary("start a", "start b", "start c");

      family.send(new Stop()).notices("stopped c").diary("answer c").quiet();
      family.pass(SECOND.minusMillis(1)).quiet();
      family.pass(Duration.ofMillis(1));

      family.notices("stopped b", "stopped a").diary("stop c", "stop b", "stop a");
      family.awaitStopped();
    }

    @Test
    void a_sibling_before_it_waits_for_its_end_before_it_is_restarted() {
      family.notices("up a", "up b", "up c");

      family.tell(B, Order.FAIL).notices("failed b", "stopped c").quiet();
      family.pass(SECOND).notices("up b", "up c").quiet();
    }
  }

  @Nested
  class Restart_delay {

    private final Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.restForOne()
                    .intensity(5, Duration.ofHours(1))
                    .child(self.worker(A))
                    .child(
                        self.worker(B)
                            .restartDelay(
                                Backoff.of(SECOND, SECOND.multipliedBy(4), 0)
                                    .resetAfter(Duration.ofMinutes(1))))
                    .child(self.worker(C)));

    @Test
    void the_child_and_its_dependents_are_down_for_the_delay() {
      family.notices("up a", "up b", "up c");

      family.tell(B, Order.FAIL).notices("failed b", "stopped c").quiet();
      family.pass(SECOND.minusMillis(1)).quiet();
      family.pass(Duration.ofMillis(1)).notices("up b", "up c").quiet();
    }

    @Test
    void the_delay_grows_to_its_maximum_and_is_reset_after_a_time_without_failure() {
      family.notices("up a", "up b", "up c");

      failAndRestartAfter(1);
      failAndRestartAfter(2);
      failAndRestartAfter(4);
      failAndRestartAfter(4);
      family.pass(Duration.ofMinutes(1));
      failAndRestartAfter(1);
    }

    private void failAndRestartAfter(int seconds) {
      family.tell(B, Order.FAIL).notices("failed b", "stopped c");
      family.pass(SECOND.multipliedBy(seconds).minusMillis(1)).quiet();
      family.pass(Duration.ofMillis(1)).notices("up b", "up c");
    }

    @Test
    void another_child_that_fails_during_the_delay_does_not_shorten_it() {
      family.notices("up a", "up b", "up c");
      family.tell(B, Order.FAIL).notices("failed b", "stopped c");

      family.tell(A, Order.FAIL).notices("failed a", "up a").quiet();

      family.pass(SECOND).notices("up b", "up c").quiet();
    }

    @Test
    void a_supervisor_that_is_told_to_stop_does_not_wait_for_the_delay() {
      family.notices("up a", "up b", "up c");
      family.tell(B, Order.FAIL).notices("failed b", "stopped c");

      family.send(new Stop()).notices("stopped a").awaitStopped();
    }
  }

  @ParameterizedTest
  @CsvSource({"FAIL, failed", "END, ended"})
  void a_notice_says_why_a_child_is_down(Order order, String why) {
    Family family = family(Supervision.oneForOne()).notices("up a", "up b", "up c");

    family.tell(C, order).notices(why + " c", "up c");
  }
}
