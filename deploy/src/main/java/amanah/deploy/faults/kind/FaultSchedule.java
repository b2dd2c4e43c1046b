package amanah.deploy.faults.kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What is done in which order: the same for the same seed and kinds, on every machine. */
public final class FaultSchedule {

  private final List<FaultKind> kinds;
  private final SplittableRandom chance;
  private final int seconds;

  /**
   * A schedule without end.
   *
   * @param seconds how long each fault lasts, or 0 for what its kind says
   */
  public FaultSchedule(long seed, List<FaultKind> kinds, int seconds) {
    this.kinds = List.copyOf(kinds);
    this.chance = new SplittableRandom(seed);
    this.seconds = seconds;
  }

  /** The next round: each kind once, in an order by chance. */
  public List<Blow> round() {
    List<FaultKind> order = new ArrayList<>(kinds);
    Collections.shuffle(order, Random.from(chance));
    List<Blow> round = new ArrayList<>();
    for (FaultKind kind : order) {
      round.add(new Blow(kind.name(), chance.nextLong(), lasts(kind)));
    }
    return round;
  }

  private Duration lasts(FaultKind kind) {
    Duration drawn = drawn(kind, chance);
    return seconds == 0 ? drawn : Duration.ofSeconds(seconds);
  }

  /** By chance between the shortest and the longest time that the kind lasts. */
  static Duration drawn(FaultKind kind, RandomGenerator chance) {
    int[] range = kind.secondsRange();
    long shortest = Duration.ofSeconds(range[0]).toMillis();
    long longest = Duration.ofSeconds(range[1]).toMillis();
    return Duration.ofMillis(
        shortest == longest ? shortest : chance.nextLong(shortest, longest + 1));
  }
}
