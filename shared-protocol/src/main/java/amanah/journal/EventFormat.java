package amanah.journal;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;

/**
 * How one type of event is kept.
 *
 * @param manifest its name in the journal, such as {@code donations-recorded.v1}
 */
public record EventFormat<E>(
    String manifest, Class<E> type, EventWriter.Fields<E> writer, EventReader.Fields<E> reader) {

  private static final CBORFactory CBOR = new CBORFactory();
  private static final int SIZE_EXPECTED_BYTES = 16 * 1024;

  byte[] toBytes(Object event) throws IOException {
    return EventWriter.toBytes(CBOR, SIZE_EXPECTED_BYTES, type.cast(event), writer);
  }

  E fromBytes(byte[] bytes) {
    return EventReader.fromBytes(CBOR, manifest, bytes, reader);
  }
}
