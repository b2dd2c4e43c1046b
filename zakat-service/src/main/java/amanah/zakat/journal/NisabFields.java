package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A published nisab of income as a map within an event or a snapshot. */
final class NisabFields {

  private static final String PROFILE = "profile";
  private static final String DAY = "day";
  private static final String YEAR = "yearMinor";
  private static final String MONTH = "monthMinor";
  private static final String CURRENCY = "currency";
  private static final String TITLE = "title";
  private static final String DATE = "date";

  private NisabFields() {}

  static void write(NisabFigure figure, EventWriter writer) throws IOException {
    writer.text(PROFILE, figure.profile());
    writer.text(DAY, figure.day().toString());
    writer.number(YEAR, figure.nisab().year().minor());
    writer.number(MONTH, figure.nisab().month().minor());
    writer.text(CURRENCY, figure.nisab().year().currency().getCurrencyCode());
    writer.text(TITLE, figure.source().title());
    writer.text(DATE, figure.source().date());
  }

  static NisabFigure read(EventReader reader) throws IOException {
    @Nullable String profile = null;
    @Nullable LocalDate day = null;
    @Nullable Long yearMinor = null;
    @Nullable Long monthMinor = null;
    @Nullable Currency currency = null;
    @Nullable String title = null;
    @Nullable String date = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PROFILE -> profile = reader.text(field);
        case DAY -> day = reader.value(field, BookWords::day);
        case YEAR -> yearMinor = reader.number(field);
        case MONTH -> monthMinor = reader.number(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case TITLE -> title = reader.text(field);
        case DATE -> date = reader.text(field);
        default -> throw reader.unknown(field);
      }
    }
    Currency of = reader.required(CURRENCY, currency);
    return new NisabFigure(
        reader.required(PROFILE, profile),
        reader.required(DAY, day),
        new IncomeNisab.Published(
            Money.of(reader.required(YEAR, yearMinor), of),
            Money.of(reader.required(MONTH, monthMinor), of)),
        new Source.Published(reader.required(TITLE, title), reader.required(DATE, date)));
  }
}
