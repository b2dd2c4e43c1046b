package amanah.journal;

import akka.serialization.SerializerWithStringManifest;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Keeps the snapshots of one kind of entity in the journal's way: CBOR under a name of our own, old
 * ones read for ever.
 *
 * @param <S> the type of the snapshots
 */
public abstract class SnapshotSerializer<S> extends SerializerWithStringManifest {

  private static final CBORFactory CBOR = new CBORFactory();

  private final int identifier;
  private final String manifest;
  private final Class<S> type;
  private final EventWriter.Fields<S> writing;
  private final EventReader.Fields<S> reading;

  /**
   * A serializer of that name.
   *
   * @param identifier stands beside every snapshot and never changes
   */
  protected SnapshotSerializer(
      int identifier,
      String manifest,
      Class<S> type,
      EventWriter.Fields<S> writing,
      EventReader.Fields<S> reading) {
    this.identifier = identifier;
    this.manifest = manifest;
    this.type = type;
    this.writing = writing;
    this.reading = reading;
  }

  /** How many bytes that snapshot takes, about. */
  protected abstract int sizeExpected(S snapshot);

  @Override
  public final int identifier() {
    return identifier;
  }

  @Override
  public final String manifest(Object snapshot) {
    return manifest;
  }

  @Override
  public final byte[] toBinary(Object snapshot) {
    if (!type.isInstance(snapshot)) {
      throw new IllegalArgumentException(
          snapshot.getClass().getName() + " is no " + type.getSimpleName());
    }
    S known = type.cast(snapshot);
    try {
      return EventWriter.toBytes(CBOR, sizeExpected(known), known, writing);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  @Override
  public final S fromBinary(byte[] bytes, String name) {
    if (!name.equals(manifest)) {
      throw new UnreadableEventException(name, "unknown manifest, expected " + manifest);
    }
    return EventReader.fromBytes(CBOR, name, bytes, reading);
  }
}
