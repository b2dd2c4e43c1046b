package amanah.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTextTest {

  private static final Currency USD = Currency.getInstance("USD");

  private static Stream<Currency> currencies() {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .sorted(Comparator.comparing(Currency::getCurrencyCode));
  }

  @ParameterizedTest
  @CsvSource({
    // amount                 currency  minor                 printed
    "0,                       USD,      0,                    0.00",
    "0.0,                     USD,      0,                    0.00",
    "50000.00,                USD,      5000000,              50000.00",
    "50000,                   USD,      5000000,              50000.00",
    "0.1,                     USD,      10,                   0.10",
    "0.01,                    USD,      1,                    0.01",
    "00012.50,                USD,      1250,                 12.50",
    "92233720368547758.07,    USD,      9223372036854775807,  92233720368547758.07",
    "100,                     JPY,      100,                  100",
    "9223372036854775807,     JPY,      9223372036854775807,  9223372036854775807",
    "1.234,                   KWD,      1234,                 1.234",
    "1.2,                     KWD,      1200,                 1.200",
    "9223372036854775.807,    KWD,      9223372036854775807,  9223372036854775.807",
    "75000,                   IDR,      7500000,              75000.00",
    "75000.25,                IDR,      7500025,              75000.25",
    "1.2345,                  CLF,      12345,                1.2345",
    "00000000000000000000000000000.01, USD, 1,                0.01"
  })
  void a_plain_decimal_is_read_exactly(String amount, String currency, long minor, String printed) {
    Money money = Money.parse(amount, Currency.getInstance(currency));

    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.amount()).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "-",
        "+",
        "-1",
        "+1",
        "-0",
        "--1",
        "1-",
        "1.-5",
        "1.+5", // signs
        "1e3",
        "1E3",
        "1e-2",
        "1.0e1",
        "0x10",
        "1f",
        "1d",
        "10L", // forms of programming languages
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "null",
        "true",
        "abc",
        " 1",
        "1 ",
        "1 000",
        "1\t",
        "1\n",
        "\n1",
        "1\0",
        "\u00A01",
        "1\u00A0",
        "1\u202F000",
        "1.",
        ".1",
        ".",
        "1..1",
        "1.1.1",
        "1.1.",
        ".1.", // points
        "1,50",
        "1,000.00",
        "1'000",
        "1_000",
        "1\u066B5",
        "1\uFF0E5", // separators
        "\u0661\u0662",
        "\uFF11\uFF12",
        "\u0967",
        "1\u0660",
        "\uD835\uDFCF", // digits of others
        "\u00BD",
        "\u00B2",
        "1\u20AC",
        "$1",
        "1USD",
        "1%",
        "1/2",
        "1.000",
        "1.001",
        "0.000" // more digits than the dollar has
      })
  void anything_else_is_refused_with_what_was_expected(String amount) {
    assertThatThrownBy(() -> Money.parse(amount, USD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amount \"%s\" is not an amount, expected a plain decimal with at most 2 fraction"
                + " digits such as \"50.00\"",
            amount);
  }

  @ParameterizedTest
  @CsvSource({
    "JPY, 1.0,    50",
    "JPY, 1.,     50",
    "KWD, 1.2345, 50.000",
    "IDR, 1.234,  50.00",
    "CLF, 1.23456, 50.0000"
  })
  void more_digits_than_the_currency_has_are_refused(
      String currency, String amount, String example) {
    assertThatThrownBy(() -> Money.parse(amount, Currency.getInstance(currency)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("digits such as \"" + example + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 92233720368547758.08",
    "USD, 92233720368547759",
    "USD, 9223372036854775807",
    "USD, 9223372036854775808",
    "USD, 99999999999999999999999999999999",
    "JPY, 9223372036854775808",
    "JPY, 18446744073709551616",
    "KWD, 9223372036854775.808",
    "KWD, 9223372036854776"
  })
  void more_than_a_long_holds_is_refused(String currency, String amount) {
    assertThatThrownBy(() -> Money.parse(amount, Currency.getInstance(currency)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount \"" + amount + "\" is larger than this system can hold");
  }

  @Test
  void a_text_of_more_than_32_characters_is_refused_and_not_shown_in_full() {
    assertThatThrownBy(() -> Money.parse("0".repeat(33), USD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("amount \"" + "0".repeat(32) + "...\" is not an amount");
  }

  @ParameterizedTest
  @MethodSource("currencies")
  void what_is_printed_is_read_again_in_every_currency(Currency currency) {
    Random random = new Random(currency.getNumericCode());
    for (int round = 0; round < 500; round++) {
      Money money = Money.of(random.nextLong() >>> (1 + random.nextInt(63)), currency);
      if (!Money.parse(money.amount(), currency).equals(money)) {
        throw new AssertionError(money);
      }
    }
    for (long minor : List.of(0L, 1L, 9L, 10L, 99L, 100L, 999L, Long.MAX_VALUE)) {
      Money money = Money.of(minor, currency);
      assertThat(Money.parse(money.amount(), currency)).isEqualTo(money);
      assertThat(money.decimal().scale()).isEqualTo(currency.getDefaultFractionDigits());
    }
  }

  /**
   * Texts of the characters that come close to amounts; BigDecimal and a pattern say what holds.
   */
  @ParameterizedTest
  @ValueSource(strings = {"JPY", "USD", "KWD", "CLF"})
  void any_text_is_read_as_the_grammar_says(String code) {
    Currency currency = Currency.getInstance(code);
    int digits = currency.getDefaultFractionDigits();
    String grammar = digits == 0 ? "[0-9]+" : "[0-9]+(\\.[0-9]{1," + digits + "})?";
    Random random = new Random(code.hashCode());
    for (int round = 0; round < 50_000; round++) {
      String text = text(random);
      boolean holds = text.matches(grammar) && fits(text, digits);
      if (taken(text, currency) != holds) {
        throw new AssertionError("\"" + text + "\" " + currency);
      }
    }
  }

  private static String text(Random random) {
    String characters = random.nextInt(4) == 0 ? "0123456789..-+eE ," : "0123456789";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(25);
    for (int index = 0; index < length; index++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    if (random.nextBoolean()) {
      text.insert(random.nextInt(text.length() + 1), '.');
    }
    return text.toString();
  }

  private static boolean fits(String text, int digits) {
    BigInteger minor = new BigDecimal(text).movePointRight(digits).toBigIntegerExact();
    return minor.bitLength() <= 63;
  }

  private static boolean taken(String text, Currency currency) {
    try {
      BigDecimal read = Money.parse(text, currency).decimal();
      return read.compareTo(new BigDecimal(text)) == 0;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
