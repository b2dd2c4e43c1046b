package amanah.zakat.receipt;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Numbers and days as people read them: the same in every place that the service runs. */
final class ReceiptWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The days that the Umm al-Qura calendar of the JDK knows. */
  private static final LocalDate HIJRI_FIRST = LocalDate.of(1882, 11, 12);

  private static final LocalDate HIJRI_LAST = LocalDate.of(2174, 11, 25);

  private static final List<String> HIJRI_MONTHS =
      List.of(
          "Muharram",
          "Safar",
          "Rabi\u02bf al-awwal",
          "Rabi\u02bf al-akhir",
          "Jumada al-ula",
          "Jumada al-akhirah",
          "Rajab",
          "Sha\u02bfban",
          "Ramadan",
          "Shawwal",
          "Dhu al-Qa\u02bfdah",
          "Dhu al-Hijjah");

  private static final int REPEATING_DIGITS_SHOWN = 6;

  private ReceiptWords() {}

  /** Such as {@code 2,416,666.67 IDR}. */
  static String money(Money amount) {
    return grouped(amount.decimal(), amount.currency().getDefaultFractionDigits())
        + " "
        + amount.currency();
  }

  /** The amount cut at the currency's digits; an ellipsis where the exact one goes on. */
  static String money(Rational exact, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    BigDecimal cut = exact.rounded(digits, RoundingMode.DOWN);
    boolean whole = Rational.of(cut).equals(exact);
    return grouped(cut, digits) + (whole ? " " : "\u2026 ") + currency;
  }

  /** A weight or another number without a currency. */
  static String number(Rational exact) {
    return exact.isDecimal()
        ? grouped(exact.decimal(), Math.max(0, exact.decimal().scale()))
        : grouped(exact.rounded(REPEATING_DIGITS_SHOWN, RoundingMode.DOWN), REPEATING_DIGITS_SHOWN)
            + "\u2026";
  }

  /** A number as it was declared. */
  static String number(BigDecimal decimal) {
    return grouped(decimal, Math.max(0, decimal.scale()));
  }

  private static String grouped(BigDecimal number, int fractionDigits) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(fractionDigits);
    format.setMaximumFractionDigits(fractionDigits);
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return format.format(number);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /** Such as {@code 12 Ramadan 1447 AH}; empty where the calendar has no such day. */
  static Optional<String> hijri(LocalDate day) {
    if (day.isBefore(HIJRI_FIRST) || day.isAfter(HIJRI_LAST)) {
      return Optional.empty();
    }
    HijrahDate date = HijrahDate.from(day);
    return Optional.of(
        date.get(ChronoField.DAY_OF_MONTH)
            + " "
            + HIJRI_MONTHS.get(date.get(ChronoField.MONTH_OF_YEAR) - 1)
            + " "
            + date.get(ChronoField.YEAR_OF_ERA)
            + " AH");
  }

  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** The constant's words, such as {@code next 12 months}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
