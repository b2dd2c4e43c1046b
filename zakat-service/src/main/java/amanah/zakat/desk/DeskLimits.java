package amanah.zakat.desk;

import java.time.Duration;

/**
 * How a node's desk treats the calculator.
 *
 * @param calculateTimeout how long the calculator has for a calculation before the desk answers it
 * @param calculationsInFlightMax calculations at the calculator at a time; one more is answered by
 *     the desk at once
 * @param calculationsAloneMax calculations that wait for the desk itself; one more is refused
 * @param askTimeout how long it has for any other answer
 * @param askAgainAfter after how long without an answer the question is put again
 * @param followInterval how often the desk looks whether the calculator is there
 * @param tallyInterval how long answers gather before they are told
 * @param tallyAgainAfter after how long without an acknowledgement they are told again
 */
public record DeskLimits(
    Duration calculateTimeout,
    int calculationsInFlightMax,
    int calculationsAloneMax,
    Duration askTimeout,
    Duration askAgainAfter,
    Duration followInterval,
    Duration tallyInterval,
    Duration tallyAgainAfter) {

  /** Refuses limits that could never work together. */
  public DeskLimits {
    positive("calculate-timeout", calculateTimeout);
    positive("ask-timeout", askTimeout);
    positive("ask-again-after", askAgainAfter);
    positive("follow-interval", followInterval);
    positive("tally-interval", tallyInterval);
    positive("tally-again-after", tallyAgainAfter);
    if (calculateTimeout.compareTo(askTimeout) > 0) {
      throw new IllegalArgumentException(
          "calculate-timeout %s, expected at most ask-timeout %s"
              .formatted(calculateTimeout, askTimeout));
    }
    atLeastOne("calculations-in-flight-max", calculationsInFlightMax);
    atLeastOne("calculations-alone-max", calculationsAloneMax);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " " + value + ", expected at least 1");
    }
  }

  private static void positive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " " + value + ", expected more than nothing");
    }
  }
}
