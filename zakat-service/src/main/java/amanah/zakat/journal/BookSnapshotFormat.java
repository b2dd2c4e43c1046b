package amanah.zakat.journal;

import amanah.id.CampaignId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.book.BookSnapshot;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.statistics.NodeCounts;
import amanah.zakat.domain.statistics.TallyBook;
import amanah.zakat.journal.PositionFields.Position;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code zakat-book.v1}. */
final class BookSnapshotFormat {

  private static final String SEQUENCE = "sequence";
  private static final String AT = "at";
  private static final String LAST_RESET = "lastReset";
  private static final String POSITIONS = "positions";
  private static final String FUND = "fund";
  private static final String DISTRIBUTIONS = "distributions";
  private static final String PUBLICATIONS = "publications";
  private static final String NAMED = "named";
  private static final String FORGOTTEN = "forgotten";
  private static final String DESKS = "desks";

  private BookSnapshotFormat() {}

  static void write(BookSnapshot snapshot, EventWriter writer) throws IOException {
    writer.number(SEQUENCE, snapshot.sequence());
    writer.instant(AT, snapshot.at());
    writer.text(LAST_RESET, snapshot.lastReset());
    Maps.writeAll(POSITIONS, positions(snapshot), PositionFields::write, writer);
    Maps.writeAll(FUND, snapshot.fund().inOrder(), FundFields::write, writer);
    Maps.writeAll(DISTRIBUTIONS, snapshot.distributions(), RecordedFields::write, writer);
    Maps.writeAll(PUBLICATIONS, snapshot.prices().all(), PublicationFields::write, writer);
    if (!snapshot.publications().isEmpty()) {
      Maps.writeAll(NAMED, snapshot.publications(), NamedFields::write, writer);
    }
    Maps.write(FORGOTTEN, snapshot.tallies().forgotten(), TallyFields::write, writer);
    Maps.writeAll(DESKS, snapshot.tallies().desks(), TallyFields::write, writer);
  }

  static BookSnapshot read(EventReader reader) throws IOException {
    @Nullable Long sequence = null;
    @Nullable Instant at = null;
    @Nullable String lastReset = null;
    @Nullable List<Position> positions = null;
    @Nullable List<CurrencyFund> fund = null;
    @Nullable List<RecordedDistribution> distributions = null;
    @Nullable List<Publication> publications = null;
    List<RecordedPublication> named = List.of();
    @Nullable NodeCounts forgotten = null;
    @Nullable List<NodeCounts> desks = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case SEQUENCE -> sequence = reader.number(field);
        case AT -> at = reader.instant(field);
        case LAST_RESET -> lastReset = reader.text(field);
        case POSITIONS -> positions = Maps.readAll(field, PositionFields::read, reader);
        case FUND -> fund = Maps.readAll(field, FundFields::read, reader);
        case DISTRIBUTIONS -> distributions = Maps.readAll(field, RecordedFields::read, reader);
        case PUBLICATIONS -> publications = Maps.readAll(field, PublicationFields::read, reader);
        case NAMED -> named = Maps.readAll(field, NamedFields::read, reader);
        case FORGOTTEN -> forgotten = Maps.readOne(field, TallyFields::read, reader);
        case DESKS -> desks = Maps.readAll(field, TallyFields::read, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new BookSnapshot(
        reader.required(SEQUENCE, sequence),
        reader.required(AT, at),
        byCampaign(reader.required(POSITIONS, positions)),
        fund(reader.required(FUND, fund)),
        reader.required(DISTRIBUTIONS, distributions),
        prices(reader.required(PUBLICATIONS, publications)),
        named,
        new TallyBook.Kept(reader.required(FORGOTTEN, forgotten), reader.required(DESKS, desks)),
        reader.required(LAST_RESET, lastReset));
  }

  /** In an order of their own, so that one book has one form. */
  private static List<Position> positions(BookSnapshot snapshot) {
    return snapshot.positions().entrySet().stream()
        .map(entry -> new Position(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(position -> position.campaignId().value()))
        .toList();
  }

  private static Map<CampaignId, Long> byCampaign(List<Position> positions) {
    return positions.stream().collect(Collectors.toMap(Position::campaignId, Position::sequence));
  }

  static Fund fund(List<CurrencyFund> funds) {
    return new Fund(funds.stream().collect(Collectors.toMap(CurrencyFund::currency, fund -> fund)));
  }

  private static PriceBook prices(List<Publication> publications) {
    PriceBook prices = PriceBook.EMPTY;
    for (Publication publication : publications) {
      prices = prices.with(publication);
    }
    return prices;
  }
}
