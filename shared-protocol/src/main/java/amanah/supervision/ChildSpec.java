package amanah.supervision;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How one child is started, when it is restarted, and how it is stopped.
 *
 * <p>The factory runs inside the new child, so what it throws is a failed start. It is given the
 * addresses of the children before it. A start is complete when the factory's behaviour has run its
 * deferred setup, or, with a factory of two parameters, when the child says so by the {@link
 * StartSignal}: for a child that first has to recover, say.
 *
 * @param <T> the child's messages
 */
public final class ChildSpec<T> {

  private final ChildKey<T> key;
  private final Restart restart;
  private final ChildKind kind;
  private final ChildFactory<T> factory;
  private final Shutdown<T> shutdown;
  private final Optional<Backoff> restartDelay;

  private ChildSpec(
      ChildKey<T> key,
      Restart restart,
      ChildKind kind,
      ChildFactory<T> factory,
      Shutdown<T> shutdown,
      Optional<Backoff> restartDelay) {
    this.key = key;
    this.restart = restart;
    this.kind = kind;
    this.factory = factory;
    this.shutdown = shutdown;
    this.restartDelay = restartDelay;
  }

  /** A child that is always restarted. */
  public static <T> ChildSpec<T> permanent(
      ChildKey<T> key, Function<ChildAddresses, Behavior<T>> factory) {
    return of(key, Restart.PERMANENT, factory);
  }

  /** A child that is always restarted, and says itself when its start is complete. */
  public static <T> ChildSpec<T> permanent(
      ChildKey<T> key, BiFunction<ChildAddresses, StartSignal, Behavior<T>> factory) {
    return of(key, Restart.PERMANENT, factory);
  }

  /** A child that is restarted only after a failure ({@code transient} is a word of Java's). */
  public static <T> ChildSpec<T> transientChild(
      ChildKey<T> key, Function<ChildAddresses, Behavior<T>> factory) {
    return of(key, Restart.TRANSIENT, factory);
  }

  /** A child that is never restarted. */
  public static <T> ChildSpec<T> temporary(
      ChildKey<T> key, Function<ChildAddresses, Behavior<T>> factory) {
    return of(key, Restart.TEMPORARY, factory);
  }

  /** A child with this rule of restart. */
  public static <T> ChildSpec<T> of(
      ChildKey<T> key, Restart restart, Function<ChildAddresses, Behavior<T>> factory) {
    return worker(key, restart, new ChildFactory.AfterSetup<>(factory));
  }

  /** A child with this rule of restart, which says itself when its start is complete. */
  public static <T> ChildSpec<T> of(
      ChildKey<T> key,
      Restart restart,
      BiFunction<ChildAddresses, StartSignal, Behavior<T>> factory) {
    return worker(key, restart, new ChildFactory.OnSignal<>(factory));
  }

  private static <T> ChildSpec<T> worker(
      ChildKey<T> key, Restart restart, ChildFactory<T> factory) {
    return new ChildSpec<>(
        key,
        restart,
        ChildKind.WORKER,
        factory,
        new Shutdown.AtOnce<>(Shutdown.PATIENCE_MAX),
        Optional.empty());
  }

  /**
   * A supervisor below this one: permanent; its start is complete when its own children have
   * started; it is stopped by {@link SupervisorCommand.Stop} and waited for, as in OTP.
   */
  public static ChildSpec<SupervisorCommand> supervisor(
      ChildKey<SupervisorCommand> key, Function<ChildAddresses, Supervision> supervision) {
    return nested(
        key,
        new SupervisorCommand.Stop(),
        (siblings, signals) -> Supervisor.nested(supervision.apply(siblings), signals));
  }

  /** A supervisor below this one, with an observer of its own. */
  public static ChildSpec<SupervisorCommand> supervisor(
      ChildKey<SupervisorCommand> key,
      Function<ChildAddresses, Supervision> supervision,
      ActorRef<SupervisorNotice> observer) {
    return nested(
        key,
        new SupervisorCommand.Stop(),
        (siblings, signals) -> Supervisor.nested(supervision.apply(siblings), observer, signals));
  }

  /** A supervisor of children that come and go below this one; stopped and waited for as well. */
  public static <A, C> ChildSpec<DynamicSupervisorCommand<A, C>> dynamicSupervisor(
      ChildKey<DynamicSupervisorCommand<A, C>> key,
      Function<ChildAddresses, DynamicSupervision<A, C>> supervision) {
    return nested(
        key,
        new DynamicSupervisorCommand.Stop<>(),
        (siblings, signals) -> DynamicSupervisor.nested(supervision.apply(siblings), signals));
  }

  private static <S> ChildSpec<S> nested(
      ChildKey<S> key, S stop, BiFunction<ChildAddresses, SupervisorSignals, Behavior<S>> factory) {
    return new ChildSpec<>(
        key,
        Restart.PERMANENT,
        ChildKind.SUPERVISOR,
        new ChildFactory.Supervising<>(factory),
        new Shutdown.Patient<>(stop),
        Optional.empty());
  }

  /** Given up if it has not ended so long after it was stopped; by default, after 5 s. */
  public ChildSpec<T> shutdown(Duration patienceMax) {
    return shutdown(new Shutdown.AtOnce<>(patienceMax));
  }

  /**
   * Stopped by this message; if it has not ended after {@code patienceMax}, by its context, and
   * given up half a second later.
   */
  public ChildSpec<T> shutdown(T message, Duration patienceMax) {
    return shutdown(new Shutdown.Graceful<>(message, patienceMax));
  }

  ChildSpec<T> shutdown(Shutdown<T> next) {
    return new ChildSpec<>(key, restart, kind, factory, next, restartDelay);
  }

  /** Restarted after a delay that grows from failure to failure; not in OTP. */
  public ChildSpec<T> restartDelay(Backoff backoff) {
    return new ChildSpec<>(key, restart, kind, factory, shutdown, Optional.of(backoff));
  }

  ChildKey<T> key() {
    return key;
  }

  Restart restart() {
    return restart;
  }

  ChildKind kind() {
    return kind;
  }

  ChildFactory<T> factory() {
    return factory;
  }

  Shutdown<T> shutdown() {
    return shutdown;
  }

  Optional<Backoff> restartDelay() {
    return restartDelay;
  }
}
