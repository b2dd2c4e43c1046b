package amanah.journal;

import akka.serialization.SerializerWithStringManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the events of one kind of entity in the journal under names of our own and as CBOR written
 * field by field. What was once written is read for ever: a format that must change becomes a new
 * line in the table, and the old line stays.
 *
 * @param <E> the sealed type of the events
 */
public abstract class EventSerializer<E> extends SerializerWithStringManifest {

  private final int identifier;
  private final Class<E> events;
  private final Map<Class<?>, EventFormat<? extends E>> byType;
  private final Map<String, EventFormat<? extends E>> byManifest;

  /**
   * A serializer by this table; refuses to start while an event has no format.
   *
   * @param identifier stands beside every event in the journal and never changes
   */
  protected EventSerializer(
      int identifier, Class<E> events, List<EventFormat<? extends E>> formats) {
    this.identifier = identifier;
    this.events = events;
    this.byType =
        formats.stream().collect(Collectors.toUnmodifiableMap(EventFormat::type, format -> format));
    this.byManifest =
        formats.stream()
            .collect(Collectors.toUnmodifiableMap(EventFormat::manifest, Function.identity()));
    Set<Class<?>> known = Set.of(events.getPermittedSubclasses());
    if (!byType.keySet().equals(known)) {
      throw new IllegalStateException(
          "formats of " + byType.keySet() + ", expected one for each of " + known);
    }
  }

  @Override
  public final int identifier() {
    return identifier;
  }

  @Override
  public final String manifest(Object event) {
    return format(event).manifest();
  }

  @Override
  public final byte[] toBinary(Object event) {
    try {
      return format(event).toBytes(event);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  @Override
  public final E fromBinary(byte[] bytes, String manifest) {
    EventFormat<? extends E> format = byManifest.get(manifest);
    if (format == null) {
      throw new UnreadableEventException(
          manifest, "unknown manifest, expected one of " + byManifest.keySet());
    }
    return format.fromBytes(bytes);
  }

  /** The event of a row of the journal, which has to be one of these. */
  public final E fromRow(int writtenBy, String manifest, byte[] payload) {
    if (writtenBy != identifier) {
      throw new UnreadableEventException(manifest, "written by serializer " + writtenBy);
    }
    return fromBinary(payload, manifest);
  }

  private EventFormat<? extends E> format(Object event) {
    EventFormat<? extends E> format = byType.get(event.getClass());
    if (format == null) {
      throw new IllegalArgumentException(
          "%s is no %s, it has no place in the journal"
              .formatted(event.getClass().getName(), events.getSimpleName()));
    }
    return format;
  }
}
