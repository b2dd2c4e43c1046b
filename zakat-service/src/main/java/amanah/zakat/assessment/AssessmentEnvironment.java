package amanah.zakat.assessment;

import amanah.cluster.Quorum;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What an assessment is given from outside: its limits, the time, chance, and whether its node may
 * still speak for it.
 */
public record AssessmentEnvironment(
    AssessmentLimits limits, InstantSource clock, RandomGenerator random, Quorum quorum) {}
