package amanah.campaign.journal;

import amanah.campaign.domain.ChangeName;
import amanah.id.ChangeId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a change as a map within an event, and several as a list within a snapshot. */
final class ChangeNameFields {

  private static final String ID = "id";
  private static final String CONTENT = "content";

  private ChangeNameFields() {}

  /** Nothing where there is no name, as in events before changes had names. */
  static void write(String field, @Nullable ChangeName name, EventWriter writer)
      throws IOException {
    if (name != null) {
      writer.startMap(field);
      writeFields(name, writer);
      writer.endMap();
    }
  }

  /** Nothing where there is none. */
  static void write(String field, List<ChangeName> names, EventWriter writer) throws IOException {
    if (names.isEmpty()) {
      return;
    }
    writer.startList(field, names.size());
    for (ChangeName name : names) {
      writer.startMap();
      writeFields(name, writer);
      writer.endMap();
    }
    writer.endList();
  }

  static ChangeName read(String field, EventReader reader) throws IOException {
    reader.startMap(field);
    return readFields(reader);
  }

  static List<ChangeName> readAll(String field, EventReader reader) throws IOException {
    List<ChangeName> names = new ArrayList<>();
    reader.startList(field);
    while (reader.nextMap(field)) {
      names.add(readFields(reader));
    }
    return names;
  }

  private static void writeFields(ChangeName name, EventWriter writer) throws IOException {
    writer.text(ID, name.changeId().value());
    writer.number(CONTENT, name.content());
  }

  private static ChangeName readFields(EventReader reader) throws IOException {
    @Nullable ChangeId changeId = null;
    @Nullable Long content = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case ID -> changeId = reader.value(field, ChangeId::of);
        case CONTENT -> content = reader.number(field);
        default -> throw reader.unknown(field);
      }
    }
    return new ChangeName(reader.required(ID, changeId), reader.required(CONTENT, content));
  }
}
