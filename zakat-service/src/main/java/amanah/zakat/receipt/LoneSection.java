package amanah.zakat.receipt;

import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.wealth.Asset;
import java.util.List;

/** What stands alone, each by its own rule, and what all of it comes to. */
final class LoneSection {

  private LoneSection() {}

  static void write(Assessment assessment, Html html) {
    Calculation calculation = assessment.answer().calculation();
    boolean any = calculation.lines().stream().anyMatch(line -> !line.type().isMonetary());
    if (any) {
      html.open("section").element("h2", "What stands alone").open("table");
      html.element("caption", "Each by its own rule, without the debts above");
      html.open("thead").open("tr");
      html.heading("col", "", "Declared").heading("col", "number", "Zakat");
      html.close("tr").close("thead").open("tbody");
      rows(assessment.request().question().assets(), calculation.lines(), html);
      html.close("tbody").close("table").close("section");
    }
    html.open("section").element("h2", "In all");
    html.element("p", "whole", calculation.explanation()).close("section");
  }

  private static void rows(List<Asset> assets, List<Line> lines, Html html) {
    for (int index = 0; index < lines.size(); index++) {
      Line line = lines.get(index);
      if (!line.type().isMonetary()) {
        html.open("tr").own("<th scope=\"row\">").text(AssetTitles.of(assets.get(index)));
        html.element("span", "words", ReceiptWords.capitalized(line.explanation()) + ".");
        html.close("th");
        html.element("td", "number", LineWords.given(line)).close("tr");
      }
    }
  }
}
