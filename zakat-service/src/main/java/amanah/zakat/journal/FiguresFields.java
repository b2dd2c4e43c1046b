package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.question.EffectiveSettings;
import amanah.zakat.domain.question.UsedFigures;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of the day that an answer rests upon, as a map within an event. */
final class FiguresFields {

  private static final String AS_OF = "asOf";
  private static final String GOLD = "gold";
  private static final String SILVER = "silver";
  private static final String PER_GRAM = "perGram";
  private static final String DAY = "day";
  private static final String STALE = "stale";
  private static final String INCOME_NISAB = "incomeNisab";
  private static final String YEAR = "year";
  private static final String MONTH = "month";
  private static final String TITLE = "title";
  private static final String DATE = "date";
  private static final String SETTINGS = "settings";

  private FiguresFields() {}

  static void write(String name, UsedFigures figures, EventWriter writer) throws IOException {
    writer.startMap(name);
    writer.text(AS_OF, Texts.of(figures.asOf()));
    write(GOLD, figures.prices().gold(), writer);
    write(SILVER, figures.prices().silver(), writer);
    if (figures.incomeNisab().isPresent()) {
      write(figures.incomeNisab().get(), writer);
    }
    SettingsFields.write(SETTINGS, figures.settings(), writer);
    writer.endMap();
  }

  private static void write(String name, Optional<UsedPrice> price, EventWriter writer)
      throws IOException {
    if (price.isPresent()) {
      writer.startMap(name);
      writer.text(PER_GRAM, Texts.of(price.get().perGram()));
      writer.text(DAY, price.get().day().map(Texts::of).orElse(null));
      writer.text(STALE, price.get().stale() ? Texts.of(true) : null);
      writer.endMap();
    }
  }

  /** A nisab that is a part of wealth's has no figures, one that was asked for no publication. */
  private static void write(Sourced<IncomeNisab> nisab, EventWriter writer) throws IOException {
    writer.startMap(INCOME_NISAB);
    switch (nisab.value()) {
      case IncomeNisab.OfWealth ofWealth -> {}
      case IncomeNisab.Published published -> {
        writer.text(YEAR, Texts.of(published.year()));
        writer.text(MONTH, Texts.of(published.month()));
      }
    }
    switch (nisab.source()) {
      case Source.Requested requested -> {}
      case Source.Published published -> {
        writer.text(TITLE, published.title());
        writer.text(DATE, published.date());
      }
    }
    writer.endMap();
  }

  static UsedFigures read(String name, EventReader reader) throws IOException {
    @Nullable LocalDate asOf = null;
    @Nullable UsedPrice gold = null;
    @Nullable UsedPrice silver = null;
    @Nullable Sourced<IncomeNisab> incomeNisab = null;
    @Nullable EffectiveSettings settings = null;
    reader.startMap(name);
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case AS_OF -> asOf = reader.value(field, Texts::day);
        case GOLD -> gold = price(field, reader);
        case SILVER -> silver = price(field, reader);
        case INCOME_NISAB -> incomeNisab = incomeNisab(field, reader);
        case SETTINGS -> settings = SettingsFields.readInForce(field, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new UsedFigures(
        reader.required(AS_OF, asOf),
        new UsedPrices(Optional.ofNullable(gold), Optional.ofNullable(silver)),
        Optional.ofNullable(incomeNisab),
        reader.required(SETTINGS, settings));
  }

  private static UsedPrice price(String name, EventReader reader) throws IOException {
    TextMap map = TextMap.of(name, reader);
    return map.whole(
        new UsedPrice(
            map.value(PER_GRAM, Texts::decimal),
            map.optional(DAY, Texts::day),
            map.optional(STALE, Texts::flag).orElse(false)));
  }

  private static Sourced<IncomeNisab> incomeNisab(String name, EventReader reader)
      throws IOException {
    TextMap map = TextMap.of(name, reader);
    IncomeNisab nisab =
        map.optional(YEAR, Texts::money)
            .<IncomeNisab>map(
                year -> new IncomeNisab.Published(year, map.value(MONTH, Texts::money)))
            .orElseGet(IncomeNisab.OfWealth::new);
    Source source =
        map.optional(TITLE, title -> title)
            .<Source>map(title -> new Source.Published(title, map.text(DATE)))
            .orElseGet(Source.Requested::new);
    return map.whole(new Sourced<>(nisab, source));
  }
}
