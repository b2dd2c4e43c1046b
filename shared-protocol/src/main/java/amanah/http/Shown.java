package amanah.http;

/** Strangers' text made fit to be shown: short, on one line, whole characters only. */
public final class Shown {

  private static final int VALUE_LENGTH_MAX = 64;
  private static final int LINE_LENGTH_MAX = 400;

  private Shown() {}

  /** A value of a request. */
  public static String value(String text) {
    return fit(text, VALUE_LENGTH_MAX);
  }

  /** A sentence that quotes values. */
  public static String line(String text) {
    return fit(text, LINE_LENGTH_MAX);
  }

  private static String fit(String text, int lengthMax) {
    int length = Math.min(text.length(), lengthMax);
    boolean fit = length == text.length();
    for (int index = 0; fit && index < length; index++) {
      fit = plain(text.charAt(index));
    }
    return fit ? text : replaced(text, length);
  }

  private static String replaced(String text, int length) {
    StringBuilder shown = new StringBuilder(length + 3);
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      shown.append(plain(character) ? character : '?');
    }
    return length < text.length() ? shown.append("...").toString() : shown.toString();
  }

  private static boolean plain(char character) {
    return !Character.isISOControl(character) && !Character.isSurrogate(character);
  }
}
