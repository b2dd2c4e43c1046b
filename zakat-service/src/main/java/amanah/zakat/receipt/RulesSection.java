package amanah.zakat.receipt;

import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.rule.CropRule;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.InvestmentRule;
import amanah.zakat.domain.rule.MetalAlone;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.AssetType;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that were used, each with who published it and when. */
final class RulesSection {

  private final RuleSet rules;
  private final Html html;

  private RulesSection(RuleSet rules, Html html) {
    this.rules = rules;
    this.html = html;
  }

  static void write(Assessment assessment, RuleSet named, Html html) {
    RuleSet asked = named.with(assessment.request().question().settings());
    RuleSet rules =
        assessment.answer().figures().incomeNisab().map(asked::withIncomeNisab).orElse(asked);
    Set<AssetType> types =
        assessment.request().question().assets().stream()
            .map(Asset::type)
            .collect(Collectors.toSet());
    html.open("section").element("h2", "Rules and their sources").open("table", "sources");
    html.element("caption", "Profile " + rules.id() + ", as far as it was needed");
    html.open("thead").open("tr");
    html.heading("col", "", "Rule").heading("col", "", "Position").heading("col", "", "Source");
    html.close("tr").close("thead").open("tbody");
    new RulesSection(rules, html).rows(types);
    html.close("tbody").close("table").close("section");
  }

  private void rows(Set<AssetType> types) {
    if (types.stream().anyMatch(AssetType::isMonetary)) {
      ofWealth();
    }
    rule("Rounding", rules.rounding(), ReceiptWords.word(rules.rounding().value()));
    types.stream().sorted().map(Section::of).distinct().forEach(this::write);
  }

  /** A part of the rules that some types of assets need. */
  private enum Section {
    NONE,
    JEWELLERY,
    SHARES,
    PENSION,
    INCOME,
    CROPS,
    RIKAZ,
    MINES,
    CAMELS,
    FITR;

    static Section of(AssetType type) {
      return switch (type) {
        case CASH, BUSINESS, RECEIVABLE, CRYPTO, SHEEP, CATTLE -> NONE;
        case GOLD, SILVER -> JEWELLERY;
        case SHARES -> SHARES;
        case PENSION -> PENSION;
        case INCOME -> INCOME;
        case CROPS -> CROPS;
        case RIKAZ -> RIKAZ;
        case MINE -> MINES;
        case CAMELS -> CAMELS;
        case FITR -> FITR;
      };
    }
  }

  private void write(Section section) {
    switch (section) {
      case NONE -> {}
      case JEWELLERY ->
          rule(
              "Worn gold and silver",
              rules.wornJewellery(),
              ReceiptWords.word(rules.wornJewellery().value()));
      case SHARES -> shares(rules.investments());
      case PENSION -> plain("Pension, proxy", rules.investments().pensionProxy());
      case INCOME -> income();
      case CROPS -> crops(rules.crops());
      case RIKAZ -> plain("Treasure", rules.rikazRate());
      case MINES -> {
        plain("Mines", rules.mines().rate());
        rule("Nisab of mines", rules.mines().nisab(), word(rules.mines().nisab().value()));
      }
      case CAMELS -> rule("Camels beyond 120", rules.camels(), word(rules.camels().value()));
      case FITR ->
          rule(
              "One sa\u02bf of food",
              rules.fitrKilograms(),
              ReceiptWords.number(rules.fitrKilograms().value()) + " kg");
    }
  }

  private void ofWealth() {
    rule("Nisab", rules.nisab().basis(), word(rules.nisab().basis().value()));
    rule(
        "Gold nisab",
        rules.nisab().goldGrams(),
        ReceiptWords.number(rules.nisab().goldGrams().value()) + " g");
    rule(
        "Silver nisab",
        rules.nisab().silverGrams(),
        ReceiptWords.number(rules.nisab().silverGrams().value()) + " g");
    if (rules.nisab().metalAlone().value() == MetalAlone.BY_WEIGHT) {
      rule("One metal alone", rules.nisab().metalAlone(), "held against its own weight");
    }
    rule("Comparison", rules.nisab().comparison(), word(rules.nisab().comparison().value()));
    plain(
        ReceiptWords.capitalized(word(rules.year().kind().value())) + " year", rules.year().rate());
    rule("Debts", rules.debts(), word(rules.debts().value()));
  }

  private void shares(InvestmentRule investments) {
    rule(
        "Shares kept for income",
        investments.longTermShares(),
        word(investments.longTermShares().value()));
    plain("Shares, proxy", investments.sharesProxy());
  }

  private void income() {
    plain("Income", rules.income().rate());
    rule("Income counted", rules.income().base(), word(rules.income().base().value()));
    rule("Nisab of income", rules.income().nisab(), incomeNisab(rules.income().nisab().value()));
  }

  private static String incomeNisab(IncomeNisab nisab) {
    return switch (nisab) {
      case IncomeNisab.OfWealth ofWealth -> "that of wealth";
      case IncomeNisab.Published published ->
          ReceiptWords.money(published.year())
              + " a year, "
              + ReceiptWords.money(published.month())
              + " a month";
    };
  }

  private void crops(CropRule crops) {
    rule(
        "Nisab of crops",
        crops.nisabKilograms(),
        ReceiptWords.number(crops.nisabKilograms().value()) + " kg");
    plain("Watered by rain", crops.rainRate());
    plain("Irrigated", crops.irrigatedRate());
    plain("Watered by both", crops.mixedRate());
  }

  private void plain(String name, Sourced<?> rule) {
    rule(name, rule, rule.value().toString());
  }

  private void rule(String name, Sourced<?> rule, String position) {
    html.open("tr").own("<th scope=\"row\">").text(name).close("th");
    html.element("td", position).element("td", "source", rule.source().toString()).close("tr");
  }

  private static String word(Enum<?> constant) {
    return ReceiptWords.word(constant);
  }
}
