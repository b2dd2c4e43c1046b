package amanah.zakat.assessment;

import amanah.cluster.Quorum;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What an assessment is given from outside: its limits, the time, chance, and whether its node may
 * still speak for it.
 *
 * @param clock for how long somebody waits
 * @param time for what is written down
 */
public record AssessmentEnvironment(
    AssessmentLimits limits,
    InstantSource clock,
    InstantSource time,
    RandomGenerator random,
    Quorum quorum) {

  /** One with a single clock. */
  public AssessmentEnvironment(
      AssessmentLimits limits, InstantSource clock, RandomGenerator random, Quorum quorum) {
    this(limits, clock, clock, random, quorum);
  }
}
