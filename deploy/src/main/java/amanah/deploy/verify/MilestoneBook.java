package amanah.deploy.verify;

import amanah.deploy.verify.JournaledEvent.Terms;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/** Which milestones of a campaign were reached, and which must come next. */
final class MilestoneBook {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private final TreeSet<Integer> reached = new TreeSet<>();
  private final Deque<Integer> due = new ArrayDeque<>();

  /** The sum or the terms have changed: what is reached by that comes next, before all else. */
  void changed(Terms terms, BigInteger raised) {
    due.clear();
    terms.milestones().stream()
        .filter(percent -> !reached.contains(percent))
        .filter(percent -> isReached(percent, terms, raised))
        .forEach(due::add);
  }

  /** Those that should have come and have not, which are then given up. */
  List<Integer> missing() {
    List<Integer> missing = List.copyOf(due);
    due.clear();
    return missing;
  }

  /** The one that must come next. */
  String next() {
    return due.isEmpty() ? "none" : due.getFirst() + " %";
  }

  /** Takes one that came; whether it was the next that is due. */
  boolean take(int percent) {
    reached.add(percent);
    boolean next = !due.isEmpty() && due.getFirst() == percent;
    due.remove(percent);
    return next;
  }

  boolean has(int percent) {
    return reached.contains(percent);
  }

  /** In percent, ascending. */
  List<Integer> all() {
    return List.copyOf(reached);
  }

  private static boolean isReached(int percent, Terms terms, BigInteger raised) {
    BigInteger needed = BigInteger.valueOf(terms.goalMinor()).multiply(BigInteger.valueOf(percent));
    return raised.multiply(HUNDRED).compareTo(needed) >= 0;
  }
}
