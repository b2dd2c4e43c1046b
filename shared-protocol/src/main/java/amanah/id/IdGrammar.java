package amanah.id;

/** The one grammar of ids: 1 to 64 of {@code [A-Za-z0-9._-]}, but not {@code .} or {@code ..}. */
final class IdGrammar {

  private static final int LENGTH_MAX = 64;

  private IdGrammar() {}

  static void check(String kind, String value) {
    int length = value.length();
    boolean valid = length >= 1 && length <= LENGTH_MAX;
    for (int index = 0; valid && index < length; index++) {
      valid = allowed(value.charAt(index));
    }
    if (!valid) {
      throw new IllegalArgumentException(
          kind + " " + shown(value) + " is not an id, expected 1 to 64 of [A-Za-z0-9._-]");
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          kind
              + " \""
              + value
              + "\" is not an id, expected more than dots: it would vanish from URLs");
    }
  }

  private static boolean allowed(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || (character >= 'A' && character <= 'Z')
        || character == '-'
        || character == '_'
        || character == '.';
  }

  private static String shown(String value) {
    return value.length() <= LENGTH_MAX
        ? "\"" + value + "\""
        : "\"" + value.substring(0, LENGTH_MAX) + "...\" of " + value.length() + " characters";
  }
}
