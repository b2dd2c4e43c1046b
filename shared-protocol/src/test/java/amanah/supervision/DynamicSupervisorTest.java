package amanah.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.supervision.DynamicSupervisorCommand.CountChildren;
import amanah.supervision.DynamicSupervisorCommand.StartChild;
import amanah.supervision.DynamicSupervisorCommand.StartReply;
import amanah.supervision.DynamicSupervisorCommand.Stop;
import amanah.supervision.DynamicSupervisorCommand.TerminateChild;
import amanah.supervision.SupervisorCommand.ChildCount;
import amanah.supervision.SupervisorNotice.ChildDown;
import amanah.supervision.SupervisorNotice.ChildStartFailed;
import amanah.supervision.SupervisorNotice.ChildUp;
import amanah.supervision.SupervisorNotice.DownReason;
import amanah.supervision.Workers.Order;
import amanah.supervision.Workers.WorkerFailure;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supervisor of children that come and go; its clock stands still. */
class DynamicSupervisorTest {

  private static final Duration PERIOD = Duration.ofSeconds(10);

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private final TestProbe<SupervisorNotice> notices = AKKA.kit().createTestProbe();
  private final TestProbe<Throwable> failures = AKKA.kit().createTestProbe();
  private final TestProbe<String> diary = AKKA.kit().createTestProbe();
  private final AtomicBoolean startsFail = new AtomicBoolean();

  private DynamicSupervision<String, Order> workers(Restart restart) {
    return DynamicSupervision.<String, Order>of(restart, 3, this::worker).intensity(2, PERIOD);
  }

  private Behavior<Order> worker(String name) {
    if (startsFail.get()) {
      throw new WorkerFailure();
    }
    return name.equals("idle")
        ? Behaviors.stopped()
        : Workers.worker(ChildKey.of(name), diary.ref());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
  private ActorRef<DynamicSupervisorCommand<String, Order>> spawn(
      DynamicSupervision<String, Order> supervision) {
    Behavior<DynamicSupervisorCommand<String, Order>> behavior =
        DynamicSupervisor.create(
            supervision, notices.ref(), () -> Duration.ZERO, new SplittableRandom(1));
    return AKKA.kit()
        .spawn(Workers.parent(behavior, (Class) DynamicSupervisorCommand.class, failures.ref()));
  }

  private StartReply<Order> start(
      ActorRef<DynamicSupervisorCommand<String, Order>> supervisor, String name) {
    TestProbe<StartReply<Order>> probe = AKKA.kit().createTestProbe();
    supervisor.tell(new StartChild<>(name, probe.ref()));
    return probe.receiveMessage();
  }

  private StartReply.Started<Order> started(
      ActorRef<DynamicSupervisorCommand<String, Order>> supervisor, String name) {
    if (start(supervisor, name) instanceof StartReply.Started<Order> started) {
      notices.expectMessage(new ChildUp<>(started.key(), started.ref()));
      return started;
    }
    throw new AssertionError("Not started: " + name);
  }

  private ChildReply terminate(
      ActorRef<DynamicSupervisorCommand<String, Order>> supervisor, ChildKey<Order> key) {
    TestProbe<ChildReply> probe = AKKA.kit().createTestProbe();
    supervisor.tell(new TerminateChild<>(key, probe.ref()));
    return probe.receiveMessage();
  }

  private ChildCount count(ActorRef<DynamicSupervisorCommand<String, Order>> supervisor) {
    TestProbe<ChildCount> probe = AKKA.kit().createTestProbe();
    supervisor.tell(new CountChildren<>(probe.ref()));
    return probe.receiveMessage();
  }

  private void expectFailed(ChildKey<Order> key) {
    ChildDown down = notices.expectMessageClass(ChildDown.class);
    assertThat(down.key()).isEqualTo(key);
    assertThat(down.reason()).isInstanceOf(DownReason.Failed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # restart | order | children after
          PERMANENT | FAIL  | 1
          PERMANENT | END   | 1
          TRANSIENT | FAIL  | 1
          TRANSIENT | END   | 0
          TEMPORARY | FAIL  | 0
          TEMPORARY | END   | 0
          """)
  void a_child_is_restarted_by_its_rule_or_forgotten(Restart restart, Order order, int after) {
    var supervisor = spawn(workers(restart));
    StartReply.Started<Order> child = started(supervisor, "one");

    child.ref().tell(order);

    notices.expectMessageClass(ChildDown.class);
    if (after == 1) {
      assertThat(notices.expectMessageClass(ChildUp.class).key()).isEqualTo(child.key());
    }
    assertThat(count(supervisor)).isEqualTo(new ChildCount(after, after, 0, after));
  }

  @Test
  void there_are_never_more_children_than_there_may_be() {
    var supervisor = spawn(workers(Restart.PERMANENT));
    StartReply.Started<Order> one = started(supervisor, "one");
    started(supervisor, "two");
    started(supervisor, "three");

    assertThat(start(supervisor, "four")).isEqualTo(new StartReply.ChildrenMaxReached<Order>(3));

    assertThat(terminate(supervisor, one.key())).isEqualTo(ChildReply.DONE);
    notices.expectMessage(new ChildDown(one.key(), new DownReason.Stopped()));
    started(supervisor, "four");
  }

  @Test
  void a_bound_of_no_children_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DynamicSupervision.<String, Order>of(Restart.PERMANENT, 0, this::worker));
  }

  @Test
  void a_terminated_child_is_forgotten() {
    var supervisor = spawn(workers(Restart.PERMANENT));
    StartReply.Started<Order> one = started(supervisor, "one");

    assertThat(terminate(supervisor, one.key())).isEqualTo(ChildReply.DONE);
    assertThat(terminate(supervisor, one.key())).isEqualTo(ChildReply.NOT_FOUND);
    assertThat(count(supervisor)).isEqualTo(new ChildCount(0, 0, 0, 0));
  }

  @Test
  void a_start_that_fails_or_has_nothing_to_do_is_an_answer_and_no_restart() {
    var supervisor = spawn(workers(Restart.PERMANENT).intensity(0, PERIOD));

    assertThat(start(supervisor, "idle")).isEqualTo(new StartReply.Ignored<Order>());
    startsFail.set(true);
    assertThat(start(supervisor, "one")).isInstanceOf(StartReply.Failed.class);

    startsFail.set(false);
    started(supervisor, "two");
  }

  @Test
  void all_children_share_the_intensity() {
    var supervisor = spawn(workers(Restart.PERMANENT));
    StartReply.Started<Order> one = started(supervisor, "one");
    StartReply.Started<Order> two = started(supervisor, "two");
    StartReply.Started<Order> three = started(supervisor, "three");

    one.ref().tell(Order.FAIL);
    expectFailed(one.key());
    notices.expectMessageClass(ChildUp.class);
    two.ref().tell(Order.FAIL);
    expectFailed(two.key());
    notices.expectMessageClass(ChildUp.class);
    three.ref().tell(Order.FAIL);
    expectFailed(three.key());

    assertThat(failures.receiveMessage()).isInstanceOf(RestartIntensityExceededException.class);
  }

  @Test
  void a_restart_may_be_delayed_and_counts_when_it_fails() {
    Duration second = Duration.ofSeconds(1);
    var supervisor = spawn(workers(Restart.TRANSIENT).restartDelay(Backoff.of(second, second, 0)));
    StartReply.Started<Order> one = started(supervisor, "one");
    startsFail.set(true);

    one.ref().tell(Order.FAIL);
    expectFailed(one.key());
    assertThat(count(supervisor)).isEqualTo(new ChildCount(1, 0, 0, 1));
    ManualTime.get(AKKA.kit().system()).timePasses(second);
    notices.expectMessageClass(ChildStartFailed.class);
    assertThat(count(supervisor)).isEqualTo(new ChildCount(1, 0, 0, 1));
    startsFail.set(false);
    ManualTime.get(AKKA.kit().system()).timePasses(second);

    assertThat(notices.expectMessageClass(ChildUp.class).key()).isEqualTo(one.key());
  }

  @Test
  void a_stop_stops_all_children_and_then_the_supervisor() {
    var supervisor = spawn(workers(Restart.PERMANENT).shutdown(Order.ANSWER, PERIOD));
    started(supervisor, "one");
    started(supervisor, "two");

    supervisor.tell(new Stop<>());

    notices.expectMessageClass(ChildDown.class);
    notices.expectMessageClass(ChildDown.class);
    assertThat(start(supervisor, "late")).isEqualTo(new StartReply.Closing<Order>());
    ManualTime.get(AKKA.kit().system()).timePasses(PERIOD);
    failures.expectTerminated(supervisor);
  }
}
