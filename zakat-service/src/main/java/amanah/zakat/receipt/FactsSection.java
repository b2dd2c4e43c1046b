package amanah.zakat.receipt;

import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.question.UsedFigures;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Sourced;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Who, when, by which rules, and with which figures of the day. */
final class FactsSection {

  private FactsSection() {}

  static void write(Assessment assessment, Html html) {
    UsedFigures figures = assessment.answer().figures();
    Currency currency = assessment.request().question().currency();
    html.open("section").element("h2", "What it rests upon").open("dl", "facts");
    fact("Donor", assessment.request().donorId().value(), html);
    fact("Assessment", assessment.request().assessmentId().value(), html);
    day("As of", figures.asOf(), html);
    html.open("div").element("dt", "Assessed at").open("dd");
    html.time(assessment.at().toString(), ReceiptWords.moment(assessment.at()));
    hijri(ReceiptWords.dayOf(assessment.at()), html);
    html.close("dd").close("div");
    fact("Rules", assessment.answer().calculation().rules().toString(), html);
    fact("Nisab", SettingWords.nisab(figures.settings()), html);
    fact("Year", SettingWords.of(figures.settings().year()), html);
    fact("Debts", SettingWords.of(figures.settings().debts()), html);
    fact("Worn jewellery", SettingWords.of(figures.settings().wornJewellery()), html);
    fact("Rounding", SettingWords.of(figures.settings().rounding()), html);
    price("Gold", figures.prices().gold(), currency, html);
    price("Silver", figures.prices().silver(), currency, html);
    figures.incomeNisab().ifPresent(nisab -> fact("Nisab of income", words(nisab), html));
    html.close("dl").close("section");
  }

  private static void fact(String name, String value, Html html) {
    html.open("div").element("dt", name).element("dd", value).close("div");
  }

  private static void day(String name, LocalDate day, Html html) {
    html.open("div").element("dt", name).open("dd");
    html.time(day.toString(), ReceiptWords.day(day));
    hijri(day, html);
    html.close("dd").close("div");
  }

  private static void hijri(LocalDate day, Html html) {
    ReceiptWords.hijri(day).ifPresent(words -> html.element("span", "aside", words));
  }

  private static void price(String metal, Optional<UsedPrice> price, Currency currency, Html html) {
    if (price.isPresent()) {
      html.open("div").element("dt", metal + ", a gram").open("dd");
      html.text(ReceiptWords.number(price.get().perGram()) + " " + currency);
      html.element(
          "span",
          "aside",
          price
              .get()
              .day()
              .map(day -> "published for " + ReceiptWords.day(day) + stale(price.get()))
              .orElse("given with the question"));
      html.close("dd").close("div");
    }
  }

  private static String stale(UsedPrice price) {
    return price.stale() ? ", older than the rules let it be, taken as asked" : "";
  }

  private static String words(Sourced<IncomeNisab> nisab) {
    return switch (nisab.value()) {
      case IncomeNisab.OfWealth ofWealth -> "that of wealth (" + nisab.source() + ")";
      case IncomeNisab.Published published ->
          ReceiptWords.money(published.year())
              + " a year, "
              + ReceiptWords.money(published.month())
              + " a month ("
              + nisab.source()
              + ")";
    };
  }
}
