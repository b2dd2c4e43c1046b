package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.IncomeBase;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.LoneAsset.Crops;
import amanah.zakat.domain.wealth.LoneAsset.Fitr;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.LoneAsset.Income;
import amanah.zakat.domain.wealth.LoneAsset.Mine;
import amanah.zakat.domain.wealth.LoneAsset.Rikaz;
import java.util.Optional;

/** The zakat of income, treasure and mines, each by its own rule. */
record LoneZakat(RuleSet rules, Nisabs nisabs, Till till) {

  /** The line of the asset; {@code field} says where it stands, for a refusal. */
  Line of(LoneAsset asset, String field) {
    return switch (asset) {
      case Income income -> income(income, field);
      case Crops crops -> new FoodZakat(rules, till).crops(crops);
      case Rikaz rikaz -> rikaz(rikaz);
      case Mine mine -> mine(mine);
      case Herd herd -> new HerdLine(rules.camels().value(), till).of(herd);
      case Fitr fitr -> new FoodZakat(rules, till).fitr(fitr);
    };
  }

  private Line income(Income income, String field) {
    if (rules.income().base().value() == IncomeBase.GROSS
        && income.needs().isPositive()
        && rules.refusesUnused()) {
      throw new RefusedCalculation(
          new Refusal.InvalidField(
              field + ".needs",
              field
                  + ".needs "
                  + income.needs()
                  + " would have no effect, since "
                  + rules.id()
                  + " counts income before needs ("
                  + rules.income().base().source()
                  + "), expected none"));
    }
    Counted counted = incomeBase(income);
    Threshold nisab = incomeNisab(income.period());
    return line(income, counted, rules.income().rate(), Optional.of(nisab));
  }

  private Counted incomeBase(Income income) {
    String what = Till.lower(income.period()) + "'s income " + income.value();
    return switch (rules.income().base().value()) {
      case GROSS -> new Counted(Rational.of(income.value()), what + ", before needs,");
      case NET -> {
        Rational base = Rational.of(income.value()).minus(Rational.of(income.needs())).orNothing();
        yield new Counted(
            base,
            what + " less basic needs " + income.needs() + " is " + till.words(base) + " and");
      }
    };
  }

  private Threshold incomeNisab(IncomePeriod period) {
    Sourced<IncomeNisab> nisab = rules.income().nisab();
    return switch (nisab.value()) {
      case IncomeNisab.Published published -> published(published, period, nisab);
      case IncomeNisab.OfWealth part -> partOfWealth(period);
    };
  }

  private Threshold published(
      IncomeNisab.Published published, IncomePeriod period, Sourced<IncomeNisab> nisab) {
    Money figure =
        switch (period) {
          case MONTH -> published.month();
          case YEAR -> published.year();
        };
    if (!figure.currency().equals(till.currency())) {
      throw new RefusedCalculation(
          new Refusal.PriceMissing(
              new NeededPrice.OfIncomeNisab(),
              till.currency(),
              "income under " + rules.id() + ", which publishes it in " + figure.currency()));
    }
    return new Threshold(Rational.of(figure), figure + " (" + nisab.source() + ")");
  }

  private Threshold partOfWealth(IncomePeriod period) {
    Threshold year = nisabs.ofWealth();
    return switch (period) {
      case YEAR -> year;
      case MONTH -> {
        Rational month = year.value().dividedBy(Rational.of(12));
        yield new Threshold(month, till.words(month) + ", a twelfth of " + year.words());
      }
    };
  }

  /** In rikaz is the fifth, however little it is. */
  private Line rikaz(Rikaz rikaz) {
    Counted counted = new Counted(Rational.of(rikaz.value()), "treasure worth " + rikaz.value());
    return line(rikaz, counted, rules.rikazRate(), Optional.empty());
  }

  private Line mine(Mine mine) {
    Counted counted = new Counted(Rational.of(mine.value()), "a mine's output " + mine.value());
    Optional<Threshold> nisab =
        switch (rules.mines().nisab().value()) {
          case GOLD -> Optional.of(nisabs.ofGold());
          case NONE -> Optional.empty();
        };
    return line(mine, counted, rules.mines().rate(), nisab);
  }

  private Line line(
      LoneAsset asset, Counted counted, Sourced<Share> rate, Optional<Threshold> nisab) {
    Rational base = counted.base();
    boolean due = base.isPositive() && nisab.map(least -> nisabs.reaches(base, least)).orElse(true);
    Rational exact = due ? base.times(Rational.of(rate.value())) : Rational.ZERO;
    String standing =
        nisab
            .map(
                least ->
                    (due ? " reaches" : " does not reach") + " the nisab of " + least.words() + ":")
            .orElse(" has no nisab:");
    return new Line.InMoney(
        asset.type(),
        due,
        base,
        rate.value(),
        nisab.map(Threshold::value),
        till.worth(exact),
        counted.words() + standing + (due ? " " + rate + " is " + till.words(exact) : " no zakat"));
  }
}
