package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static amanah.supervision.Workers.C;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.supervision.DynamicSupervisorCommand.StartChild;
import amanah.supervision.DynamicSupervisorCommand.StartReply;
import amanah.supervision.DynamicSupervisorCommand.TerminateChild;
import amanah.supervision.SupervisorCommand.Stop;
import amanah.supervision.Workers.Order;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Children that hang when they are to stop, and what becomes of the others. */
class HangingChildTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final ChildKey<SupervisorCommand> INNER = ChildKey.of("inner");
  private static final ChildKey<DynamicSupervisorCommand<String, Order>> POOL = ChildKey.of("pool");

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private final CountDownLatch hung = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void let_go() {
    release.countDown();
  }

  private Behavior<Order> hanging() {
    return Behaviors.receiveMessage(
        order -> {
          hung.countDown();
          release.await();
          return Behaviors.same();
        });
  }

  private ChildSpec<Order> hangingB() {
    return ChildSpec.permanent(B, siblings -> hanging());
  }

  private void hang(Family family) throws InterruptedException {
    family.tell(B, Order.ANSWER);
    hung.await();
  }

  @Test
  void it_holds_up_the_stop_of_those_before_it_for_five_seconds_and_no_longer()
      throws InterruptedException {
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(hangingB())
                    .child(self.worker(C)));
    hang(family.notices("up a", "up b", "up c"));

    family.send(new Stop()).notices("stopped c", "stopped b").quiet();
    family.pass(PATIENCE.minus(MOMENT)).quiet();
    family.pass(MOMENT).notices("stopped a").diary("start a", "start c", "stop c", "stop a");
  }

  @Test
  void its_time_may_be_another() throws InterruptedException {
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(hangingB().shutdown(Duration.ofSeconds(1))));
    hang(family.notices("up a", "up b"));

    family.send(new Stop()).notices("stopped b").pass(Duration.ofSeconds(1)).notices("stopped a");
  }

  @Test
  void one_that_was_asked_first_has_half_a_second_more() throws InterruptedException {
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(hangingB().shutdown(Order.END, PATIENCE)));
    hang(family.notices("up a", "up b"));

    family.send(new Stop()).notices("stopped b").pass(PATIENCE).quiet();
    family.pass(Duration.ofMillis(500)).notices("stopped a");
  }

  @Test
  void its_place_is_taken_by_another_while_it_still_hangs() throws InterruptedException {
    Family family =
        new Family(
            AKKA.kit(), self -> Supervision.restForOne().child(self.worker(A)).child(hangingB()));
    hang(family.notices("up a", "up b"));

    family.tell(A, Order.FAIL).notices("failed a", "stopped b").quiet();
    family.pass(PATIENCE).notices("up a", "up b");

    assertThat(family.ref(B).path().name()).isEqualTo("b~1");
    release.countDown();
    family.tell(B, Order.ANSWER).quiet();
    family.send(new Stop()).notices("stopped b", "stopped a").awaitStopped();
  }

  /**
   * Its supervisor is done with it, and would else believe that its successor has nothing to do.
   */
  @Test
  void what_it_says_after_it_was_given_up_is_not_believed() throws InterruptedException {
    AtomicReference<ActorRef<Order>> first = new AtomicReference<>();
    Behavior<Order> starting =
        Behaviors.setup(
            context -> {
              first.set(context.getSelf());
              hung.countDown();
              release.await();
              return Behaviors.stopped();
            });
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(ChildSpec.permanent(B, siblings -> starting)));
    hung.await();
    TestProbe<ChildReply> terminated = AKKA.kit().createTestProbe();
    family.send(new SupervisorCommand.TerminateChild(B, terminated.ref())).pass(PATIENCE);
    terminated.expectMessage(ChildReply.DONE);

    release.countDown();
    terminated.expectTerminated(first.get());

    assertThat(family.children().children()).hasSize(2);
    family.send(new Stop()).awaitStopped();
  }

  @Test
  void a_supervisor_that_cannot_end_because_of_it_is_not_waited_for_either()
      throws InterruptedException {
    Family family =
        new Family(
            AKKA.kit(),
            self ->
                Supervision.oneForOne()
                    .child(self.worker(A))
                    .child(
                        ChildSpec.supervisor(
                            INNER,
                            siblings -> Supervision.oneForOne().child(hangingB()),
                            self.observer())));
    hang(family.notices("up a", "up b", "up inner"));

    family.send(new Stop()).notices("stopped inner", "stopped b");
    family.pass(PATIENCE).notices("stopped a");
  }

  @Test
  void children_that_come_and_go_end_before_those_who_came_before_their_supervisor() {
    TestProbe<StartReply<Order>> started = AKKA.kit().createTestProbe();
    Family family = new Family(AKKA.kit(), self -> withPool(self, name -> self.pooled(name)));
    family.notices("up a", "up pool").diary("start a");
    family.ref(POOL).tell(new StartChild<>("one", started.ref()));
    assertThat(started.receiveMessage()).isInstanceOf(StartReply.Started.class);

    family.send(new Stop()).notices("stopped pool", "stopped a");

    family.diary("start one", "stop one", "stop a").awaitStopped();
  }

  @Test
  void one_of_those_who_come_and_go_is_forgotten_when_its_time_is_over()
      throws InterruptedException {
    TestProbe<StartReply<Order>> started = AKKA.kit().createTestProbe();
    TestProbe<ChildReply> terminated = AKKA.kit().createTestProbe();
    Family family = new Family(AKKA.kit(), self -> withPool(self, name -> hanging()));
    family.notices("up a", "up pool");
    family.ref(POOL).tell(new StartChild<>("one", started.ref()));
    if (started.receiveMessage() instanceof StartReply.Started<Order> child) {
      child.ref().tell(Order.ANSWER);
      hung.await();
      family.ref(POOL).tell(new TerminateChild<>(child.key(), terminated.ref()));
    }
    TestProbe<SupervisorCommand.ChildCount> counted = AKKA.kit().createTestProbe();
    family.ref(POOL).tell(new DynamicSupervisorCommand.CountChildren<>(counted.ref()));
    assertThat(counted.receiveMessage().active()).isEqualTo(1);

    family.pass(PATIENCE);

    terminated.expectMessage(ChildReply.DONE);
    family.send(new Stop()).notices("stopped pool", "stopped a");
  }

  private static Supervision withPool(Family family, Function<String, Behavior<Order>> factory) {
    return Supervision.oneForOne()
        .child(family.worker(A))
        .child(
            ChildSpec.dynamicSupervisor(
                POOL, siblings -> DynamicSupervision.of(Restart.TEMPORARY, 3, factory)));
  }
}
