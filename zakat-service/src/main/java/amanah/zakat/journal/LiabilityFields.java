package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Liability.Debt;
import amanah.zakat.domain.wealth.Liability.Instalments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Liabilities as a list of maps within an event: what a debt has, or what a loan has. */
final class LiabilityFields {

  private static final String VALUE = "value";
  private static final String DUE = "due";
  private static final String MONTHLY = "monthly";
  private static final String TOTAL = "total";

  private LiabilityFields() {}

  static void write(String name, List<Liability> liabilities, EventWriter writer)
      throws IOException {
    writer.startList(name, liabilities.size());
    for (Liability liability : liabilities) {
      writer.startMap();
      write(liability, writer);
      writer.endMap();
    }
    writer.endList();
  }

  static void write(Liability liability, EventWriter writer) throws IOException {
    switch (liability) {
      case Debt debt -> {
        writer.text(VALUE, Texts.of(debt.value()));
        writer.text(DUE, WealthWords.DEBT_TERM.word(debt.due()));
      }
      case Instalments loan -> {
        writer.text(MONTHLY, Texts.of(loan.monthly()));
        writer.text(TOTAL, Texts.of(loan.total()));
      }
    }
  }

  static List<Liability> read(String name, EventReader reader) throws IOException {
    List<Liability> liabilities = new ArrayList<>();
    reader.startList(name);
    while (reader.nextMap(name)) {
      TextMap map = TextMap.entered(reader);
      liabilities.add(map.whole(read(map)));
    }
    return liabilities;
  }

  static Liability read(TextMap map) {
    return map.optional(MONTHLY, Texts::money)
        .<Liability>map(monthly -> new Instalments(monthly, map.value(TOTAL, Texts::money)))
        .orElseGet(
            () ->
                new Debt(
                    map.value(VALUE, Texts::money),
                    map.value(DUE, WealthWords.DEBT_TERM::constant)));
  }
}
