package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.Withdrawal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A publication with its place, as a map within an event or a snapshot: one of both kinds. */
final class PublicationFields {

  private static final String VERSION = "version";
  private static final String PRICES = "prices";
  private static final String FIGURE = "figure";
  private static final String WITHDRAWALS = "withdrawals";
  private static final String FROM = "from";

  private PublicationFields() {}

  static void write(Publication publication, EventWriter writer) throws IOException {
    writer.number(VERSION, publication.version());
    switch (publication) {
      case Publication.OfMetal metal -> {
        Maps.write(PRICES, metal.prices(), PriceFields::write, writer);
        if (!metal.withdrawals().isEmpty()) {
          Maps.writeAll(WITHDRAWALS, metal.withdrawals(), PublicationFields::metal, writer);
        }
      }
      case Publication.OfNisab nisab -> {
        Maps.write(FIGURE, nisab.figure(), NisabFields::write, writer);
        if (!nisab.withdrawals().isEmpty()) {
          Maps.writeAll(WITHDRAWALS, nisab.withdrawals(), PublicationFields::nisab, writer);
        }
      }
    }
  }

  private static void metal(Withdrawal<MetalPrices> withdrawal, EventWriter writer)
      throws IOException {
    writer.text(FROM, withdrawal.from().toString());
    if (withdrawal.instead().isPresent()) {
      Maps.write(PRICES, withdrawal.instead().get(), PriceFields::write, writer);
    }
  }

  private static void nisab(Withdrawal<NisabFigure> withdrawal, EventWriter writer)
      throws IOException {
    writer.text(FROM, withdrawal.from().toString());
    if (withdrawal.instead().isPresent()) {
      Maps.write(FIGURE, withdrawal.instead().get(), NisabFields::write, writer);
    }
  }

  /** A withdrawal as it is read, before it is known of which kind it is. */
  private record Read(LocalDate from, @Nullable MetalPrices prices, @Nullable NisabFigure figure) {

    Withdrawal<MetalPrices> ofMetal() {
      return new Withdrawal<>(from, Optional.ofNullable(prices));
    }

    Withdrawal<NisabFigure> ofNisab() {
      return new Withdrawal<>(from, Optional.ofNullable(figure));
    }
  }

  static Publication read(EventReader reader) throws IOException {
    @Nullable Long version = null;
    @Nullable MetalPrices prices = null;
    @Nullable NisabFigure figure = null;
    List<Read> withdrawals = List.of();
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case VERSION -> version = reader.number(field);
        case PRICES -> prices = Maps.readOne(field, PriceFields::read, reader);
        case FIGURE -> figure = Maps.readOne(field, NisabFields::read, reader);
        case WITHDRAWALS ->
            withdrawals = Maps.readAll(field, PublicationFields::withdrawal, reader);
        default -> throw reader.unknown(field);
      }
    }
    long place = reader.required(VERSION, version);
    return prices != null
        ? new Publication.OfMetal(place, prices, withdrawals.stream().map(Read::ofMetal).toList())
        : new Publication.OfNisab(
            place,
            reader.required(FIGURE, figure),
            withdrawals.stream().map(Read::ofNisab).toList());
  }

  private static Read withdrawal(EventReader reader) throws IOException {
    @Nullable LocalDate from = null;
    @Nullable MetalPrices prices = null;
    @Nullable NisabFigure figure = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case FROM -> from = reader.value(field, BookWords::day);
        case PRICES -> prices = Maps.readOne(field, PriceFields::read, reader);
        case FIGURE -> figure = Maps.readOne(field, NisabFields::read, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new Read(reader.required(FROM, from), prices, figure);
  }
}
