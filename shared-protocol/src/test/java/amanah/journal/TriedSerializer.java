package amanah.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How what is tried is kept; it refuses what says that it contradicts itself. */
final class TriedSerializer extends SnapshotSerializer<Tried> {

  static final int IDENTIFIER = 1499;
  static final String MANIFEST = "tried.v1";
  static final String CONTRADICTION = "impossible";

  TriedSerializer() {
    super(IDENTIFIER, MANIFEST, Tried.class, TriedSerializer::write, TriedSerializer::read);
  }

  private static void write(Tried tried, EventWriter writer) throws IOException {
    writer.number("sequence", tried.sequence());
    writer.text("said", tried.said());
  }

  private static Tried read(EventReader reader) throws IOException {
    @Nullable Long sequence = null;
    @Nullable String said = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case "sequence" -> sequence = reader.number(field);
        case "said" -> said = reader.text(field);
        default -> throw reader.unknown(field);
      }
    }
    return new Tried(reader.required("sequence", sequence), reader.required("said", said));
  }

  @Override
  protected long sequence(Tried snapshot) {
    return snapshot.sequence();
  }

  @Override
  protected Object restored(Tried snapshot) {
    if (snapshot.said().endsWith(CONTRADICTION)) {
      throw new IllegalStateException("this names a donor");
    }
    return snapshot;
  }
}
