package amanah.journal;

import akka.serialization.SerializerWithStringManifest;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Keeps the snapshots of one kind of entity in the journal's way: CBOR under a name of our own, old
 * ones read for ever. Their bytes are written and read as a stream, so that nothing is ever as long
 * as a snapshot but the entity itself.
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

  /** The number of the last event in that snapshot. */
  protected abstract long sequence(S snapshot);

  /**
   * What the entity is given to start from: the snapshot, unless more can be made of it here,
   * beside the entities' work. Whatever it throws says that the snapshot cannot be read.
   */
  protected Object restored(S snapshot) {
    return snapshot;
  }

  @Override
  public final int identifier() {
    return identifier;
  }

  @Override
  public final String manifest(Object snapshot) {
    return manifest;
  }

  /** Writes the snapshot's bytes, and closes {@code out}. */
  public final void write(Object snapshot, OutputStream out) throws IOException {
    if (!type.isInstance(snapshot)) {
      throw new IllegalArgumentException(
          snapshot.getClass().getName() + " is no " + type.getSimpleName());
    }
    EventWriter.write(CBOR, out, type.cast(snapshot), writing);
  }

  /**
   * The snapshot of these bytes, which must be it and nothing more.
   *
   * @throws UnreadableEventException if they are not
   */
  public final S read(InputStream in, String name) {
    if (!name.equals(manifest)) {
      throw new UnreadableEventException(name, "unknown manifest, expected " + manifest);
    }
    return EventReader.fromStream(CBOR, name, in, reading);
  }

  /** What an entity is given of a snapshot that was kept as the one after that event. */
  final Object load(InputStream in, String name, long sequence) {
    S snapshot = read(in, name);
    if (sequence(snapshot) != sequence) {
      throw new UnreadableEventException(
          name, "found the snapshot after event " + sequence(snapshot) + ", expected " + sequence);
    }
    return restored(snapshot);
  }

  @Override
  public final byte[] toBinary(Object snapshot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(snapshot, bytes);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }

  @Override
  public final S fromBinary(byte[] bytes, String name) {
    return read(new ByteArrayInputStream(bytes), name);
  }
}
