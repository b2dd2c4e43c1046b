package amanah.zakat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.id.PublicationId;
import amanah.journal.UnreadableEventException;
import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.book.BookEvent;
import amanah.zakat.domain.book.BookEvent.NisabPublished;
import amanah.zakat.domain.book.BookEvent.PricesPublished;
import amanah.zakat.domain.book.BookEvent.PublicationWithdrawn;
import amanah.zakat.domain.book.BookEvent.StatisticsCounted;
import amanah.zakat.domain.book.BookEvent.StatisticsReset;
import amanah.zakat.domain.book.BookEvent.ZakatDistributed;
import amanah.zakat.domain.book.BookEvent.ZakatReported;
import amanah.zakat.domain.book.BookSnapshot;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.price.Withdrawal;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.statistics.NodeCounts;
import amanah.zakat.domain.statistics.TallyBook;
import amanah.zakat.domain.wealth.Prices;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes that the book's journal holds since the first release; no file may ever change. */
final class BookGoldenBytesTest {

  private static final int HEX_WIDTH = 96;
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");
  private static final Currency IDR = Currency.getInstance("IDR");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static final CampaignReport WELL =
      new CampaignReport(
          CampaignId.of("wells-2026"),
          41,
          Long.MAX_VALUE,
          Money.of(Long.MAX_VALUE, IDR),
          Money.of(1, IDR));
  private static final CampaignReport MILL =
      new CampaignReport(CampaignId.of("m"), 0, 1, Money.of(0, JPY), Money.of(0, JPY));
  private static final Distribution FULL =
      new Distribution(
          DistributionId.of("d-1"),
          Asnaf.FI_SABILILLAH,
          Money.of(12_345, IDR),
          Optional.of("Madrasah · مدرسة"),
          Optional.of("books"));
  private static final Distribution LEAST =
      new Distribution(
          DistributionId.of("d"), Asnaf.AMIL, Money.of(1, JPY), Optional.empty(), Optional.empty());
  private static final MetalPrices BOTH_METALS =
      new MetalPrices(
          IDR,
          DAY,
          new Prices(
              Optional.of(new BigDecimal("1000000.50")), Optional.of(new BigDecimal("15000"))));
  private static final MetalPrices SILVER =
      new MetalPrices(JPY, DAY, new Prices(Optional.empty(), Optional.of(new BigDecimal("130.0"))));
  private static final NisabFigure NISAB =
      new NisabFigure(
          "baznas-2026",
          DAY,
          new IncomeNisab.Published(Money.of(9_168_172_800L, IDR), Money.of(764_014_400L, IDR)),
          new Source.Published("BAZNAS, nisab of income and services 2026", "2026-02-20"));
  private static final NodeCounts TALLY =
      new NodeCounts(
          "0f6c",
          3,
          40,
          2,
          List.of(new Total(new BigInteger("92233720368547758070"), IDR), Total.of(7, JPY)));
  private static final Optional<PublicationId> NAME = Optional.of(PublicationId.of("p-1"));
  private static final BookSnapshot SNAPSHOT = snapshot(List.of());
  private static final BookSnapshot SNAPSHOT_OF_NAMES =
      snapshot(
          List.of(
              new RecordedPublication(
                  PublicationId.of("p-1"), new Publication.OfMetal(3, SILVER), AT),
              new RecordedPublication(
                  PublicationId.of("p-2"), new Publication.OfNisab(2, NISAB), Instant.EPOCH)));

  private static final Publication.OfMetal WITHDRAWN_METAL =
      new Publication.OfMetal(
          4,
          SILVER,
          List.of(
              new Withdrawal<>(DAY, Optional.empty()),
              new Withdrawal<>(DAY.plusDays(3), Optional.of(SILVER))));
  private static final Publication.OfNisab WITHDRAWN_NISAB =
      new Publication.OfNisab(
          5, NISAB, List.of(new Withdrawal<>(DAY.plusDays(4), Optional.of(NISAB))));
  private static final BookSnapshot SNAPSHOT_OF_WITHDRAWALS =
      snapshot(
          PriceBook.EMPTY.publish(BOTH_METALS).with(WITHDRAWN_METAL).with(WITHDRAWN_NISAB),
          List.of(
              new RecordedPublication(
                      PublicationId.of("p-1"), new Publication.OfMetal(3, SILVER), AT)
                  .withdrawn(DAY)));

  private static BookSnapshot snapshot(List<RecordedPublication> named) {
    return snapshot(PriceBook.EMPTY.publish(BOTH_METALS).publish(NISAB).publish(SILVER), named);
  }

  private static BookSnapshot snapshot(PriceBook prices, List<RecordedPublication> named) {
    return new BookSnapshot(
        77,
        AT,
        Map.of(WELL.campaignId(), 90L, MILL.campaignId(), 1L),
        Fund.EMPTY
            .reported(Money.of(1_000, IDR), Money.of(100, IDR))
            .reported(Money.of(50, JPY), Money.of(0, JPY))
            .distributed(Asnaf.FUQARA, Money.of(300, IDR))
            .distributed(Asnaf.AMIL, Money.of(100, IDR)),
        List.of(new RecordedDistribution(FULL, AT, 12), new RecordedDistribution(LEAST, AT, 70)),
        prices,
        named,
        new TallyBook.Kept(NodeCounts.empty("", 3), List.of(TALLY)),
        "r-9");
  }

  private final BookEventSerializer serializer = new BookEventSerializer();
  private final BookSnapshotSerializer snapshots = new BookSnapshotSerializer();

  // spotless:off
  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of("zakat-reported.v1",     "full",   new ZakatReported(List.of(WELL, MILL), AT)),
        Arguments.of("zakat-reported.v1",     "least",  new ZakatReported(List.of(), Instant.EPOCH)),
        Arguments.of("zakat-distributed.v1",  "full",   new ZakatDistributed(FULL, AT)),
        Arguments.of("zakat-distributed.v1",  "least",  new ZakatDistributed(LEAST, AT)),
        Arguments.of("prices-published.v1",   "full",   new PricesPublished(Optional.empty(), BOTH_METALS, AT)),
        Arguments.of("prices-published.v1",   "least",  new PricesPublished(Optional.empty(), SILVER, AT)),
        Arguments.of("prices-published.v1",   "named",  new PricesPublished(NAME, SILVER, AT)),
        Arguments.of("nisab-published.v1",    "full",   new NisabPublished(Optional.empty(), NISAB, AT)),
        Arguments.of("nisab-published.v1",    "named",  new NisabPublished(NAME, NISAB, AT)),
        Arguments.of("publication-withdrawn.v1", "full",  new PublicationWithdrawn(PublicationId.of("p-1"), DAY, WITHDRAWN_METAL, AT)),
        Arguments.of("publication-withdrawn.v1", "nisab", new PublicationWithdrawn(PublicationId.of("p-2"), DAY.plusDays(4), WITHDRAWN_NISAB, AT)),
        Arguments.of("statistics-counted.v1", "full",   new StatisticsCounted(List.of(TALLY), AT)),
        Arguments.of("statistics-reset.v1",   "full",   new StatisticsReset(4, "r-9", AT)));
  }
  // spotless:on

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void an_event_is_written_as_the_golden_bytes(String manifest, String variant, BookEvent event) {
    assertThat(serializer.manifest(event)).isEqualTo(manifest);
    assertThat(hex(serializer.toBinary(event)))
        .isEqualTo(golden(manifest, variant, serializer.toBinary(event)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void golden_bytes_are_read_as_the_event(String manifest, String variant, BookEvent event) {
    byte[] bytes = bytes(golden(manifest, variant, serializer.toBinary(event)));

    assertThat(serializer.fromBinary(bytes, manifest)).isEqualTo(event);
  }

  static Stream<Arguments> books() {
    return Stream.of(
        Arguments.of("full", SNAPSHOT),
        Arguments.of("named", SNAPSHOT_OF_NAMES),
        Arguments.of("withdrawn", SNAPSHOT_OF_WITHDRAWALS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("books")
  void a_snapshot_is_written_as_the_golden_bytes_and_read_from_them(
      String variant, BookSnapshot snapshot) {
    String golden = golden("zakat-book.v1", variant, snapshots.toBinary(snapshot));

    assertThat(hex(snapshots.toBinary(snapshot))).isEqualTo(golden);
    assertThat(snapshots.fromBinary(bytes(golden), "zakat-book.v1"))
        .usingRecursiveComparison()
        .isEqualTo(snapshot);
  }

  @ParameterizedTest
  @EnumSource(Asnaf.class)
  void every_asnaf_has_a_word_of_its_own(Asnaf asnaf) {
    assertThat(BookWords.asnaf(BookWords.of(asnaf))).isEqualTo(asnaf);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void half_an_event_is_unreadable(String manifest, String variant, BookEvent event) {
    byte[] bytes = serializer.toBinary(event);
    byte[] half = Arrays.copyOf(bytes, bytes.length / 2);

    assertThatThrownBy(() -> serializer.fromBinary(half, manifest))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageStartingWith(manifest);
  }

  @Test
  void a_snapshot_of_another_name_is_unreadable() {
    byte[] bytes = snapshots.toBinary(SNAPSHOT);

    assertThatThrownBy(() -> snapshots.fromBinary(bytes, "zakat-book.v2"))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessage("zakat-book.v2: unknown manifest, expected zakat-book.v1");
  }

  private static String golden(String manifest, String variant, byte[] now) {
    String name = "/golden/" + manifest + "." + variant + ".hex";
    try (InputStream file = BookGoldenBytesTest.class.getResourceAsStream(name)) {
      return file == null
          ? fail("no file " + name + "; for a new format it is\n" + hex(now))
          : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).replaceAll("(.{1," + HEX_WIDTH + "})", "$1\n");
  }
}
