package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What one kind of recipients got, as a map within a snapshot. */
final class GivenFields {

  private static final String ASNAF = "asnaf";
  private static final String TOTAL = "total";

  private GivenFields() {}

  static void write(FundFields.Given given, EventWriter writer) throws IOException {
    writer.text(ASNAF, BookWords.of(given.asnaf()));
    Maps.write(TOTAL, given.total(), TotalFields::write, writer);
  }

  static FundFields.Given read(EventReader reader) throws IOException {
    @Nullable Asnaf asnaf = null;
    @Nullable Total total = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case ASNAF -> asnaf = reader.value(field, BookWords::asnaf);
        case TOTAL -> total = Maps.readOne(field, TotalFields::read, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new FundFields.Given(reader.required(ASNAF, asnaf), reader.required(TOTAL, total));
  }
}
