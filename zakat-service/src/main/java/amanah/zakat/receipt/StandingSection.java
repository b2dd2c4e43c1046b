package amanah.zakat.receipt;

import amanah.money.Money;
import amanah.zakat.domain.assessment.Assessment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The head of the page: what is due, what was paid, and what is left. */
final class StandingSection {

  private StandingSection() {}

  static void write(Assessment assessment, String emblem, Html html) {
    html.open("header")
        .own(emblem)
        .open("div")
        .element("p", "kicker", "Zakat assessment")
        .element("h1", "Receipt for " + assessment.request().donorId())
        .close("div")
        .close("header");
    html.open("section", "standing");
    status(assessment, html);
    html.open("dl", "sums");
    sum("Due", assessment.due(), html);
    sum("Paid", assessment.paid(), html);
    sum("Outstanding", assessment.outstanding(), html);
    html.close("dl");
    inKind(assessment).ifPresent(words -> html.element("p", "in-kind", words));
    html.close("section");
  }

  private static void status(Assessment assessment, Html html) {
    if (assessment.outstanding().isPositive()) {
      html.element(
          "p", "status open", ReceiptWords.money(assessment.outstanding()) + " is outstanding");
    } else if (assessment.overpaid().isPositive()) {
      html.element(
          "p",
          "status done",
          "Paid in full, and " + ReceiptWords.money(assessment.overpaid()) + " beyond");
    } else if (assessment.due().isPositive()) {
      html.element("p", "status done", "Paid in full");
    } else {
      html.element("p", "status done", "Nothing is due in money");
    }
  }

  private static void sum(String what, Money amount, Html html) {
    html.open("div").element("dt", what).element("dd", ReceiptWords.money(amount)).close("div");
  }

  /** What is to be given in kind because no price made it money. */
  private static Optional<String> inKind(Assessment assessment) {
    List<String> parts =
        assessment.answer().calculation().lines().stream()
            .filter(line -> line.due() && line.worth().isEmpty())
            .map(LineWords::named)
            .toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            parts.stream().collect(Collectors.joining("; ", "Due in kind, besides: ", ".")));
  }
}
