package amanah.zakat.domain;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.Rounding;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Makes exact values payable in one currency, and writes them for people. */
record Till(Currency currency, Rounding rounding) {

  private static final int REPEATING_DIGITS_SHOWN = 6;

  Worth worth(Rational exact) {
    return new Worth(exact, payable(exact));
  }

  Money payable(Rational exact) {
    try {
      return exact.toMoney(currency, rounding.mode());
    } catch (ArithmeticException overflow) {
      throw new RefusedCalculation(
          new Refusal.TooLarge(
              "zakat of " + words(exact) + " is larger than this system can hold"));
    }
  }

  /** The exact amount with at least the currency's digits; "..." where a fraction has no end. */
  String words(Rational exact) {
    int digits = currency.getDefaultFractionDigits();
    if (!exact.isDecimal()) {
      return exact.rounded(digits + REPEATING_DIGITS_SHOWN, RoundingMode.DOWN).toPlainString()
          + "... "
          + currency;
    }
    int scale = Math.max(digits, exact.decimal().scale());
    return exact.rounded(scale, RoundingMode.UNNECESSARY).toPlainString() + " " + currency;
  }

  String roundingWords() {
    return switch (rounding) {
      case CEILING -> "rounded up";
      case HALF_UP -> "rounded to the nearest";
      case FLOOR -> "rounded down";
    };
  }

  /** A weight or another number without a currency. */
  static String number(Rational exact) {
    return exact.isDecimal()
        ? exact.toString()
        : exact.rounded(REPEATING_DIGITS_SHOWN, RoundingMode.DOWN).toPlainString() + "...";
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
