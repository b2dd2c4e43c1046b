package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static amanah.supervision.Workers.C;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.javadsl.Behaviors;
import amanah.supervision.SupervisorCommand.Child;
import amanah.supervision.SupervisorCommand.ChildCount;
import amanah.supervision.SupervisorCommand.ChildState;
import amanah.supervision.SupervisorCommand.CountChildren;
import amanah.supervision.SupervisorCommand.DeleteChild;
import amanah.supervision.SupervisorCommand.RestartChild;
import amanah.supervision.SupervisorCommand.Stop;
import amanah.supervision.SupervisorCommand.TerminateChild;
import amanah.supervision.Workers.Order;
import amanah.supervision.Workers.WorkerFailure;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** terminate_child, restart_child, delete_child, which_children and count_children. */
class SupervisorCommandTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private final AtomicBoolean startsFail = new AtomicBoolean();
  private final Family family =
      new Family(
              AKKA.kit(),
              self ->
                  Supervision.restForOne()
                      .child(self.worker(A).shutdown(Order.ANSWER, MINUTE))
                      .child(
                          ChildSpec.permanent(
                                  B,
                                  siblings -> {
                                    if (startsFail.get()) {
                                      throw new WorkerFailure();
                                    }
                                    return Workers.worker(B, self.diary());
                                  })
                              .restartDelay(Backoff.of(MINUTE, MINUTE, 0)))
                      .child(self.worker(C, Restart.TEMPORARY)))
          .notices("up a", "up b", "up c");

  private ChildReply terminate(ChildKey<?> key) {
    return family.ask(replyTo -> new TerminateChild(key, replyTo));
  }

  private ChildReply restart(ChildKey<?> key) {
    return family.ask(replyTo -> new RestartChild(key, replyTo));
  }

  private ChildReply delete(ChildKey<?> key) {
    return family.ask(replyTo -> new DeleteChild(key, replyTo));
  }

  private Child child(int index) {
    return family.children().children().get(index);
  }

  @Test
  void a_terminated_child_stays_down_until_it_is_restarted_and_no_sibling_is_touched() {
    assertThat(terminate(B)).isEqualTo(ChildReply.DONE);
    family.notices("stopped b").quiet();
    assertThat(child(1).state()).isEqualTo(new ChildState.Down());

    assertThat(restart(B)).isEqualTo(ChildReply.DONE);
    family.notices("up b").quiet();
    assertThat(child(1).state().address()).contains(family.ref(B));
  }

  @Test
  void a_terminated_child_may_be_deleted_and_is_then_unknown() {
    terminate(B);

    assertThat(delete(B)).isEqualTo(ChildReply.DONE);

    assertThat(delete(B)).isEqualTo(ChildReply.NOT_FOUND);
    assertThat(restart(B)).isEqualTo(ChildReply.NOT_FOUND);
    assertThat(terminate(B)).isEqualTo(ChildReply.NOT_FOUND);
  }

  @Test
  void a_temporary_child_is_forgotten_when_it_is_terminated() {
    assertThat(terminate(C)).isEqualTo(ChildReply.DONE);

    assertThat(restart(C)).isEqualTo(ChildReply.NOT_FOUND);
  }

  @Test
  void a_running_child_is_neither_restarted_nor_deleted() {
    assertThat(restart(B)).isEqualTo(ChildReply.RUNNING);
    assertThat(delete(B)).isEqualTo(ChildReply.RUNNING);
  }

  @Test
  void a_child_in_its_delay_is_restarting_and_may_be_terminated() {
    family.tell(B, Order.FAIL).notices("failed b", "stopped c");
    assertThat(child(1).state()).isEqualTo(new ChildState.Restarting());
    assertThat(restart(B)).isEqualTo(ChildReply.RESTARTING);
    assertThat(delete(B)).isEqualTo(ChildReply.RESTARTING);

    assertThat(terminate(B)).isEqualTo(ChildReply.DONE);

    family.pass(MINUTE).quiet();
  }

  @Test
  void a_start_that_fails_on_command_is_an_answer_and_no_restart() {
    terminate(B);
    family.notices("stopped b");
    startsFail.set(true);

    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(restart(B)).isEqualTo(ChildReply.START_FAILED);
      family.notices("no start b").quiet();
    }
    assertThat(child(1).state()).isEqualTo(new ChildState.Down());
  }

  @Test
  void a_child_bears_one_command_at_a_time() {
    TestProbe<ChildReply> first = AKKA.kit().createTestProbe();
    family.send(new TerminateChild(A, first.ref())).notices("stopped a");

    assertThat(terminate(A)).isEqualTo(ChildReply.BUSY);
    assertThat(restart(A)).isEqualTo(ChildReply.BUSY);

    family.pass(MINUTE);
    first.expectMessage(ChildReply.DONE);
  }

  @Test
  void a_supervisor_that_is_stopping_obeys_no_more() {
    family.send(new Stop()).notices("stopped c", "stopped b", "stopped a");

    assertThat(terminate(B)).isEqualTo(ChildReply.CLOSING);
    assertThat(restart(B)).isEqualTo(ChildReply.CLOSING);
    assertThat(delete(B)).isEqualTo(ChildReply.CLOSING);

    family.pass(MINUTE).awaitStopped();
  }

  @Test
  void children_are_counted_by_state_and_kind() {
    Family mixed =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(ChildSpec.transientChild(B, siblings -> Behaviors.stopped()))
                    .child(
                        ChildSpec.supervisor(
                            ChildKey.of("inner"), siblings -> Supervision.oneForOne())));
    mixed.notices("up a", "up inner");
    TestProbe<ChildCount> count = AKKA.kit().createTestProbe();

    mixed.send(new CountChildren(count.ref()));

    count.expectMessage(new ChildCount(3, 2, 1, 2));
  }
}
