package amanah.deploy.fuzz;

import java.util.List;
import java.util.Locale;

/** Values that somebody sends by mistake or on purpose, by the name of the field they are for. */
final class Hostile {

  /** Stands in a message for bytes that are no UTF-8 and that no string of Java can say. */
  static final String NOT_UNICODE = "\u0001\u0002\u0001";

  private static final List<String> AMOUNTS =
      List.of(
          "0",
          "0.00",
          "-0",
          "-5.00",
          "+5.00",
          "5,00",
          "5.",
          ".5",
          "5.001",
          "5e3",
          "0x10",
          "NaN",
          "Infinity",
          "1 000.00",
          "٥.٠٠",
          "9223372036854775807",
          "92233720368547758.07",
          "92233720368547758.08",
          "99999999999999999999999999",
          "00000000000000000005.00",
          "0.0000000000000000000000000001",
          "5.00\u0000",
          "",
          " ",
          " 5.00",
          "5.00 USD");

  private static final List<String> CURRENCIES =
      List.of(
          "XXX",
          "XAU",
          "ZZZ",
          "usd",
          "BTC",
          "€",
          "US",
          "USDD",
          "840",
          "",
          "U\u0000D",
          "ＵＳＤ",
          "IDR",
          "KWD",
          "EUR",
          "USD",
          "\uD83D\uDCB0");

  private static final List<String> IDS =
      List.of(
          "",
          ".",
          "..",
          "a b",
          "a/b",
          "a%2Fb",
          "a|b",
          "a\u0000b",
          "-",
          "_",
          "~",
          "\u202Eabc",
          "é",
          "a\nb",
          "..%2f..%2fetc",
          "x".repeat(64),
          "x".repeat(65),
          "x".repeat(5_000),
          "well|snapshot",
          "WELL",
          "nobody",
          "%00",
          "'; DROP TABLE event_journal; --");

  private static final List<String> TIMES =
      List.of(
          "0000-01-01T00:00:00Z",
          "-0001-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "9999-12-31T23:59:59.999999999Z",
          "9999-12-31T23:59:60Z",
          "2026-02-30T00:00:00Z",
          "2026-01-01T24:00:00Z",
          "2026-01-01T00:00:00+18:00",
          "2026-01-01T00:00:00+19:00",
          "2026-01-01",
          "2026-01-01T00:00",
          "20260101T000000Z",
          "1767225600",
          "now",
          "",
          "2026-01-01T00:00:00",
          "2026-01-01t00:00:00z",
          "0001-01-01T00:00:00Z",
          "2026-01-01T00:00:00.0000000001Z",
          "294277-01-09T04:00:54Z");

  private static final List<String> DAYS =
      List.of(
          "0000-00-00",
          "0000-01-01",
          "9999-12-31",
          "2026-02-30",
          "2026-2-3",
          "+12026-01-01",
          "-999999999-01-01",
          "1441-09-01",
          "today",
          "2026-01-01T00:00:00Z",
          "",
          "0001-01-01");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u202E\u200B\uFEFF",
          "\uD83D\uDC68\u200D\uD83D\uDC69",
          "e\u0301".repeat(120),
          "\u2028\u2029",
          "line\r\nline",
          "\t",
          "<script>alert(1)</script>",
          "{\"a\":1}",
          "\\",
          "\"",
          "null",
          "true",
          "0",
          "\u007F\u0080\u009F",
          "\uFFFE\uFFFF",
          "x".repeat(200),
          "x".repeat(201),
          "x".repeat(1_001),
          "\uD83D\uDE00".repeat(501),
          "y".repeat(20_000),
          NOT_UNICODE,
          "${jndi:ldap://a/b}",
          "%s%n%d",
          "../../etc/passwd");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1.5",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "1e400",
          "1e-400",
          "-0",
          "-0.0",
          "1E9",
          "1e2147483647",
          "0.1e1",
          "123456789012345678901234567890123456789012345678901234567890",
          "9".repeat(500));

  /** JSON that is no string and no number. */
  private static final List<String> SHAPES =
      List.of("null", "true", "false", "[]", "{}", "[[]]", "[null]", "{\"a\":{\"b\":[1]}}", "\"\"");

  private Hostile() {}

  /** A text for a field of that name. */
  static String text(String field, Chance chance) {
    if (chance.oneIn(5)) {
      return odd(chance);
    }
    String name = field.toLowerCase(Locale.ROOT);
    return chance.of(
        switch (name) {
          case "amount", "gold", "silver", "grams", "kilograms", "count" -> AMOUNTS;
          case "currency" -> CURRENCIES;
          case "day", "from", "asof" -> DAYS;
          default ->
              name.endsWith("id") ? IDS : name.endsWith("at") && name.length() > 2 ? TIMES : TEXTS;
        });
  }

  static String number(Chance chance) {
    return chance.of(NUMBERS);
  }

  /** JSON of any shape, also of one that no parser should take. */
  static String json(Chance chance) {
    return switch (chance.below(8)) {
      case 0, 1 -> number(chance);
      case 2, 3 -> chance.of(SHAPES);
      case 4 -> nested(chance.between(1, 40));
      case 5 -> chance.oneIn(20) ? nested(chance.between(100, 10_000)) : "\"\\ud800\"";
      case 6 ->
          chance.of(List.of("\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\uD83D\\uD83D\""));
      default ->
          chance.of(List.of("NaN", "Infinity", "'x'", "01", "+1", ".5", "undefined", "tru", ""));
    };
  }

  /** Any characters at all. */
  static String odd(Chance chance) {
    StringBuilder text = new StringBuilder();
    int length = chance.oneIn(10) ? chance.below(3_000) : chance.below(20);
    for (int index = 0; index < length; index++) {
      text.append((char) (chance.oneIn(2) ? chance.below(256) : chance.below(0xD800)));
    }
    return text.toString();
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
