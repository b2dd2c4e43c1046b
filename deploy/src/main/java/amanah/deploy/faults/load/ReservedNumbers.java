package amanah.deploy.faults.load;

import amanah.deploy.faults.books.PlannedDonations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers of donations for a campaign that is chosen, which the load, counting from 0, does not
 * come to.
 */
final class ReservedNumbers {

  private static final long GIVEN_FROM = 1_000_000_000_000L;
  private static final long NEVER_GIVEN_FROM = 500_000_000_000_000_000L;

  private final PlannedDonations planned;
  private final List<AtomicLong> cursors = new ArrayList<>();

  ReservedNumbers(PlannedDonations planned) {
    this.planned = planned;
    planned.campaigns().forEach(campaign -> cursors.add(new AtomicLong(GIVEN_FROM)));
  }

  /** The next donation to that campaign. */
  synchronized long next(int campaign) {
    AtomicLong cursor = cursors.get(campaign);
    long number = first(campaign, cursor.get());
    cursor.set(number + 1);
    return number;
  }

  /** A donation to that campaign that nobody ever gives; another for each {@code chance}. */
  long neverGiven(int campaign, int chance) {
    return first(campaign, NEVER_GIVEN_FROM + chance);
  }

  private long first(int campaign, long from) {
    long number = from;
    while (planned.campaign(number) != campaign) {
      number++;
    }
    return number;
  }
}
