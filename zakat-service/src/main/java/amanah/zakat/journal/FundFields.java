package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.CurrencyFund;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fund of one currency as a map within a snapshot. */
final class FundFields {

  private static final String COLLECTED = "collected";
  private static final String REFUNDED = "refunded";
  private static final String DISTRIBUTED = "distributed";

  private FundFields() {}

  static void write(CurrencyFund fund, EventWriter writer) throws IOException {
    Maps.write(COLLECTED, fund.collected(), TotalFields::write, writer);
    Maps.write(REFUNDED, fund.refunded(), TotalFields::write, writer);
    Maps.writeAll(DISTRIBUTED, given(fund), GivenFields::write, writer);
  }

  static CurrencyFund read(EventReader reader) throws IOException {
    @Nullable Total collected = null;
    @Nullable Total refunded = null;
    @Nullable List<Given> distributed = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case COLLECTED -> collected = Maps.readOne(field, TotalFields::read, reader);
        case REFUNDED -> refunded = Maps.readOne(field, TotalFields::read, reader);
        case DISTRIBUTED -> distributed = Maps.readAll(field, GivenFields::read, reader);
        default -> throw reader.unknown(field);
      }
    }
    Map<Asnaf, Total> byAsnaf =
        reader.required(DISTRIBUTED, distributed).stream()
            .collect(Collectors.toMap(Given::asnaf, Given::total));
    return new CurrencyFund(
        reader.required(COLLECTED, collected), reader.required(REFUNDED, refunded), byAsnaf);
  }

  /** What those recipients got. */
  record Given(Asnaf asnaf, Total total) {}

  private static List<Given> given(CurrencyFund fund) {
    return fund.distributed().entrySet().stream()
        .map(entry -> new Given(entry.getKey(), entry.getValue()))
        .toList();
  }
}
