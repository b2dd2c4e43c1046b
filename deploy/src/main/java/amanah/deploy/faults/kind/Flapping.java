package amanah.deploy.faults.kind;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One node is parted from the others again and again, for times around what is noticed. */
final class Flapping implements FaultKind {

  private static final int APART_MILLIS_MIN = 500;
  private static final int APART_MILLIS_MAX = 12_000;
  private static final int TOGETHER_MILLIS_MIN = 200;
  private static final int TOGETHER_MILLIS_MAX = 5_000;

  @Override
  public String name() {
    return "flapping";
  }

  @Override
  public String says() {
    return "one node and the others do not hear one another for 0.5 to 12 s, hear one another for"
        + " 0.2 to 5 s, and so on";
  }

  @Override
  public Need need() {
    return Need.NAMESPACES;
  }

  @Override
  public int[] secondsRange() {
    return new int[] {45, 60};
  }

  @Override
  public Bounds bounds() {
    return Bounds.UNSETTLED;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return Targets.oneNode(site, blow);
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException {
    Set<Integer> others = Targets.others(site, aim);
    RandomGenerator chance = blow.chance();
    Duration left = blow.lasts();
    try {
      while (left.isPositive()) {
        site.needLinks().part(aim.struckNodes(), others);
        left = left.minus(waited(site, chance, APART_MILLIS_MIN, APART_MILLIS_MAX, left));
        site.needLinks().heal();
        left = left.minus(waited(site, chance, TOGETHER_MILLIS_MIN, TOGETHER_MILLIS_MAX, left));
      }
    } finally {
      site.needLinks().heal();
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(
        seen.ends() > 0 || seen.ambiguous() > 0, "nobody noticed that the network came and went");
  }

  private static Duration waited(
      Site site, RandomGenerator chance, int millisMin, int millisMax, Duration left)
      throws InterruptedException {
    long drawn = chance.nextLong(millisMin, millisMax + 1);
    Duration waits = Duration.ofMillis(Math.clamp(left.toMillis(), 0, drawn));
    site.pause().await(waits);
    return waits;
  }
}
