package amanah.campaign.domain;

import java.util.List;

/**
 * Parts of the goal, in percent, ascending and distinct.
 *
 * @param percents at most 20 whole percents from 1 to 1000
 */
public record Milestones(List<Integer> percents) {

  /** Quarters of the goal, for campaigns that name none. */
  public static final Milestones QUARTERS = new Milestones(List.of(25, 50, 75, 100));

  private static final int COUNT_MAX = 20;
  private static final int PERCENT_MAX = 1000;

  /** Refuses what is not an ascending list of percents. */
  public Milestones {
    percents = List.copyOf(percents);
    if (percents.size() > COUNT_MAX) {
      throw new IllegalArgumentException(
          "milestones has " + percents.size() + " entries, expected at most " + COUNT_MAX);
    }
    int previous = 0;
    for (int percent : percents) {
      if (percent <= previous || percent > PERCENT_MAX) {
        throw new IllegalArgumentException(
            "milestone "
                + percent
                + " after "
                + previous
                + ", expected ascending whole percents from 1 to "
                + PERCENT_MAX);
      }
      previous = percent;
    }
  }
}
