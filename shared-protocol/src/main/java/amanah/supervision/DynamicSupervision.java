package amanah.supervision;

import akka.actor.typed.Behavior;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a dynamic supervisor is to do: how every child is made, and how many there may be.
 *
 * @param <A> what a child is made from
 * @param <T> the children's messages
 */
public final class DynamicSupervision<A, T> {

  private final Restart restart;
  private final int childrenMax;
  private final Function<A, Behavior<T>> factory;
  private final Intensity intensity;
  private final Shutdown<T> shutdown;
  private final Optional<Backoff> restartDelay;

  private DynamicSupervision(
      Restart restart,
      int childrenMax,
      Function<A, Behavior<T>> factory,
      Intensity intensity,
      Shutdown<T> shutdown,
      Optional<Backoff> restartDelay) {
    this.restart = restart;
    this.childrenMax = childrenMax;
    this.factory = factory;
    this.intensity = intensity;
    this.shutdown = shutdown;
    this.restartDelay = restartDelay;
  }

  /**
   * Children of this rule of restart. The factory runs inside the new child, and once more, with
   * the same argument, for each restart.
   */
  public static <A, T> DynamicSupervision<A, T> of(
      Restart restart, int childrenMax, Function<A, Behavior<T>> factory) {
    if (childrenMax < 1) {
      throw new IllegalArgumentException("childrenMax must be at least 1: " + childrenMax);
    }
    return new DynamicSupervision<>(
        restart,
        childrenMax,
        factory,
        Intensity.DEFAULT,
        new Shutdown.AtOnce<>(Shutdown.PATIENCE_MAX),
        Optional.empty());
  }

  /** Bears so many restarts, of all children together, within a period; one more and it fails. */
  public DynamicSupervision<A, T> intensity(int restartsMax, Duration period) {
    Intensity next = new Intensity(restartsMax, period);
    return new DynamicSupervision<>(restart, childrenMax, factory, next, shutdown, restartDelay);
  }

  /** Each child is given up if it has not ended so long after it was stopped; by default, 5 s. */
  public DynamicSupervision<A, T> shutdown(Duration patienceMax) {
    Shutdown<T> next = new Shutdown.AtOnce<>(patienceMax);
    return new DynamicSupervision<>(restart, childrenMax, factory, intensity, next, restartDelay);
  }

  /**
   * Each child is stopped by this message; after {@code patienceMax}, by its context, and given up
   * half a second later.
   */
  public DynamicSupervision<A, T> shutdown(T message, Duration patienceMax) {
    Shutdown<T> next = new Shutdown.Graceful<>(message, patienceMax);
    return new DynamicSupervision<>(restart, childrenMax, factory, intensity, next, restartDelay);
  }

  /** Each child is restarted after a delay that grows from failure to failure; not in OTP. */
  public DynamicSupervision<A, T> restartDelay(Backoff backoff) {
    Optional<Backoff> next = Optional.of(backoff);
    return new DynamicSupervision<>(restart, childrenMax, factory, intensity, shutdown, next);
  }

  /** How the child that is made from this argument is started, restarted and stopped. */
  ChildSpec<T> child(ChildKey<T> key, A argument) {
    ChildSpec<T> child =
        ChildSpec.of(key, restart, siblings -> factory.apply(argument)).shutdown(shutdown);
    return restartDelay.map(child::restartDelay).orElse(child);
  }

  Intensity intensity() {
    return intensity;
  }

  int childrenMax() {
    return childrenMax;
  }
}
