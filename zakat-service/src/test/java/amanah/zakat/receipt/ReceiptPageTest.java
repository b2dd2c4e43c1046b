package amanah.zakat.receipt;

import static amanah.zakat.domain.assessment.Requests.USD;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.rule.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The receipt says everything, and nothing that comes from outside becomes markup. */
final class ReceiptPageTest {

  /** Looked at by people, after a build: {@code target/receipts}. */
  private static final Path SHOWN = Path.of("target", "receipts");

  @Test
  void of_an_assessment_that_is_partly_paid() throws IOException {
    String page = page("partly-paid", Receipts.partlyPaid());

    assertThat(text(page))
        .contains(
            "Receipt for aisha",
            "2,251.67 USD is outstanding",
            "Due 2,501.67 USD",
            "Paid 250.00 USD",
            "Outstanding 2,251.67 USD",
            "Due in kind, besides: 2 sheep; 12.5 kg of staple food.",
            "1 March 2026 12 Ramadan 1447 AH",
            "1 March 2026, 09:30 UTC",
            "aaoifi v2",
            "85 g of gold; zakat is due from it on",
            "Gold, a gram 100 USD published for 20 February 2026",
            "Silver, a gram 1.25 USD given with the question",
            "Gold, 100 g, 22 karat",
            "9,166.66\u2026 USD",
            "91.666666... g pure, at 100.00 USD a gram, counts 9166.66666666... USD",
            "Debt, due now",
            "\u2212\u20091,000.00 USD",
            "wells / d-1",
            "wells / d-1, refund r-1",
            "\u2212\u200950.00 USD",
            "99.00 EUR was given in another currency",
            "AAOIFI, Shari'ah Standard 35, Zakah, 2008",
            "Assessment aisha-1447, entry 5 of its journal");
  }

  @Test
  void of_an_assessment_of_everything_has_every_explanation_word_for_word() throws IOException {
    FullQuestion question =
        Requests.generated(new Random(7), "baznas-2026", Currency.getInstance("IDR"));
    Assessment assessment = Receipts.of(question, List.of());

    String text = text(page("everything", assessment));

    assertThat(assessment.answer().calculation().lines())
        .allSatisfy(
            line ->
                assertThat(text).containsIgnoringCase(line.explanation().replaceAll("\\s+", " ")));
    assertThat(assessment.answer().calculation().deductions())
        .allSatisfy(deduction -> assertThat(text).containsIgnoringCase(deduction.explanation()));
    assertThat(text).contains(assessment.answer().calculation().explanation());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8499.99 | 0      | Nothing is due in money
          10000   | 0      | 250.00 USD is outstanding
          10000   | 24999  | 0.01 USD is outstanding
          10000   | 25000  | Paid in full
          10000   | 25001  | Paid in full, and 0.01 USD beyond
          """)
  void the_status_in_words(String cash, long paidMinor, String status) {
    FullQuestion question = Requests.cash(cash).question();
    List<AssessedPayment> payments =
        paidMinor == 0 ? List.of() : List.of(Receipts.gift("d-1", Money.of(paidMinor, USD)));

    assertThat(text(ReceiptPage.of(Receipts.of(question, payments), Optional.empty())))
        .contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x>", "a&b", "'--'"})
  void what_comes_from_outside_is_text(String words) {
    Html html = new Html();

    html.element("p", words).time(words, words).heading("col", "", words);

    String page = html.toString();
    assertThat(page.replaceAll("</?(p|time|th)( [a-z]+=\"[^\"<>]*\")*>", ""))
        .doesNotContain("<", ">", "\"", "'");
    assertThat(page.replaceAll("&(amp|lt|gt|quot|#39);", "")).doesNotContain("&");
  }

  @Test
  void a_profile_name_from_a_question_cannot_break_out() {
    Assessment assessment = Receipts.of(Requests.cash("10000").question(), List.of());

    String page = ReceiptPage.of(assessment, Optional.empty());

    assertThat(page).doesNotContain("<script", "onerror", "javascript:");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void it_loads_nothing() throws IOException {
    String page = page("partly-paid", Receipts.partlyPaid());

    assertThat(
            Pattern.compile("(?i)(src=|href=|url\\(|@import|<link|<iframe)").matcher(page).find())
        .isFalse();
  }

  @Test
  void every_element_that_is_opened_is_closed() throws IOException {
    String page = page("partly-paid", Receipts.partlyPaid());

    for (String tag :
        List.of("html", "body", "main", "section", "table", "tr", "th", "td", "dl", "div", "p")) {
      assertThat(count("<" + tag + "[ >]", page)).as(tag).isEqualTo(count("</" + tag + ">", page));
    }
  }

  @Test
  void more_payments_than_are_shown_are_said_to_be() {
    Assessment assessment = Receipts.partlyPaid();
    Assessment many =
        new Assessment(
            assessment.request(),
            assessment.answer(),
            assessment.at(),
            assessment.paid(),
            List.of(),
            assessment.payments(),
            1_000,
            1_001);

    assertThat(text(ReceiptPage.of(many, Optional.empty())))
        .contains("The newest 3 of 1000 donations; the sums hold all of them");
  }

  private static String page(String name, Assessment assessment) throws IOException {
    Optional<RuleSet> rules = Optional.of(Requests.rules(assessment.request().question()));
    String page = ReceiptPage.of(assessment, rules);
    Files.createDirectories(SHOWN);
    Files.writeString(SHOWN.resolve(name + ".html"), page, StandardCharsets.UTF_8);
    return page;
  }

  /** What is read of a page. */
  private static String text(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[ \\n]+", " ");
  }

  private static long count(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }
}
