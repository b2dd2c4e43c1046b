package amanah.zakat;

import amanah.http.HttpSettings;
import amanah.journal.JournalSettings;
import amanah.protocol.EarlierTries;
import amanah.supervision.Backoff;
import amanah.zakat.answering.Answering;
import amanah.zakat.assessment.AssessmentLimits;
import amanah.zakat.calculator.CalculatorLimits;
import amanah.zakat.calculator.PaymentLimits;
import amanah.zakat.desk.DeskLimits;
import amanah.zakat.domain.book.BookLimits;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.rules.Profiles;
import com.typesafe.config.Config;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the zakat service, read once and checked at the start; {@code zakat.conf} says
 * what each is for.
 *
 * @param answering by which profiles
 * @param calculator what the calculator takes at a time
 * @param desk how a node treats the calculator
 * @param assessment what one assessment takes at a time
 * @param historyTimeout how long a reading of the journal may take
 */
public record ZakatSettings(
    Answering answering,
    CalculatorLimits calculator,
    DeskLimits desk,
    AssessmentLimits assessment,
    Duration historyTimeout) {

  private static final Logger LOG = LoggerFactory.getLogger(ZakatSettings.class);
  private static final String ASK_TIMEOUT = "amanah.zakat.ask-timeout";

  /** Refuses times that could never work. */
  public ZakatSettings {
    if (!historyTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "history-timeout " + historyTimeout + ", expected more than nothing");
    }
  }

  /**
   * Reads {@code amanah.zakat}.
   *
   * @throws com.typesafe.config.ConfigException if a value is missing or of the wrong kind
   * @throws IllegalArgumentException if a value could never work; names it and what was expected
   */
  public static ZakatSettings of(Config config) {
    Config zakat = config.getConfig("amanah.zakat");
    HttpSettings http = HttpSettings.of(config);
    return new ZakatSettings(
        Answering.of(
            Profiles.bundled(),
            zakat.getString("profile"),
            comparison(zakat.getString("nisab-comparison"))),
        calculator(zakat.getConfig("calculator")),
        desk(zakat, http.requireAbove(askTimeout(config), ASK_TIMEOUT)),
        assessment(zakat.getConfig("assessment")),
        http.requireAbove(zakat.getDuration("history-timeout"), "amanah.zakat.history-timeout"));
  }

  private static Duration askTimeout(Config config) {
    Duration askTimeout = config.getDuration(ASK_TIMEOUT);
    EarlierTries.problem(ASK_TIMEOUT, askTimeout, JournalSettings.writeMax(config))
        .ifPresent(LOG::warn);
    return askTimeout;
  }

  private static NisabComparison comparison(String word) {
    return switch (word) {
      case "inclusive" -> NisabComparison.INCLUSIVE;
      case "exclusive" -> NisabComparison.EXCLUSIVE;
      default ->
          throw new IllegalArgumentException(
              "nisab-comparison \"" + word + "\", expected inclusive or exclusive");
    };
  }

  private static CalculatorLimits calculator(Config calculator) {
    return new CalculatorLimits(
        new BookLimits(
            calculator.getInt("campaigns-max"),
            calculator.getInt("distributions-max"),
            calculator.getInt("price-days-max"),
            calculator.getInt("publications-max"),
            calculator.getInt("desks-max")),
        calculator.getInt("cache-max"),
        calculator.getInt("cache-lines-max"),
        calculator.getInt("history-max"),
        calculator.getInt("book-in-flight-max"),
        calculator.getInt("waiting-max"),
        calculator.getInt("batch-max"),
        calculator.getDuration("tally-write-interval"),
        calculator.getDuration("report-write-interval"),
        new PaymentLimits(
            calculator.getInt("payments.in-flight-max"),
            calculator.getDuration("payments.again-after"),
            calculator.getDuration("payments.timeout")),
        new CalculatorLimits.Restart(
            backoff(calculator.getConfig("restart")),
            calculator.getInt("restart.restarts-max"),
            calculator.getDuration("restart.period")),
        calculator.getDuration("leave-timeout"));
  }

  private static DeskLimits desk(Config zakat, Duration askTimeout) {
    return new DeskLimits(
        zakat.getDuration("calculate-timeout"),
        zakat.getInt("calculations-in-flight-max"),
        zakat.getInt("calculations-alone-max"),
        askTimeout,
        zakat.getDuration("ask-again-after"),
        zakat.getDuration("follow-interval"),
        zakat.getDuration("tally-interval"),
        zakat.getDuration("tally-again-after"));
  }

  private static AssessmentLimits assessment(Config assessment) {
    return new AssessmentLimits(
        assessment.getInt("waiting-max"),
        backoff(assessment.getConfig("restart")),
        assessment.getInt("restart.restarts-max"),
        assessment.getDuration("restart.period"),
        assessment.getDuration("leave-timeout"));
  }

  private static Backoff backoff(Config restart) {
    return Backoff.of(
            restart.getDuration("delay-min"),
            restart.getDuration("delay-max"),
            restart.getDouble("jitter"))
        .resetAfter(restart.getDuration("reset-after"));
  }
}
