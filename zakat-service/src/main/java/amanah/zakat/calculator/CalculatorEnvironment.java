package amanah.zakat.calculator;

import amanah.cluster.Quorum;
import amanah.time.ElapsedTime;
import amanah.zakat.answering.Answering;
import amanah.zakat.book.BookSnapshots;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the calculator needs of its node.
 *
 * @param clock the journal's, for how long somebody waits
 * @param time the journal's, for what is written down
 * @param elapsed for how long something takes, whoever sets a clock meanwhile
 * @param random for the restart delay's jitter
 * @param quorum whether its node may write and tell
 */
public record CalculatorEnvironment(
    CalculatorLimits limits,
    Answering answering,
    BookSnapshots snapshots,
    Assessments assessments,
    InstantSource clock,
    InstantSource time,
    ElapsedTime elapsed,
    RandomGenerator random,
    Quorum quorum) {

  /** One with a single clock. */
  CalculatorEnvironment(
      CalculatorLimits limits,
      Answering answering,
      BookSnapshots snapshots,
      Assessments assessments,
      InstantSource clock,
      RandomGenerator random,
      Quorum quorum) {
    this(
        limits,
        answering,
        snapshots,
        assessments,
        clock,
        clock,
        ElapsedTime.ofMachine(),
        random,
        quorum);
  }
}
