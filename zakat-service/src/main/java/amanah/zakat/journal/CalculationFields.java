package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Deduction;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.Pool;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.rule.RuleSetId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A whole answer as a map within an event; exact values are fractions, and stay exact. */
final class CalculationFields {

  private static final String PROFILE = "profile";
  private static final String VERSION = "version";
  private static final String DUE = "due";
  private static final String ZAKAT = "zakat";
  private static final String EXACT = "exact";
  private static final String POOL = "pool";
  private static final String GROSS = "gross";
  private static final String DEDUCTED = "deducted";
  private static final String BASE = "base";
  private static final String NISAB = "nisab";
  private static final String RATE = "rate";
  private static final String LINES = "lines";
  private static final String DEDUCTIONS = "deductions";
  private static final String EXPLANATION = "explanation";

  private CalculationFields() {}

  static void write(String name, Calculation calculation, EventWriter writer) throws IOException {
    writer.startMap(name);
    writer.text(PROFILE, calculation.rules().profile());
    writer.number(VERSION, calculation.rules().version());
    writer.flag(DUE, calculation.due());
    writer.text(ZAKAT, Texts.of(calculation.zakat()));
    writer.text(EXACT, Texts.of(calculation.exact()));
    if (calculation.pool().isPresent()) {
      write(calculation.pool().get(), writer);
    }
    LineFields.write(LINES, calculation.lines(), writer);
    writer.startList(DEDUCTIONS, calculation.deductions().size());
    for (Deduction deduction : calculation.deductions()) {
      write(deduction, writer);
    }
    writer.endList();
    writer.text(EXPLANATION, calculation.explanation());
    writer.endMap();
  }

  private static void write(Pool pool, EventWriter writer) throws IOException {
    writer.startMap(POOL);
    writer.text(GROSS, Texts.of(pool.gross()));
    writer.text(DEDUCTED, Texts.of(pool.deducted()));
    writer.text(BASE, Texts.of(pool.base()));
    writer.text(NISAB, Texts.of(pool.nisab()));
    writer.text(RATE, Texts.of(pool.rate()));
    writer.text(DUE, Texts.of(pool.due()));
    writer.text(EXACT, Texts.of(pool.exact()));
    writer.text(EXPLANATION, pool.explanation());
    writer.endMap();
  }

  private static void write(Deduction deduction, EventWriter writer) throws IOException {
    writer.startMap();
    LiabilityFields.write(deduction.liability(), writer);
    writer.text(DEDUCTED, Texts.of(deduction.deducted()));
    writer.text(EXPLANATION, deduction.explanation());
    writer.endMap();
  }

  static Calculation read(String name, EventReader reader) throws IOException {
    @Nullable String profile = null;
    @Nullable Integer version = null;
    @Nullable Boolean due = null;
    @Nullable Money zakat = null;
    @Nullable Rational exact = null;
    @Nullable Pool pool = null;
    @Nullable List<Line> lines = null;
    @Nullable List<Deduction> deductions = null;
    @Nullable String explanation = null;
    reader.startMap(name);
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PROFILE -> profile = reader.text(field);
        case VERSION -> version = reader.smallNumber(field);
        case DUE -> due = reader.flag(field);
        case ZAKAT -> zakat = reader.value(field, Texts::money);
        case EXACT -> exact = reader.value(field, Texts::rational);
        case POOL -> pool = pool(field, reader);
        case LINES -> lines = LineFields.read(field, reader);
        case DEDUCTIONS -> deductions = deductions(field, reader);
        case EXPLANATION -> explanation = reader.text(field);
        default -> throw reader.unknown(field);
      }
    }
    return new Calculation(
        new RuleSetId(reader.required(PROFILE, profile), reader.required(VERSION, version)),
        reader.required(DUE, due),
        reader.required(ZAKAT, zakat),
        reader.required(EXACT, exact),
        Optional.ofNullable(pool),
        reader.required(LINES, lines),
        reader.required(DEDUCTIONS, deductions),
        reader.required(EXPLANATION, explanation));
  }

  private static Pool pool(String name, EventReader reader) throws IOException {
    TextMap map = TextMap.of(name, reader);
    return map.whole(
        new Pool(
            map.value(GROSS, Texts::rational),
            map.value(DEDUCTED, Texts::rational),
            map.value(BASE, Texts::rational),
            map.value(NISAB, Texts::rational),
            map.value(RATE, Texts::share),
            map.value(DUE, Texts::flag),
            map.value(EXACT, Texts::rational),
            map.text(EXPLANATION)));
  }

  private static List<Deduction> deductions(String name, EventReader reader) throws IOException {
    List<Deduction> deductions = new ArrayList<>();
    reader.startList(name);
    while (reader.nextMap(name)) {
      TextMap map = TextMap.entered(reader);
      deductions.add(
          map.whole(
              new Deduction(
                  LiabilityFields.read(map),
                  map.value(DEDUCTED, Texts::rational),
                  map.text(EXPLANATION))));
    }
    return deductions;
  }
}
