package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes a child's behaviour, and fixes when the child's start is complete. */
sealed interface ChildFactory<T> {

  /** Complete when the deferred setup has run. */
  record AfterSetup<T>(Function<ChildAddresses, Behavior<T>> factory) implements ChildFactory<T> {}

  /** Complete when the child says so; OTP's {@code proc_lib:init_ack}. */
  record OnSignal<T>(BiFunction<ChildAddresses, StartSignal, Behavior<T>> factory)
      implements ChildFactory<T> {}

  /** A supervisor, which says more than when its start is complete. */
  record Supervising<T>(BiFunction<ChildAddresses, SupervisorSignals, Behavior<T>> factory)
      implements ChildFactory<T> {}

  /**
   * The child's behaviour, which makes these notes for the supervisor while it starts.
   *
   * <p>A behaviour that is already stopped after its setup is OTP's {@code ignore}: no failure. The
   * supervisor reads the notes before the signal that the child has ended, because Akka puts that
   * signal into the same mailbox.
   */
  default Behavior<T> behavior(
      ChildKey<T> key, ChildAddresses siblings, Consumer<ChildNote> supervisor) {
    return Behaviors.setup(
        context -> {
          ActorRef<T> self = context.getSelf();
          SupervisorSignals signals = signals(key, self, supervisor);
          Behavior<T> child = Behavior.start(create(siblings, signals), context);
          if (!Behavior.isAlive(child)) {
            supervisor.accept(new ChildNote.Ignored(key, self));
          } else if (this instanceof AfterSetup) {
            signals.started();
          }
          return child;
        });
  }

  private static SupervisorSignals signals(
      ChildKey<?> key, ActorRef<?> self, Consumer<ChildNote> supervisor) {
    return new SupervisorSignals() {
      @Override
      public void started() {
        supervisor.accept(new ChildNote.Started(key, self));
      }

      @Override
      public void cannotEnd(ChildEnd end) {
        supervisor.accept(new ChildNote.GivenUp(key, self, end));
      }
    };
  }

  private Behavior<T> create(ChildAddresses siblings, SupervisorSignals signals) {
    return switch (this) {
      case AfterSetup<T> after -> after.factory().apply(siblings);
      case OnSignal<T> on -> on.factory().apply(siblings, signals);
      case Supervising<T> supervising -> supervising.factory().apply(siblings, signals);
    };
  }
}
