package amanah.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event from its CBOR map, field by field, and refuses whatever it did not expect by
 * naming manifest and field.
 */
public final class EventReader {

  private final String manifest;
  private final JsonParser parser;

  private EventReader(String manifest, JsonParser parser) {
    this.manifest = manifest;
    this.parser = parser;
  }

  /** The event that {@code fields} finds in the bytes, which must hold it and nothing more. */
  public static <E> E fromBytes(
      CBORFactory factory, String manifest, byte[] bytes, Fields<E> fields) {
    try (JsonParser parser = factory.createParser(bytes)) {
      return whole(manifest, parser, fields);
    } catch (IOException broken) {
      throw notCbor(manifest, broken);
    }
  }

  /** The same of bytes that are read as they are needed. */
  public static <E> E fromStream(
      CBORFactory factory, String manifest, InputStream bytes, Fields<E> fields) {
    try (JsonParser parser = factory.createParser(bytes)) {
      return whole(manifest, parser, fields);
    } catch (IOException broken) {
      throw notCbor(manifest, broken);
    }
  }

  private static <E> E whole(String manifest, JsonParser parser, Fields<E> fields)
      throws IOException {
    try {
      EventReader reader = new EventReader(manifest, parser);
      reader.expect("", parser.nextToken(), JsonToken.START_OBJECT);
      E event = fields.read(reader);
      if (parser.nextToken() != null) {
        throw new UnreadableEventException(manifest, "bytes follow the event");
      }
      return event;
    } catch (IllegalArgumentException refused) {
      throw new UnreadableEventException(manifest, "not what can have happened", refused);
    }
  }

  private static UnreadableEventException notCbor(String manifest, IOException broken) {
    return new UnreadableEventException(manifest, "not the CBOR of an event", broken);
  }

  /** Reads an event's fields up to and with the end of its map. */
  @FunctionalInterface
  public interface Fields<E> {
    E read(EventReader reader) throws IOException;
  }

  /** The next field of the current map, or null at its end. */
  public @Nullable String nextField() throws IOException {
    String field = parser.nextFieldName();
    if (field == null && parser.currentToken() != JsonToken.END_OBJECT) {
      throw new UnreadableEventException(
          manifest, "found " + parser.currentToken() + ", expected a field or the end");
    }
    return field;
  }

  /** A text. */
  public String text(String field) throws IOException {
    String value = parser.nextTextValue();
    if (value == null) {
      throw unexpected(field, "a text");
    }
    return value;
  }

  /** The text as the value it stands for; what {@code valueOf} refuses is unreadable. */
  public <V> V value(String field, Function<String, V> valueOf) throws IOException {
    String text = text(field);
    try {
      return valueOf.apply(text);
    } catch (IllegalArgumentException refused) {
      throw new UnreadableEventException(
          manifest, "field \"" + field + "\" has the value \"" + text + "\"", refused);
    }
  }

  /** A whole number. */
  public long number(String field) throws IOException {
    expect(field, parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return parser.getLongValue();
  }

  /** A whole number that fits an {@code int}. */
  public int smallNumber(String field) throws IOException {
    expect(field, parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  /** True or false. */
  public boolean flag(String field) throws IOException {
    Boolean value = parser.nextBooleanValue();
    if (value == null) {
      throw unexpected(field, "true or false");
    }
    return value;
  }

  /** A time, exact to the nanosecond. */
  public Instant instant(String field) throws IOException {
    startList(field);
    long seconds = number(field);
    long nanos = number(field);
    expect(field, parser.nextToken(), JsonToken.END_ARRAY);
    if (nanos < 0 || nanos > 999_999_999) {
      throw unexpected(field, "nanoseconds of a second, not " + nanos);
    }
    if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
      throw unexpected(field, "seconds since 1970, not " + seconds);
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /** Enters the map that the field has to hold. */
  public void startMap(String field) throws IOException {
    expect(field, parser.nextToken(), JsonToken.START_OBJECT);
  }

  /** Enters the list that the field has to hold. */
  public void startList(String field) throws IOException {
    expect(field, parser.nextToken(), JsonToken.START_ARRAY);
  }

  /** Whether the list goes on with a map, which is then entered; false at the list's end. */
  public boolean nextMap(String field) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return false;
    }
    expect(field, token, JsonToken.START_OBJECT);
    return true;
  }

  /** The next number of the list, or null at its end. */
  public @Nullable Integer nextElement(String field) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return null;
    }
    expect(field, token, JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  /** All numbers of the list. */
  public List<Integer> elements(String field) throws IOException {
    List<Integer> elements = new ArrayList<>();
    startList(field);
    for (Integer next = nextElement(field); next != null; next = nextElement(field)) {
      elements.add(next);
    }
    return elements;
  }

  /** All byte strings of the list. */
  public List<byte[]> binaries(String field) throws IOException {
    List<byte[]> binaries = new ArrayList<>();
    startList(field);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      expect(field, token, JsonToken.VALUE_EMBEDDED_OBJECT);
      binaries.add(parser.getBinaryValue());
    }
    return binaries;
  }

  /** The value that was found, or a refusal when the field never came. */
  public <V> V required(String field, @Nullable V value) {
    if (value == null) {
      throw new UnreadableEventException(manifest, "field \"" + field + "\" is missing");
    }
    return value;
  }

  /** That the format has no such field. */
  public UnreadableEventException unknown(String field) {
    return new UnreadableEventException(manifest, "field \"" + field + "\" is unknown");
  }

  /** That what was read cannot be. */
  public UnreadableEventException contradiction(String problem) {
    return new UnreadableEventException(manifest, problem);
  }

  private void expect(String field, @Nullable JsonToken found, JsonToken expected) {
    if (found != expected) {
      throw unexpected(field, expected.toString());
    }
  }

  private UnreadableEventException unexpected(String field, String expected) {
    return new UnreadableEventException(
        manifest,
        "field \"" + field + "\" holds " + parser.currentToken() + ", expected " + expected);
  }
}
