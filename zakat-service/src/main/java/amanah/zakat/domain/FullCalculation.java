package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MonetaryAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One full calculation: counts the pool, holds it against its nisab, adds what stands alone. */
final class FullCalculation {

  private final Holdings holdings;
  private final RuleSet rules;
  private final Till till;
  private final Nisabs nisabs;

  FullCalculation(Holdings holdings, RuleSet rules) {
    this.holdings = holdings;
    this.rules = rules;
    this.till = new Till(holdings.currency(), rules.rounding().value());
    this.nisabs = new Nisabs(rules.nisab(), holdings.prices(), till);
  }

  Calculation calculate() {
    List<Optional<Counted>> counted = countMonetary();
    boolean hasPool = counted.stream().anyMatch(Optional::isPresent);
    refuseUnusedDebts(hasPool);
    List<Deduction> deductions =
        holdings.liabilities().stream().map(new DebtCount(rules.debts(), till)::of).toList();
    Optional<Pool> pool = hasPool ? Optional.of(pool(counted, deductions)) : Optional.empty();
    List<Line> lines = lines(counted, pool);
    Rational exact = exact(pool, lines);
    Money zakat = till.payable(exact);
    return new Calculation(
        rules.id(),
        pool.map(Pool::due).orElse(false) || lines.stream().anyMatch(Line::due),
        zakat,
        exact,
        pool,
        lines,
        deductions,
        Summary.of(pool, lines, till, new Worth(exact, zakat)));
  }

  /** The zakatable part of each asset in its place; empty where the asset stands alone. */
  private List<Optional<Counted>> countMonetary() {
    MonetaryCount count = new MonetaryCount(rules, nisabs, till);
    List<Optional<Counted>> counted = new ArrayList<>();
    for (int index = 0; index < holdings.assets().size(); index++) {
      String field = "assets[" + index + "]";
      counted.add(
          switch (holdings.assets().get(index)) {
            case MonetaryAsset asset -> Optional.of(count.of(asset, field));
            case LoneAsset asset -> Optional.empty();
          });
    }
    return counted;
  }

  /** Debts are taken off monetary wealth and off nothing else. */
  private void refuseUnusedDebts(boolean hasPool) {
    if (!hasPool && !holdings.liabilities().isEmpty() && rules.refusesUnused()) {
      throw new RefusedCalculation(
          new Refusal.InvalidField(
              "liabilities",
              "liabilities are taken off monetary wealth, of which nothing is declared, expected"
                  + " some or no liabilities"));
    }
  }

  private Pool pool(List<Optional<Counted>> counted, List<Deduction> deductions) {
    Rational gross = sum(counted.stream().flatMap(Optional::stream).map(Counted::base).toList());
    Rational deducted = sum(deductions.stream().map(Deduction::deducted).toList());
    Rational base = gross.minus(deducted).orNothing();
    Threshold nisab =
        new PoolNisab(nisabs, rules.nisab().metalAlone())
            .of(of(AssetType.GOLD, counted), of(AssetType.SILVER, counted), gross, base);
    Sourced<Share> rate = rules.year().rate();
    boolean due = base.isPositive() && nisabs.reaches(base, nisab);
    Rational exact = due ? base.times(Rational.of(rate.value())) : Rational.ZERO;
    String explanation =
        "Monetary wealth of "
            + till.words(gross)
            + (deducted.isPositive()
                ? " less debts of " + till.words(deducted) + " is " + till.words(base) + ", which"
                : "")
            + (due ? " reaches" : " does not reach")
            + " the nisab of "
            + nisab.words()
            + ": "
            + (due ? rate + " is " + till.words(exact) : "no zakat");
    return new Pool(gross, deducted, base, nisab.value(), rate.value(), due, exact, explanation);
  }

  private List<Line> lines(List<Optional<Counted>> counted, Optional<Pool> pool) {
    LoneZakat lone = new LoneZakat(rules, nisabs, till);
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < holdings.assets().size(); index++) {
      Asset asset = holdings.assets().get(index);
      lines.add(
          switch (asset) {
            case MonetaryAsset monetary ->
                poolLine(monetary, counted.get(index).orElseThrow(), pool.orElseThrow());
            case LoneAsset alone -> lone.of(alone, "assets[" + index + "]");
          });
    }
    return lines;
  }

  private Line poolLine(MonetaryAsset asset, Counted counted, Pool pool) {
    Rational exact = pool.exactFor(counted.base());
    String part = exact.isPositive() ? "; its part of the zakat is " + till.words(exact) : "";
    return new Line.InMoney(
        asset.type(),
        exact.isPositive(),
        counted.base(),
        pool.rate(),
        Optional.empty(),
        till.worth(exact),
        counted.words() + part);
  }

  private static Rational exact(Optional<Pool> pool, List<Line> lines) {
    Rational exact = pool.map(Pool::exact).orElse(Rational.ZERO);
    for (Line line : lines) {
      if (!line.type().isMonetary()) {
        exact = exact.plus(line.worth().map(Worth::exact).orElse(Rational.ZERO));
      }
    }
    return exact;
  }

  private Rational of(AssetType type, List<Optional<Counted>> counted) {
    return sum(
        IntStream.range(0, counted.size())
            .filter(index -> holdings.assets().get(index).type() == type)
            .mapToObj(index -> counted.get(index).orElseThrow().base())
            .toList());
  }

  private static Rational sum(List<Rational> parts) {
    return parts.stream().reduce(Rational.ZERO, Rational::plus);
  }
}
