package amanah.deploy.faults.books;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.deploy.faults.books.Finding.Kind;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good book and a good journal, of which one thing is changed at a time. */
class BookCheckTest {

  private static final Currency USD = Currency.getInstance(PlannedDonations.CURRENCY);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String CAMPAIGN = "well";
  private static final int DONATIONS = 6;
  private static final int FAULT = 3;

  @TempDir Path directory;

  private final PlannedDonations planned = new PlannedDonations(9, List.of(CAMPAIGN));
  private final List<JournalEvent> journal = new ArrayList<>();
  private SecondBook book;

  @BeforeEach
  void a_good_book_and_a_good_journal() throws IOException {
    book = SecondBook.open(planned, directory.resolve("book.ndjson"));
    for (long number = 0; number < DONATIONS; number++) {
      journal.add(row(number + 1, recorded(number)));
      acknowledge(number, number + 1);
    }
    journal.add(row(DONATIONS + 1, refund(2)));
    book.refundAsked(2);
    book.refunded(2, planned.refundMinor(2));
    book.closing(0);
    journal.add(row(DONATIONS + 2, closed()));
    book.closed(0, DONATIONS + 2);
    book.refused(77, "campaign_not_active", 0);
  }

  @AfterEach
  void close() throws IOException {
    book.close();
  }

  @Test
  void a_good_book_has_no_findings() {
    assertThat(kinds()).isEmpty();
  }

  @Test
  void totals_are_those_of_the_journal() {
    BookCheck check = new BookCheck(book);
    journal.forEach(check::accept);

    assertThat(check.findings()).isEmpty();
    long raised =
        LongStream.range(0, DONATIONS).map(planned::amountMinor).sum() - planned.refundMinor(2);
    assertThat(check.totals())
        .containsEntry(CAMPAIGN, new JournalTotals(DONATIONS, raised, 0, DONATIONS + 2, true));
  }

  @Test
  void an_acknowledged_donation_that_is_not_in_the_journal_is_lost() {
    acknowledge(50, 4);

    assertThat(kinds()).containsExactly(Kind.LOST);
    assertThat(findings().getFirst().fault()).isEqualTo(FAULT);
    assertThat(findings().getFirst().sentence()).contains(planned.donationId(50));
  }

  @Test
  void everything_is_lost_with_an_empty_journal() {
    journal.clear();

    assertThat(kinds()).contains(Kind.LOST, Kind.REFUND).hasSize(DONATIONS + 2);
  }

  @Test
  void a_donation_that_is_recorded_twice_is_doubled() {
    journal.add(5, row(6, recorded(1)));
    renumber();

    assertThat(kinds()).contains(Kind.DOUBLED);
  }

  @Test
  void a_donation_twice_in_one_event_is_doubled() {
    journal.set(3, row(4, recorded(3, 3)));

    assertThat(kinds()).containsExactly(Kind.DOUBLED);
  }

  @Test
  void another_amount_than_was_acknowledged_is_altered() {
    book.acknowledged(new Acknowledgement(5, 6, planned.amountMinor(5) + 1, FAULT));

    assertThat(kinds()).containsExactly(Kind.ALTERED);
  }

  @Test
  void another_sequence_number_than_was_acknowledged_is_altered() {
    acknowledge(5, 5);

    assertThat(kinds()).containsExactly(Kind.ALTERED);
  }

  @Test
  void a_refused_donation_must_not_be_there() {
    book.refused(4, "campaign_not_active", 2);

    assertThat(kinds()).containsExactly(Kind.REFUSED_BUT_RECORDED);
  }

  @Test
  void nothing_is_recorded_after_the_close() {
    journal.add(row(DONATIONS + 3, recorded(60)));

    assertThat(kinds()).containsExactly(Kind.AFTER_CLOSE);
  }

  @Test
  void a_campaign_that_nobody_closed_is_not_closed() throws IOException {
    SecondBook open = SecondBook.open(planned, directory.resolve("open.ndjson"));
    try (open) {
      BookCheck check = new BookCheck(open);
      check.accept(row(1, closed()));

      assertThat(check.findings()).extracting(Finding::kind).containsExactly(Kind.CLOSED_EARLY);
    }
  }

  @Test
  void sequence_numbers_have_no_hole() {
    journal.remove(DONATIONS + 1);
    journal.add(row(DONATIONS + 3, closed()));

    assertThat(kinds()).containsExactly(Kind.GAP);
  }

  @Test
  void a_writer_does_not_come_back() {
    journal.set(2, new JournalEvent(CAMPAIGN, 3, "second", recorded(2)));

    assertThat(kinds()).containsExactly(Kind.TWO_WRITERS);
  }

  @Test
  void writers_that_follow_one_another_are_right() {
    for (int at = 4; at < journal.size(); at++) {
      JournalEvent row = journal.get(at);
      journal.set(at, new JournalEvent(CAMPAIGN, row.sequence(), "second", row.event()));
    }

    assertThat(kinds()).isEmpty();
  }

  @Test
  void an_acknowledged_refund_is_there() {
    book.refunded(1, planned.refundMinor(1));

    assertThat(kinds()).containsExactly(Kind.REFUND);
  }

  @Test
  void a_refund_is_never_more_than_was_captured() {
    journal.add(row(DONATIONS + 3, refund(2)));
    journal.add(row(DONATIONS + 4, refund(2)));

    assertThat(kinds()).contains(Kind.REFUND);
  }

  @Test
  void a_donation_that_nobody_sent_is_strange() {
    Donation unknown = donation("gift-of-nobody", 100);
    journal.set(3, row(4, new DonationsRecorded(List.of(recordedOf(3), unknown), NOW)));

    assertThat(kinds()).containsExactly(Kind.STRANGE);
  }

  @Test
  void every_acknowledgement_stands_in_the_file() throws IOException {
    book.flush();

    assertThat(directory.resolve("book.ndjson"))
        .content()
        .contains("\"acknowledged\":\"" + planned.donationId(0) + "\"")
        .contains("\"refused\":\"" + planned.donationId(77) + "\"");
  }

  private List<Kind> kinds() {
    return findings().stream().map(Finding::kind).toList();
  }

  private List<Finding> findings() {
    BookCheck check = new BookCheck(book);
    journal.forEach(check::accept);
    return check.findings();
  }

  private void renumber() {
    for (int at = 0; at < journal.size(); at++) {
      JournalEvent row = journal.get(at);
      journal.set(at, new JournalEvent(CAMPAIGN, at + 1, row.writer(), row.event()));
    }
  }

  private void acknowledge(long number, long sequence) {
    book.acknowledged(new Acknowledgement(number, sequence, planned.amountMinor(number), FAULT));
  }

  private static JournalEvent row(long sequence, CampaignEvent event) {
    return new JournalEvent(CAMPAIGN, sequence, "first", event);
  }

  @Test
  void zakat_is_what_was_given_as_zakat_less_what_was_given_back_of_it() {
    BookCheck check = new BookCheck(book);
    Donation zakat =
        new Donation(
            DonationId.of(planned.donationId(0)),
            Money.of(100, USD),
            null,
            null,
            Designation.ZAKAT,
            null,
            "faults",
            null);
    check.accept(row(1, new DonationsRecorded(List.of(zakat, recordedOf(1)), NOW)));
    check.accept(
        row(
            2,
            new DonationRefunded(
                RefundId.of("back"), zakat.donationId(), Money.of(40, USD), null, NOW)));
    check.findings();

    assertThat(check.totals()).extractingByKey(CAMPAIGN).satisfies(BookCheckTest::hasSixtyOfZakat);
  }

  private static void hasSixtyOfZakat(JournalTotals totals) {
    assertThat(totals.zakatMinor()).isEqualTo(60);
  }

  private DonationsRecorded recorded(long... numbers) {
    return new DonationsRecorded(Arrays.stream(numbers).mapToObj(this::recordedOf).toList(), NOW);
  }

  private Donation recordedOf(long number) {
    return donation(planned.donationId(number), planned.amountMinor(number));
  }

  private static Donation donation(String id, long minor) {
    return new Donation(
        DonationId.of(id),
        Money.of(minor, USD),
        null,
        null,
        Designation.SADAQAH,
        null,
        "faults",
        null);
  }

  private DonationRefunded refund(long number) {
    return new DonationRefunded(
        RefundId.of("back-" + number),
        DonationId.of(planned.donationId(number)),
        Money.of(planned.refundMinor(number), USD),
        null,
        NOW);
  }

  private static StatusChanged closed() {
    return new StatusChanged(CampaignStatus.ACTIVE, CampaignStatus.COMPLETED, null, NOW);
  }
}
