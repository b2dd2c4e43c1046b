package amanah.http;

import org.jspecify.annotations.Nullable;

/**
 * What a text may be.
 *
 * @param lengthMin in characters (code points)
 * @param lengthMax in characters (code points)
 * @param lines whether tabs and line ends are welcome
 */
public record TextLimit(int lengthMin, int lengthMax, boolean lines) {

  /** What something is called, which it has to be. */
  public static final TextLimit TITLE = new TextLimit(1, 200, false);

  /** What somebody is called. */
  public static final TextLimit NAME = new TextLimit(0, 200, false);

  /** What somebody has to say. */
  public static final TextLimit MESSAGE = new TextLimit(0, 1000, true);

  /** Of what somebody is to be reminded. */
  public static final TextLimit REMINDER = new TextLimit(1, 500, true);

  /** Why something is done. */
  public static final TextLimit REASON = new TextLimit(0, 500, false);

  /** Where something can be found in the books of others. */
  public static final TextLimit REFERENCE = new TextLimit(1, 200, false);

  /** Why the text is refused, and for which code; null when it is fine. */
  @Nullable Refused refuse(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (Character.isISOControl(character) && !(lines && lineOrTab(character))) {
        return new Refused(
            ProblemCode.INVALID_FIELD,
            String.format(
                "has the control character U+%04X, expected plain text", (int) character));
      }
      if (Character.isSurrogate(character)) {
        if (!pairedAt(text, index)) {
          return new Refused(ProblemCode.MALFORMED, "has half a surrogate pair, expected Unicode");
        }
        index++;
      }
    }
    int length = text.codePointCount(0, text.length());
    boolean blank = lengthMin > 0 && text.isBlank();
    return length > lengthMax || blank
        ? new Refused(
            ProblemCode.INVALID_FIELD,
            "\"" + Shown.value(text) + "\" has " + length + " characters, expected " + expected())
        : null;
  }

  /** A code and a sentence. */
  record Refused(ProblemCode code, String message) {}

  String expected() {
    return lengthMin + " to " + lengthMax + (lengthMin > 0 ? ", not all blank" : "");
  }

  private static boolean lineOrTab(char character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  private static boolean pairedAt(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }
}
