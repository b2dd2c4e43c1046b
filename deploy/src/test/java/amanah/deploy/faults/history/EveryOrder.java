package amanah.deploy.faults.history;

import amanah.campaign.domain.CampaignEvent;
import amanah.deploy.faults.history.ModelCampaign.Wish;
import java.util.ArrayList;
import java.util.List;

/**
 * Linearizability by its definition: tries each order, in which a campaign on its own does all.
 * What was told as a replay may have been done by its own try, which a node asks for twice.
 */
final class EveryOrder {

  private static final long NEVER = Long.MAX_VALUE / 2;

  private final HistoryByChance history;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final List<CampaignEvent> journal;

  EveryOrder(HistoryByChance history, List<Operation> operations) {
    this.history = history;
    this.journal = history.campaign().events();
    this.operations.addAll(operations);
    this.wishes.addAll(history.wishes());
    for (int at = 0; at < operations.size(); at++) {
      Operation operation = operations.get(at);
      if (operation.told() == Told.REPLAYED) {
        Span span = new Span(0, -1, operation.span().invokedNanos(), NEVER);
        this.operations.add(new Operation(span, operation.asked(), Answered.only(Told.UNKNOWN)));
        this.wishes.add(history.wishes().get(at));
      }
    }
  }

  boolean isExplained() {
    return isExplained(new ArrayList<>(), new boolean[operations.size()]);
  }

  private boolean isExplained(List<Integer> order, boolean[] taken) {
    List<CampaignEvent> done = new ArrayList<>();
    if (!isRightSoFar(order, done)) {
      return false;
    }
    if (isWhole(taken) && done.equals(journal)) {
      return true;
    }
    for (int next = 0; next < taken.length; next++) {
      if (!taken[next] && mayBeNext(next, taken)) {
        taken[next] = true;
        order.add(next);
        boolean explained = isExplained(order, taken);
        order.removeLast();
        taken[next] = false;
        if (explained) {
          return true;
        }
      }
    }
    return false;
  }

  /** What nobody had an answer to may never have been done. */
  private boolean isWhole(boolean[] taken) {
    for (int at = 0; at < taken.length; at++) {
      if (!taken[at] && operations.get(at).told() != Told.UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  private boolean mayBeNext(int next, boolean[] taken) {
    for (int other = 0; other < taken.length; other++) {
      if (!taken[other]
          && operations.get(other).span().completedNanos()
              < operations.get(next).span().invokedNanos()) {
        return false;
      }
    }
    return true;
  }

  private boolean isRightSoFar(List<Integer> order, List<CampaignEvent> done) {
    ModelCampaign alone = new ModelCampaign(history.policy());
    for (int at : order) {
      Answered answer = alone.answer(wishes.get(at));
      Answered told = operations.get(at).answered();
      if (told.told() != Told.UNKNOWN && !answer.equals(told)) {
        return false;
      }
    }
    done.addAll(alone.events());
    return done.size() <= journal.size() && journal.subList(0, done.size()).equals(done);
  }
}
