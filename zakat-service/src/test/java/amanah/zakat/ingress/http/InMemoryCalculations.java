package amanah.zakat.ingress.http;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.statistics.Statistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link InMemoryZakat} has calculated, and which questions it remembers. */
final class InMemoryCalculations {

  private final Set<Object> remembered = new HashSet<>();
  private final List<PastCalculation> calculations = new ArrayList<>();

  /** Notes an answer; says whether the question was remembered. */
  boolean answered(Object question, PastCalculation.Kind kind, Money zakat) {
    boolean cached = !remembered.add(question);
    calculations.addFirst(new PastCalculation(InMemoryZakat.NOON, kind, zakat, cached));
    return cached;
  }

  List<PastCalculation> newest(int limit) {
    return calculations.stream().limit(limit).toList();
  }

  /** Forgets the questions; says how many there were. */
  int forget() {
    int size = remembered.size();
    remembered.clear();
    return size;
  }

  Statistics reset(Fund fund) {
    remembered.clear();
    calculations.clear();
    return statistics(fund);
  }

  Statistics statistics(Fund fund) {
    Map<String, Total> zakat = new HashMap<>();
    calculations.forEach(
        past ->
            zakat.merge(
                past.zakat().currency().getCurrencyCode(), Total.of(past.zakat()), Total::plus));
    long hits = calculations.stream().filter(PastCalculation::cached).count();
    return new Statistics(
        zakat.keySet().stream().sorted().map(zakat::get).toList(),
        hits,
        calculations.size() - hits,
        remembered.size(),
        fund.inOrder().stream().map(CurrencyFund::net).toList());
  }
}
