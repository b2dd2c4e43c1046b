package amanah.zakat.calculator;

import amanah.zakat.domain.question.PastCalculation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calculations; the oldest goes when one more comes. Not thread-safe. */
final class CalculationHistory {

  private final int calculationsMax;
  private final Deque<PastCalculation> newestFirst = new ArrayDeque<>();

  CalculationHistory(int calculationsMax) {
    this.calculationsMax = calculationsMax;
  }

  void add(PastCalculation calculation) {
    if (newestFirst.size() == calculationsMax) {
      newestFirst.removeLast();
    }
    newestFirst.addFirst(calculation);
  }

  void clear() {
    newestFirst.clear();
  }

  List<PastCalculation> newest(int limit) {
    return newestFirst.stream().limit(limit).toList();
  }
}
