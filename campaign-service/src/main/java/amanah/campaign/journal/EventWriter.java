package amanah.campaign.journal;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes one event as a CBOR map; a field whose value is absent is not written at all. */
final class EventWriter {

  private final CBORGenerator generator;

  private EventWriter(CBORGenerator generator) {
    this.generator = generator;
  }

  /** The bytes of what {@code fields} writes. */
  static <E> byte[] toBytes(CBORFactory factory, int sizeExpected, E event, Fields<E> fields)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sizeExpected);
    try (CBORGenerator generator = factory.createGenerator(bytes)) {
      generator.writeStartObject();
      fields.write(event, new EventWriter(generator));
      generator.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Writes an event's fields. */
  @FunctionalInterface
  interface Fields<E> {
    void write(E event, EventWriter writer) throws IOException;
  }

  void text(String field, @Nullable String value) throws IOException {
    if (value != null) {
      generator.writeFieldName(field);
      generator.writeString(value);
    }
  }

  void number(String field, long value) throws IOException {
    generator.writeFieldName(field);
    generator.writeNumber(value);
  }

  void flag(String field, boolean value) throws IOException {
    generator.writeFieldName(field);
    generator.writeBoolean(value);
  }

  /** Seconds since 1970 and nanoseconds, so that every instant comes back as it was. */
  void instant(String field, @Nullable Instant value) throws IOException {
    if (value != null) {
      generator.writeFieldName(field);
      generator.writeStartArray(value, 2);
      generator.writeNumber(value.getEpochSecond());
      generator.writeNumber(value.getNano());
      generator.writeEndArray();
    }
  }

  void startMap(String field) throws IOException {
    generator.writeFieldName(field);
    generator.writeStartObject();
  }

  void startMap() throws IOException {
    generator.writeStartObject();
  }

  void endMap() throws IOException {
    generator.writeEndObject();
  }

  void startList(String field, int size) throws IOException {
    generator.writeFieldName(field);
    generator.writeStartArray(null, size);
  }

  void element(int value) throws IOException {
    generator.writeNumber(value);
  }

  void element(byte[] bytes, int length) throws IOException {
    generator.writeBinary(bytes, 0, length);
  }

  void endList() throws IOException {
    generator.writeEndArray();
  }
}
