package amanah.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the texts of fields may look like. */
final class FieldTexts {

  static final String MONEY_EXAMPLE =
      "an object such as {\"amount\": \"50.00\", \"currency\": \"EUR\"}";
  static final String CURRENCY_EXAMPLE = "an ISO 4217 code";

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
  private static final int CURRENCY_LENGTH = 3;
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

  /** The currency of that code, if it has a minor unit so that one can pay with it, or could. */
  static @Nullable Currency currency(String code) {
    try {
      return code.length() == CURRENCY_LENGTH
              && Currency.getInstance(code).getDefaultFractionDigits() >= 0
          ? Currency.getInstance(code)
          : null;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
