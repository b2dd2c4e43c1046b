package amanah.deploy.faults.kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is done in which order: the same for the same seed and kinds, on every machine. */
public final class Schedule {

  private final List<FaultKind> kinds;
  private final SplittableRandom chance;
  private final int seconds;

  /**
   * A schedule without end.
   *
   * @param seconds how long each fault lasts, or 0 for what its kind says
   */
  public Schedule(long seed, List<FaultKind> kinds, int seconds) {
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
      round.add(new Blow(kind.name(), chance.nextLong(), Duration.ofSeconds(seconds(kind))));
    }
    return round;
  }

  private int seconds(FaultKind kind) {
    int[] range = kind.secondsRange();
    int chosen = range[0] == range[1] ? range[0] : chance.nextInt(range[0], range[1] + 1);
    return seconds == 0 ? chosen : seconds;
  }
}
