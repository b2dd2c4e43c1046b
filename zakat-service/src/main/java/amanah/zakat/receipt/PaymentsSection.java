package amanah.zakat.receipt;

import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.AssessedRefund;
import amanah.zakat.domain.assessment.Assessment;
import java.time.Instant;

/** What was given towards the assessment, and what came back of it. */
final class PaymentsSection {

  private PaymentsSection() {}

  static void write(Assessment assessment, Html html) {
    html.open("section").element("h2", "Payments");
    if (assessment.paymentCount() == 0) {
      html.element("p", "Nothing has been given towards this assessment yet.");
    } else {
      table(assessment, html);
    }
    for (Money unapplied : assessment.unapplied()) {
      html.element(
          "p",
          "note",
          ReceiptWords.money(unapplied)
              + " was given in another currency than this assessment's and does not count"
              + " towards it.");
    }
    html.close("section");
  }

  private static void table(Assessment assessment, Html html) {
    html.open("table");
    html.element("caption", caption(assessment));
    html.open("thead").open("tr");
    html.heading("col", "", "When").heading("col", "", "Donation");
    html.heading("col", "number", "Amount").close("tr").close("thead").open("tbody");
    for (AssessedPayment payment : assessment.payments()) {
      payment(payment, html);
    }
    html.close("tbody").open("tfoot").open("tr");
    html.own("<th scope=\"row\" colspan=\"2\">").text("Paid").close("th");
    html.element("td", "number", ReceiptWords.money(assessment.paid())).close("tr");
    html.open("tr", "result").own("<th scope=\"row\" colspan=\"2\">");
    html.text("Outstanding").close("th");
    html.element("td", "number", ReceiptWords.money(assessment.outstanding())).close("tr");
    html.close("tfoot").close("table");
  }

  private static String caption(Assessment assessment) {
    return assessment.payments().size() == assessment.paymentCount()
        ? "The newest first"
        : "The newest %d of %d donations; the sums hold all of them, given anonymously as well"
            .formatted(assessment.payments().size(), assessment.paymentCount());
  }

  private static void payment(AssessedPayment payment, Html html) {
    String donation = payment.campaignId() + " / " + payment.donationId();
    if (payment.amount().isPositive()) {
      row(
          payment.at(),
          payment.applied() ? donation : donation + ", in another currency: not counted",
          ReceiptWords.money(payment.amount()),
          payment.applied() ? "" : "apart",
          html);
    }
    for (AssessedRefund refund : payment.refunds()) {
      row(
          refund.at(),
          donation + ", refund " + refund.refundId(),
          "\u2212\u2009" + ReceiptWords.money(refund.amount()),
          payment.applied() ? "less" : "less apart",
          html);
    }
  }

  private static void row(Instant at, String what, String amount, String styleClass, Html html) {
    html.open("tr", styleClass).open("td");
    html.time(at.toString(), ReceiptWords.day(ReceiptWords.dayOf(at))).close("td");
    html.element("td", "ids", what).element("td", "number", amount).close("tr");
  }
}
