package amanah.http;

import amanah.money.WithdrawnCurrencies;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the texts of fields may look like. */
final class FieldTexts {

  static final String MONEY_EXAMPLE =
      "an object such as {\"amount\": \"50.00\", \"currency\": \"EUR\"}";
  static final String CURRENCY_EXAMPLE = "an ISO 4217 code";

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
  private static final int CURRENCY_LENGTH = 3;
  private static final FoundCurrency NO_CURRENCY =
      new FoundCurrency.Unusable(", expected an ISO 4217 code to pay with, such as IDR");

  /** A request knows no time of its own, and to the day it is the same everywhere. */
  private static final InstantSource CLOCK = InstantSource.system();

  private static final int DAY_LENGTH = 10;
  private static final int MINUTE_END = 16;

  private FieldTexts() {}

  /** A time with seconds, which RFC 3339 asks for and Java does not. */
  static Instant time(String text) {
    if (text.length() <= MINUTE_END || text.charAt(4) != '-' || text.charAt(MINUTE_END) != ':') {
      throw new IllegalArgumentException("no time of RFC 3339");
    }
    return OffsetDateTime.parse(text).toInstant();
  }

  /** A day of the four-digit years. */
  static LocalDate day(String text) {
    if (text.length() != DAY_LENGTH) {
      throw new IllegalArgumentException("no day");
    }
    return LocalDate.parse(text);
  }

  static BigDecimal decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("no plain decimal");
    }
    return new BigDecimal(text);
  }

  /** What a code says. */
  sealed interface FoundCurrency {

    /** One that may be named there. */
    record Usable(Currency currency) implements FoundCurrency {}

    /** None that may, and why not. */
    record Unusable(String why) implements FoundCurrency {}
  }

  /** A currency that one can pay with today. */
  static FoundCurrency currency(String code) {
    return currency(code, LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
  }

  /** A currency that one can pay with on a day. */
  static FoundCurrency currency(String code, LocalDate day) {
    FoundCurrency found = recordedCurrency(code);
    return found instanceof FoundCurrency.Usable usable
        ? WithdrawnCurrencies.find(usable.currency(), day)
            .<FoundCurrency>map(withdrawn -> new FoundCurrency.Unusable(words(withdrawn)))
            .orElse(usable)
        : found;
  }

  private static String words(WithdrawnCurrencies.Withdrawn withdrawn) {
    return " was withdrawn on %s, expected what took its place: %s"
        .formatted(
            withdrawn.from(),
            withdrawn.successors().stream().sorted().collect(Collectors.joining(", ")));
  }

  /** A currency that has a minor unit, so that one can pay with it, or could when it was used. */
  static FoundCurrency recordedCurrency(String code) {
    try {
      if (code.length() == CURRENCY_LENGTH
          && Currency.getInstance(code).getDefaultFractionDigits() >= 0) {
        return new FoundCurrency.Usable(Currency.getInstance(code));
      }
    } catch (IllegalArgumentException unknown) {
      return NO_CURRENCY;
    }
    return NO_CURRENCY;
  }
}
