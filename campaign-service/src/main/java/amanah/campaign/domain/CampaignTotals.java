package amanah.campaign.domain;

import amanah.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign has come to so far.
 *
 * @param raised captured minus refunded, never less than nothing
 * @param milestonesReached in percent, ascending; facts that later refunds or goals do not undo
 * @param views views that were journaled
 */
record CampaignTotals(Money raised, List<Integer> milestonesReached, long views) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 2;

  CampaignTotals plus(Money amount) {
    return new CampaignTotals(raised.plus(amount), milestonesReached, views);
  }

  CampaignTotals minus(Money amount) {
    Money left = raised.minus(amount);
    if (left.minor() < 0) {
      throw new IllegalStateException("refunds exceed what was captured by " + left);
    }
    return new CampaignTotals(left, milestonesReached, views);
  }

  CampaignTotals plusViews(long count) {
    if (count < 0) {
      throw new IllegalStateException("views were taken back: " + count);
    }
    return new CampaignTotals(raised, milestonesReached, Math.addExact(views, count));
  }

  CampaignTotals reached(int percent) {
    if (milestonesReached.contains(percent)) {
      throw new IllegalStateException("milestone " + percent + " was reached before");
    }
    List<Integer> reached = new ArrayList<>(milestonesReached);
    reached.add(percent);
    reached.sort(null);
    return new CampaignTotals(raised, List.copyOf(reached), views);
  }

  /** The milestones that hold now and have not been reached before. */
  List<Integer> milestonesDue(CampaignTerms terms) {
    return terms.milestones().percents().stream()
        .filter(percent -> !milestonesReached.contains(percent))
        .filter(percent -> holds(percent, terms.goal()))
        .toList();
  }

  BigDecimal percentOf(Money goal) {
    return BigDecimal.valueOf(raised.minor())
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(goal.minor()), PERCENT_DECIMALS, RoundingMode.DOWN);
  }

  private boolean holds(int percent, Money goal) {
    BigInteger reached = BigInteger.valueOf(raised.minor()).multiply(BigInteger.valueOf(100));
    BigInteger needed = BigInteger.valueOf(goal.minor()).multiply(BigInteger.valueOf(percent));
    return reached.compareTo(needed) >= 0;
  }
}
