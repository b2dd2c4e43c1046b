package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.PostStop;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.Behaviors;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Children for tests, which write their starts and stops into a diary, and do what they are told.
 */
final class Workers {

  static final ChildKey<Order> A = ChildKey.of("a");
  static final ChildKey<Order> B = ChildKey.of("b");
  static final ChildKey<Order> C = ChildKey.of("c");

  /** What a worker is told to do. */
  enum Order {
    FAIL,
    END,
    ANSWER
  }

  /** What a worker throws. */
  static final class WorkerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerFailure() {
      super("as told", null, false, false);
    }
  }

  static {
    // The failures are ordered; nobody needs to read of each of them.
    for (String name : List.of("akka.actor.SupervisorStrategy", Supervisor.class.getName())) {
      if (LoggerFactory.getLogger(name) instanceof Logger logger) {
        logger.setLevel(Level.OFF);
      }
    }
  }

  private Workers() {}

  static Behavior<Order> worker(ChildKey<?> key, ActorRef<String> diary) {
    return Behaviors.setup(
        context -> {
          diary.tell("start " + key);
          return Behaviors.receive(Order.class)
              .onMessage(Order.class, order -> obey(order, key, diary))
              .onSignal(PostStop.class, stopped -> leave(key, diary))
              .build();
        });
  }

  private static Behavior<Order> obey(Order order, ChildKey<?> key, ActorRef<String> diary) {
    return switch (order) {
      case FAIL -> throw new WorkerFailure();
      case END -> Behaviors.stopped();
      case ANSWER -> {
        diary.tell("answer " + key);
        yield Behaviors.same();
      }
    };
  }

  private static Behavior<Order> leave(ChildKey<?> key, ActorRef<String> diary) {
    diary.tell("stop " + key);
    return Behaviors.same();
  }

  /** Spawns one child, hands it what it is told, and reports with what exception it failed. */
  static <M> Behavior<M> parent(Behavior<M> child, Class<M> type, ActorRef<Throwable> failures) {
    return Behaviors.setup(
        context -> {
          ActorRef<M> ref = context.spawn(child, "supervisor");
          context.watch(ref);
          return Behaviors.receive(type)
              .onAnyMessage(
                  message -> {
                    ref.tell(message);
                    return Behaviors.same();
                  })
              .onSignal(
                  ChildFailed.class,
                  failed -> {
                    failures.tell(failed.cause());
                    return Behaviors.stopped();
                  })
              .onSignal(Terminated.class, ended -> Behaviors.stopped())
              .build();
        });
  }
}
