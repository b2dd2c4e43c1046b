package amanah.zakat.receipt;

import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.rule.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * The receipt of an assessment: one HTML page that needs nothing beside it, loads nothing and runs
 * nothing, for the screen and for paper. What was found stands in it in full, so that whoever reads
 * it can count again.
 */
public final class ReceiptPage {

  /** What it is, for the door that serves it. */
  public static final String CONTENT_TYPE = "text/html; charset=utf-8";

  private static final String STYLE = resource("receipt.css");
  private static final String EMBLEM = resource("emblem.svg");

  private ReceiptPage() {}

  /**
   * The page.
   *
   * @param rules of the version that answered; empty on a node that is older than they are, whose
   *     page then names no sources beside those in the explanations
   */
  public static String of(Assessment assessment, Optional<RuleSet> rules) {
    Html html = new Html();
    head(assessment, html);
    html.open("body").open("main");
    StandingSection.write(assessment, EMBLEM, html);
    PaymentsSection.write(assessment, html);
    FactsSection.write(assessment, html);
    WealthSection.write(assessment, html);
    LoneSection.write(assessment, html);
    rules.ifPresent(known -> RulesSection.write(assessment, known, html));
    foot(assessment, html);
    return html.close("main").close("body").close("html").toString();
  }

  private static void head(Assessment assessment, Html html) {
    html.own("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .own("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .own("<meta name=\"robots\" content=\"noindex\">\n")
        .own("<meta http-equiv=\"Content-Security-Policy\"")
        .own(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .element("title", "Zakat assessment " + assessment.request().assessmentId())
        .open("style")
        .own(STYLE)
        .close("style")
        .close("head");
  }

  private static void foot(Assessment assessment, Html html) {
    html.open("footer")
        .element(
            "p",
            "This receipt says what published positions give for what was declared. The software"
                + " offers them as a choice and gives no rulings; ask a scholar whom you trust.")
        .element(
            "p",
            "The answer was computed once and is kept with the rules, settings and prices that it"
                + " rests upon. It does not change when they do.")
        .element(
            "p",
            "mark",
            "Assessment "
                + assessment.request().assessmentId()
                + ", entry "
                + assessment.sequence()
                + " of its journal")
        .close("footer");
  }

  private static String resource(String name) {
    try (InputStream file = Objects.requireNonNull(ReceiptPage.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
