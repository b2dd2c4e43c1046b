package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.statistics.NodeCounts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A desk's tally as a map within an event or a snapshot. */
final class TallyFields {

  private static final String DESK = "desk";
  private static final String EPOCH = "epoch";
  private static final String HITS = "hits";
  private static final String MISSES = "misses";
  private static final String ZAKAT = "zakat";

  private TallyFields() {}

  static void write(NodeCounts tally, EventWriter writer) throws IOException {
    writer.text(DESK, tally.desk());
    writer.number(EPOCH, tally.epoch());
    writer.number(HITS, tally.hits());
    writer.number(MISSES, tally.misses());
    Maps.writeAll(ZAKAT, tally.zakat(), TotalFields::write, writer);
  }

  static NodeCounts read(EventReader reader) throws IOException {
    @Nullable String desk = null;
    @Nullable Long epoch = null;
    @Nullable Long hits = null;
    @Nullable Long misses = null;
    @Nullable List<Total> zakat = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case DESK -> desk = reader.text(field);
        case EPOCH -> epoch = reader.number(field);
        case HITS -> hits = reader.number(field);
        case MISSES -> misses = reader.number(field);
        case ZAKAT -> zakat = Maps.readAll(field, TotalFields::read, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new NodeCounts(
        reader.required(DESK, desk),
        reader.required(EPOCH, epoch),
        reader.required(HITS, hits),
        reader.required(MISSES, misses),
        reader.required(ZAKAT, zakat));
  }
}
