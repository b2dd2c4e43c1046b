package amanah.zakat.receipt;

/**
 * Writes HTML. Text and attributes are escaped here and nowhere else; tags and classes are the
 * receipt's own and never come from outside.
 */
final class Html {

  private final StringBuilder out = new StringBuilder(16_384);

  /** Begins an element. */
  Html open(String tag) {
    out.append('<').append(tag).append('>');
    return this;
  }

  /** Begins an element of a class of the style sheet. */
  Html open(String tag, String styleClass) {
    out.append('<').append(tag).append(" class=\"").append(styleClass).append("\">");
    return this;
  }

  /** Ends an element. */
  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** Text, in which nothing has a meaning to the browser. */
  Html text(String text) {
    text.codePoints().forEach(this::escape);
    return this;
  }

  /** A whole element with nothing but text in it. */
  Html element(String tag, String text) {
    return open(tag).text(text).close(tag);
  }

  /** A whole element of a class with nothing but text in it. */
  Html element(String tag, String styleClass, String text) {
    return open(tag, styleClass).text(text).close(tag);
  }

  /** A heading cell of a table, for its row or for its column. */
  Html heading(String scope, String styleClass, String text) {
    out.append("<th scope=\"").append(scope).append("\" class=\"").append(styleClass);
    out.append("\">");
    return text(text).close("th");
  }

  /** A day or moment that machines can read as well. */
  Html time(String machine, String text) {
    out.append("<time datetime=\"");
    text(machine);
    out.append("\">");
    text(text);
    out.append("</time>");
    return this;
  }

  /** Markup of the receipt's own, which must hold nothing that came from outside. */
  Html own(String markup) {
    out.append(markup);
    return this;
  }

  private void escape(int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(character);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
