package amanah.money;

/** The one grammar of amounts: {@code digits [ . digits ]}, nothing else. */
final class DecimalText {

  private static final int LENGTH_MAX = 32;

  private DecimalText() {}

  static long toMinor(String text, int fractionDigits) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    int fraction = point < 0 ? 0 : text.length() - point - 1;
    if (text.length() > LENGTH_MAX || whole == 0 || (point >= 0 && fraction == 0)) {
      throw malformed(text, fractionDigits);
    }
    if (fraction > fractionDigits) {
      throw malformed(text, fractionDigits);
    }
    try {
      long minor = 0;
      for (int index = 0; index < text.length(); index++) {
        if (index != point) {
          minor = Math.addExact(Math.multiplyExact(minor, 10L), digit(text, index, fractionDigits));
        }
      }
      for (int missing = fraction; missing < fractionDigits; missing++) {
        minor = Math.multiplyExact(minor, 10L);
      }
      return minor;
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException(
          "amount \"" + shown(text) + "\" is larger than this system can hold", tooLarge);
    }
  }

  private static int digit(String text, int index, int fractionDigits) {
    char character = text.charAt(index);
    if (character < '0' || character > '9') {
      throw malformed(text, fractionDigits);
    }
    return character - '0';
  }

  private static IllegalArgumentException malformed(String text, int fractionDigits) {
    return new IllegalArgumentException(
        "amount \""
            + shown(text)
            + "\" is not an amount, expected a plain decimal with at most "
            + fractionDigits
            + " fraction digits such as \""
            + (fractionDigits == 0 ? "50" : "50." + "0".repeat(fractionDigits))
            + "\"");
  }

  private static String shown(String text) {
    return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "...";
  }
}
