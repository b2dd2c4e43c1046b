package amanah.zakat.journal;

import akka.serialization.SerializerWithStringManifest;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.journal.UnreadableEventException;
import amanah.zakat.domain.book.BookSnapshot;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Keeps snapshots of the book: CBOR under a name of our own, old ones read for ever. */
public final class BookSnapshotSerializer extends SerializerWithStringManifest {

  /** Stands beside every snapshot and never changes. */
  public static final int IDENTIFIER = 1412;

  private static final String MANIFEST = "zakat-book.v1";
  private static final int SIZE_EXPECTED_BYTES = 64 * 1024;
  private static final CBORFactory CBOR = new CBORFactory();

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object snapshot) {
    return MANIFEST;
  }

  @Override
  public byte[] toBinary(Object snapshot) {
    if (!(snapshot instanceof BookSnapshot book)) {
      throw new IllegalArgumentException(
          snapshot.getClass().getName() + " is no snapshot of the book");
    }
    try {
      return EventWriter.toBytes(CBOR, SIZE_EXPECTED_BYTES, book, BookSnapshotFormat::write);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  @Override
  public BookSnapshot fromBinary(byte[] bytes, String manifest) {
    if (!manifest.equals(MANIFEST)) {
      throw new UnreadableEventException(manifest, "unknown manifest, expected " + MANIFEST);
    }
    return EventReader.fromBytes(CBOR, manifest, bytes, BookSnapshotFormat::read);
  }
}
