package amanah.campaign.simulation;

import java.util.SplittableRandom;

/**
 * How rough a simulation is; each number says that one in so many goes wrong, 0 that none does.
 *
 * @param writes writes to the journal
 * @param reads reads of the journal, while a ledger recovers
 * @param messages messages between nodes, lost or doubled
 * @param replies replies lost
 * @param moves how many times the campaign is moved, in one way or another
 * @param outages how many times the journal is away
 * @param quiet whether callers take their time, so that the campaign is written to rarely
 * @param suspends whether nodes that stand still do so with their clocks
 */
record Weather(
    int writes,
    int reads,
    int messages,
    int replies,
    int moves,
    int outages,
    boolean quiet,
    boolean suspends) {

  static Weather of(SplittableRandom random) {
    return new Weather(
        one(random, 0, 4, 4, 8),
        one(random, 0, 0, 6, 12),
        one(random, 0, 8, 12),
        one(random, 0, 5, 10),
        one(random, 0, 1, 1, 2, 2, 3),
        one(random, 0, 0, 1),
        random.nextBoolean(),
        random.nextInt(3) == 0);
  }

  private static int one(SplittableRandom random, int... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
