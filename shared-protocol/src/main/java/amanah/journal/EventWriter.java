package amanah.journal;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes one event as a CBOR map; a field whose value is absent is not written at all. */
public final class EventWriter {

  private final CBORGenerator generator;

  private EventWriter(CBORGenerator generator) {
    this.generator = generator;
  }

  /** The bytes of what {@code fields} writes. */
  public static <E> byte[] toBytes(CBORFactory factory, int sizeExpected, E event, Fields<E> fields)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sizeExpected);
    write(factory, bytes, event, fields);
    return bytes.toByteArray();
  }

  /** Writes the same bytes to {@code out} as they come about, and closes it. */
  public static <E> void write(CBORFactory factory, OutputStream out, E event, Fields<E> fields)
      throws IOException {
    try (CBORGenerator generator = factory.createGenerator(out)) {
      generator.writeStartObject();
      fields.write(event, new EventWriter(generator));
      generator.writeEndObject();
    }
  }

  /** Writes an event's fields. */
  @FunctionalInterface
  public interface Fields<E> {
    void write(E event, EventWriter writer) throws IOException;
  }

  /** A text, unless there is none. */
  public void text(String field, @Nullable String value) throws IOException {
    if (value != null) {
      generator.writeFieldName(field);
      generator.writeString(value);
    }
  }

  /** A whole number. */
  public void number(String field, long value) throws IOException {
    generator.writeFieldName(field);
    generator.writeNumber(value);
  }

  /** True or false. */
  public void flag(String field, boolean value) throws IOException {
    generator.writeFieldName(field);
    generator.writeBoolean(value);
  }

  /** Seconds since 1970 and nanoseconds, so that every instant comes back as it was. */
  public void instant(String field, @Nullable Instant value) throws IOException {
    if (value != null) {
      generator.writeFieldName(field);
      generator.writeStartArray(value, 2);
      generator.writeNumber(value.getEpochSecond());
      generator.writeNumber(value.getNano());
      generator.writeEndArray();
    }
  }

  /** Begins a field that holds a map. */
  public void startMap(String field) throws IOException {
    generator.writeFieldName(field);
    generator.writeStartObject();
  }

  /** Begins a map, the next of a list. */
  public void startMap() throws IOException {
    generator.writeStartObject();
  }

  /** Ends the map that was begun last. */
  public void endMap() throws IOException {
    generator.writeEndObject();
  }

  /** Begins a field that holds a list of that size. */
  public void startList(String field, int size) throws IOException {
    generator.writeFieldName(field);
    generator.writeStartArray(null, size);
  }

  /** The next number of a list. */
  public void element(int value) throws IOException {
    generator.writeNumber(value);
  }

  /** The next bytes of a list. */
  public void element(byte[] bytes, int length) throws IOException {
    generator.writeBinary(bytes, 0, length);
  }

  /** Ends the list that was begun last. */
  public void endList() throws IOException {
    generator.writeEndArray();
  }
}
