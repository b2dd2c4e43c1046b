package amanah.zakat.calculator;

import amanah.cluster.Quorum;
import amanah.zakat.answering.Answering;
import amanah.zakat.book.BookSnapshots;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the calculator needs of its node.
 *
 * @param clock the journal's
 * @param random for the restart delay's jitter
 * @param quorum whether its node may write and tell
 */
public record CalculatorEnvironment(
    CalculatorLimits limits,
    Answering answering,
    BookSnapshots snapshots,
    Assessments assessments,
    InstantSource clock,
    RandomGenerator random,
    Quorum quorum) {}
