package amanah.zakat.journal;

import amanah.journal.EventReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A map within an event in which every value is a text, taken out field by field by whoever knows
 * what each means. What nobody takes out is unknown, and refused.
 */
final class TextMap {

  private final EventReader reader;
  private final Map<String, String> texts;

  private TextMap(EventReader reader, Map<String, String> texts) {
    this.reader = reader;
    this.texts = texts;
  }

  /** The map whose beginning was just read. */
  static TextMap entered(EventReader reader) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      if (texts.put(field, reader.text(field)) != null) {
        throw reader.contradiction("field \"" + field + "\" is there twice");
      }
    }
    return new TextMap(reader, texts);
  }

  /** The map that is the value of a field. */
  static TextMap of(String field, EventReader reader) throws IOException {
    reader.startMap(field);
    return entered(reader);
  }

  String text(String field) {
    return reader.required(field, texts.remove(field));
  }

  /** The text as the value it stands for; what {@code valueOf} refuses is unreadable. */
  <V> V value(String field, Function<String, V> valueOf) {
    return value(field, text(field), valueOf);
  }

  <V> Optional<V> optional(String field, Function<String, V> valueOf) {
    String text = texts.remove(field);
    return text == null ? Optional.empty() : Optional.of(value(field, text, valueOf));
  }

  /** What was made of the map, once nothing is left in it. */
  <V> V whole(V made) {
    if (!texts.isEmpty()) {
      throw reader.unknown(texts.keySet().iterator().next());
    }
    return made;
  }

  private <V> V value(String field, String text, Function<String, V> valueOf) {
    try {
      return valueOf.apply(text);
    } catch (IllegalArgumentException refused) {
      throw reader.contradiction(
          "field \"%s\" has the value \"%s\": %s".formatted(field, text, refused.getMessage()));
    }
  }
}
