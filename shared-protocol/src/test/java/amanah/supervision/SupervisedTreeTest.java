package amanah.supervision;

import static amanah.supervision.Workers.A;
import static amanah.supervision.Workers.B;
import static amanah.supervision.Workers.C;

import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.Behaviors;
import amanah.supervision.Workers.Order;
import amanah.testing.ActorTestKitExtension;
import amanah.time.ElapsedTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SupervisedTreeTest {

  @RegisterExtension static final ActorTestKitExtension AKKA = new ActorTestKitExtension();

  private final TestProbe<String> diary = AKKA.kit().createTestProbe();

  private ChildSpec<Order> worker(ChildKey<Order> key) {
    return ChildSpec.permanent(key, siblings -> Workers.worker(key, diary.ref()));
  }

  /** Stops its tree on any message, and itself after it. */
  private Behavior<String> root() {
    return Behaviors.setup(
        context -> {
          SupervisedTree tree =
              SupervisedTree.start(
                  context,
                  Supervision.oneForOne().child(worker(A)).child(worker(B)).child(worker(C)),
                  context.getSystem().ignoreRef(),
                  ElapsedTime.ofMachine(),
                  new SplittableRandom(1));
          return Behaviors.receive(String.class)
              .onAnyMessage(
                  stop -> {
                    tree.stop();
                    return Behaviors.same();
                  })
              .onSignal(
                  Terminated.class,
                  ended -> tree.hasStopped(ended) ? Behaviors.stopped() : Behaviors.unhandled())
              .build();
        });
  }

  @Test
  void it_stops_in_the_reverse_order_of_its_start_before_its_root_does() {
    ActorRef<String> root = AKKA.kit().spawn(root());
    diary.expectMessage("start a");
    diary.expectMessage("start b");
    diary.expectMessage("start c");

    root.tell("stop");
    root.tell("stop");

    diary.expectMessage("stop c");
    diary.expectMessage("stop b");
    diary.expectMessage("stop a");
    diary.expectTerminated(root);
  }
}
