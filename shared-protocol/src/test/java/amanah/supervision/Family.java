package amanah.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import amanah.supervision.SupervisorCommand.Children;
import amanah.supervision.Workers.Order;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A supervisor under test below a parent, with its observer, its clock and its workers' diary. */
final class Family {

  private final ActorTestKit kit;
  private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ofHours(12));
  private final TestProbe<SupervisorNotice> notices;
  private final TestProbe<String> diary;
  private final TestProbe<Throwable> failures;
  private final ActorRef<SupervisorCommand> supervisor;
  private ChildAddresses addresses = ChildAddresses.none();

  Family(ActorTestKit kit, Function<Family, Supervision> supervision) {
    this.kit = kit;
    notices = kit.createTestProbe();
    diary = kit.createTestProbe();
    failures = kit.createTestProbe();
    supervisor =
        kit.spawn(
            Workers.parent(
                Supervisor.create(
                    supervision.apply(this),
                    notices.ref(),
                    () -> Objects.requireNonNull(now.get()),
                    new SplittableRandom(1)),
                SupervisorCommand.class,
                failures.ref()));
  }

  ChildSpec<Order> worker(ChildKey<Order> key, Restart restart) {
    return ChildSpec.of(key, restart, siblings -> Workers.worker(key, diary.ref()));
  }

  ChildSpec<Order> worker(ChildKey<Order> key) {
    return worker(key, Restart.PERMANENT);
  }

  Behavior<Order> pooled(String name) {
    return Workers.worker(ChildKey.of(name), diary.ref());
  }

  ActorRef<String> diary() {
    return diary.ref();
  }

  ActorRef<SupervisorNotice> observer() {
    return notices.ref();
  }

  /** The next notices, as text, in their order; they are also kept in the addresses. */
  Family notices(String... expected) {
    for (String text : expected) {
      SupervisorNotice notice = notices.receiveMessage();
      addresses = addresses.after(notice);
      assertThat(text(notice)).isEqualTo(text);
    }
    return this;
  }

  Family diary(String... expected) {
    for (String text : expected) {
      diary.expectMessage(text);
    }
    return this;
  }

  /** Everything until now has been dealt with, and there was nothing else to tell. */
  Family quiet() {
    children();
    notices.expectNoMessage(Duration.ZERO);
    return this;
  }

  Family tell(ChildKey<Order> key, Order order) {
    ref(key).tell(order);
    return this;
  }

  <T> ActorRef<T> ref(ChildKey<T> key) {
    return addresses.ref(key);
  }

  Family send(SupervisorCommand command) {
    supervisor.tell(command);
    return this;
  }

  /** Moves the clock and the timers. */
  Family pass(Duration time) {
    children();
    now.updateAndGet(instant -> instant.plus(time));
    ManualTime.get(kit.system()).timePasses(time);
    return this;
  }

  Children children() {
    TestProbe<Children> probe = kit.createTestProbe();
    supervisor.tell(new SupervisorCommand.WhichChildren(probe.ref()));
    return probe.receiveMessage();
  }

  ChildReply ask(Function<ActorRef<ChildReply>, SupervisorCommand> command) {
    TestProbe<ChildReply> probe = kit.createTestProbe();
    supervisor.tell(command.apply(probe.ref()));
    return probe.receiveMessage();
  }

  Throwable failure() {
    return failures.receiveMessage();
  }

  void awaitStopped() {
    failures.expectTerminated(supervisor);
  }

  private static String text(SupervisorNotice notice) {
    return switch (notice) {
      case SupervisorNotice.ChildUp<?> up -> "up " + up.key();
      case SupervisorNotice.ChildDown down -> reason(down.reason()) + " " + down.key();
      case SupervisorNotice.ChildStartFailed failed -> "no start " + failed.key();
    };
  }

  private static String reason(SupervisorNotice.DownReason reason) {
    return switch (reason) {
      case SupervisorNotice.DownReason.Failed failed -> "failed";
      case SupervisorNotice.DownReason.Ended ended -> "ended";
      case SupervisorNotice.DownReason.Stopped stopped -> "stopped";
    };
  }
}
