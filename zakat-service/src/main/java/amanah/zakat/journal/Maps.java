package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Maps within an event: one as the value of a field, or a list of them. */
final class Maps {

  private Maps() {}

  static <T> void write(String field, T item, EventWriter.Fields<T> fields, EventWriter writer)
      throws IOException {
    writer.startMap(field);
    fields.write(item, writer);
    writer.endMap();
  }

  static <T> T readOne(String field, EventReader.Fields<T> fields, EventReader reader)
      throws IOException {
    reader.startMap(field);
    return fields.read(reader);
  }

  static <T> void writeAll(
      String field, Collection<T> items, EventWriter.Fields<T> fields, EventWriter writer)
      throws IOException {
    writer.startList(field, items.size());
    for (T item : items) {
      writer.startMap();
      fields.write(item, writer);
      writer.endMap();
    }
    writer.endList();
  }

  static <T> List<T> readAll(String field, EventReader.Fields<T> fields, EventReader reader)
      throws IOException {
    List<T> items = new ArrayList<>();
    reader.startList(field);
    while (reader.nextMap(field)) {
      items.add(fields.read(reader));
    }
    return items;
  }
}
