package amanah.zakat.receipt;

import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Deduction;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.Pool;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Liability;
import java.util.Currency;
import java.util.List;

/** Monetary wealth: line by line, less debts, held against the nisab. */
final class WealthSection {

  private WealthSection() {}

  static void write(Assessment assessment, Html html) {
    assessment.answer().calculation().pool().ifPresent(pool -> write(assessment, pool, html));
  }

  private static void write(Assessment assessment, Pool pool, Html html) {
    Calculation calculation = assessment.answer().calculation();
    Currency currency = assessment.request().question().currency();
    List<Asset> assets = assessment.request().question().assets();
    html.open("section").element("h2", "Monetary wealth").open("table");
    html.element("caption", "What was declared, and what of it counts");
    html.open("thead").open("tr");
    html.heading("col", "", "Declared").heading("col", "number", "Counts");
    html.close("tr").close("thead").open("tbody");
    for (int index = 0; index < calculation.lines().size(); index++) {
      if (calculation.lines().get(index) instanceof Line.InMoney line && line.type().isMonetary()) {
        row(AssetTitles.of(assets.get(index)), line.explanation(), line.base(), currency, html);
      }
    }
    for (Deduction deduction : calculation.deductions()) {
      deducted(deduction, currency, html);
    }
    html.close("tbody").open("tfoot");
    total("Zakatable wealth", ReceiptWords.money(pool.base(), currency), "", html);
    total("Nisab", ReceiptWords.money(pool.nisab(), currency), "", html);
    total(
        pool.due() ? "Zakat, " + pool.rate() + " of the wealth" : "Below the nisab: no zakat",
        ReceiptWords.money(pool.exact(), currency),
        "result",
        html);
    html.close("tfoot").close("table").close("section");
  }

  private static void row(
      String title, String explanation, Rational counts, Currency currency, Html html) {
    html.open("tr").own("<th scope=\"row\">").text(title);
    html.element("span", "words", ReceiptWords.capitalized(explanation) + ".").close("th");
    html.element("td", "number", ReceiptWords.money(counts, currency)).close("tr");
  }

  private static void deducted(Deduction deduction, Currency currency, Html html) {
    String title =
        switch (deduction.liability()) {
          case Liability.Debt debt -> "Debt, due " + ReceiptWords.word(debt.due());
          case Liability.Instalments loan -> "Loan, paid by the month";
        };
    html.open("tr", "less").own("<th scope=\"row\">").text(title);
    html.element("span", "words", ReceiptWords.capitalized(deduction.explanation()) + ".");
    html.close("th");
    html.element(
        "td",
        "number",
        (deduction.deducted().isPositive() ? "\u2212\u2009" : "")
            + ReceiptWords.money(deduction.deducted(), currency));
    html.close("tr");
  }

  private static void total(String what, String amount, String styleClass, Html html) {
    html.open("tr", styleClass).own("<th scope=\"row\">").text(what).close("th");
    html.element("td", "number", amount).close("tr");
  }
}
