package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.Line.InAnimals;
import amanah.zakat.domain.Line.InKilograms;
import amanah.zakat.domain.Line.InMoney;
import amanah.zakat.domain.Worth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of an answer as a list of maps within an event: the kind, then what the kind has. */
final class LineFields {

  private static final String KIND = "kind";
  private static final String MONEY = "money";
  private static final String ANIMALS = "animals";
  private static final String KILOGRAMS = "kilograms";
  private static final String DUE = "due";
  private static final String BASE = "base";
  private static final String RATE = "rate";
  private static final String NISAB = "nisab";
  private static final String COUNT = "count";
  private static final String IN_KIND = "inKind";
  private static final String ALTERNATIVES = "alternatives";
  private static final String KILOGRAMS_DUE = "kilogramsDue";
  private static final String EXACT = "exact";
  private static final String ZAKAT = "zakat";
  private static final String EXPLANATION = "explanation";

  private LineFields() {}

  static void write(String name, List<Line> lines, EventWriter writer) throws IOException {
    writer.startList(name, lines.size());
    for (Line line : lines) {
      writer.startMap();
      writer.text(AssetFields.TYPE, WealthWords.ASSET_TYPE.word(line.type()));
      switch (line) {
        case InMoney money -> write(money, writer);
        case InAnimals animals -> write(animals, writer);
        case InKilograms kilograms -> write(kilograms, writer);
      }
      if (line.worth().isPresent()) {
        writer.text(EXACT, Texts.of(line.worth().get().exact()));
        writer.text(ZAKAT, Texts.of(line.worth().get().zakat()));
      }
      writer.text(EXPLANATION, line.explanation());
      writer.endMap();
    }
    writer.endList();
  }

  private static void write(InMoney line, EventWriter writer) throws IOException {
    writer.text(KIND, MONEY);
    writer.text(DUE, Texts.of(line.due()));
    writer.text(BASE, Texts.of(line.base()));
    writer.text(RATE, Texts.of(line.rate()));
    writer.text(NISAB, line.nisab().map(Texts::of).orElse(null));
  }

  private static void write(InAnimals line, EventWriter writer) throws IOException {
    writer.text(KIND, ANIMALS);
    writer.text(COUNT, Integer.toString(line.count()));
    writer.text(IN_KIND, Texts.of(line.inKind()));
    writer.text(
        ALTERNATIVES, line.alternatives().isEmpty() ? null : Texts.ofChoices(line.alternatives()));
  }

  private static void write(InKilograms line, EventWriter writer) throws IOException {
    writer.text(KIND, KILOGRAMS);
    writer.text(BASE, Texts.of(line.kilograms()));
    writer.text(RATE, line.rate().map(Texts::of).orElse(null));
    writer.text(KILOGRAMS_DUE, Texts.of(line.kilogramsDue()));
  }

  static List<Line> read(String name, EventReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    reader.startList(name);
    while (reader.nextMap(name)) {
      TextMap map = TextMap.entered(reader);
      lines.add(map.whole(read(map)));
    }
    return lines;
  }

  private static Line read(TextMap map) {
    return map.value(
        KIND,
        kind ->
            switch (kind) {
              case MONEY -> inMoney(map);
              case ANIMALS -> inAnimals(map);
              case KILOGRAMS -> inKilograms(map);
              default ->
                  throw new IllegalArgumentException(
                      "expected " + MONEY + ", " + ANIMALS + " or " + KILOGRAMS);
            });
  }

  private static Line inMoney(TextMap map) {
    return new InMoney(
        map.value(AssetFields.TYPE, WealthWords.ASSET_TYPE::constant),
        map.value(DUE, Texts::flag),
        map.value(BASE, Texts::rational),
        map.value(RATE, Texts::share),
        map.optional(NISAB, Texts::rational),
        new Worth(map.value(EXACT, Texts::rational), map.value(ZAKAT, Texts::money)),
        map.text(EXPLANATION));
  }

  private static Line inAnimals(TextMap map) {
    return new InAnimals(
        map.value(AssetFields.TYPE, WealthWords.ASSET_TYPE::constant),
        map.value(COUNT, Integer::parseInt),
        map.value(IN_KIND, Texts::animals),
        map.optional(ALTERNATIVES, Texts::choices).orElseGet(List::of),
        worth(map),
        map.text(EXPLANATION));
  }

  private static Line inKilograms(TextMap map) {
    return new InKilograms(
        map.value(AssetFields.TYPE, WealthWords.ASSET_TYPE::constant),
        map.value(BASE, Texts::rational),
        map.optional(RATE, Texts::share),
        map.value(KILOGRAMS_DUE, Texts::rational),
        worth(map),
        map.text(EXPLANATION));
  }

  private static Optional<Worth> worth(TextMap map) {
    return map.optional(EXACT, Texts::rational)
        .map(exact -> new Worth(exact, map.value(ZAKAT, Texts::money)));
  }
}
