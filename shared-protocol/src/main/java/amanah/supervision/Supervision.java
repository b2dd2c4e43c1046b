package amanah.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a supervisor is to do: its strategy, how many restarts it bears, and its children in the
 * order of their start.
 *
 * <p>As in OTP, a group is restarted whole: {@code one_for_all} and {@code rest_for_one} also start
 * those of its children again that had ended normally or been terminated, and forget temporary
 * ones.
 */
public final class Supervision {

  private final Strategy strategy;
  private final Intensity intensity;
  private final List<ChildSpec<?>> children;

  private Supervision(Strategy strategy, Intensity intensity, List<ChildSpec<?>> children) {
    this.strategy = strategy;
    this.intensity = intensity;
    this.children = children;
  }

  /** If a child must be restarted, it alone is. Children hold no addresses of one another. */
  public static Supervision oneForOne() {
    return new Supervision(Strategy.ONE_FOR_ONE, Intensity.DEFAULT, List.of());
  }

  /** If a child must be restarted, all are. */
  public static Supervision oneForAll() {
    return new Supervision(Strategy.ONE_FOR_ALL, Intensity.DEFAULT, List.of());
  }

  /** If a child must be restarted, it and those after it are. */
  public static Supervision restForOne() {
    return new Supervision(Strategy.REST_FOR_ONE, Intensity.DEFAULT, List.of());
  }

  /** Bears so many restarts within a period; one more and it fails. OTP's default is 1 in 5 s. */
  public Supervision intensity(int restartsMax, Duration period) {
    return new Supervision(strategy, new Intensity(restartsMax, period), children);
  }

  /** With one more child, after the others. */
  public Supervision child(ChildSpec<?> child) {
    String name = child.key().name();
    if (children.stream().anyMatch(other -> other.key().name().equals(name))) {
      throw new IllegalArgumentException("Two children are named '" + name + "'");
    }
    List<ChildSpec<?>> next = new ArrayList<>(children);
    next.add(child);
    return new Supervision(strategy, intensity, List.copyOf(next));
  }

  Strategy strategy() {
    return strategy;
  }

  Intensity intensity() {
    return intensity;
  }

  List<ChildSpec<?>> children() {
    return children;
  }
}
