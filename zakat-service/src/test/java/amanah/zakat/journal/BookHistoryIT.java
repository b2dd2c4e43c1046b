package amanah.zakat.journal;

import static amanah.zakat.journal.WrittenBook.BEGUN;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.journal.JournalSettings;
import amanah.testing.PostgresExtension;
import amanah.zakat.domain.book.LedgerEntry;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fund's past on a journal that is longer than one checkpoint. */
final class BookHistoryIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int EVENTS = 95;
  private static final int EVERY = 10;

  private final WrittenBook book = new WrittenBook(POSTGRES);
  private final JournalSettings journal =
      new JournalSettings(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), 2, Map.of());

  @AfterEach
  void clear() throws SQLException {
    book.clear();
  }

  /** An event a second, and two at each tenth. */
  private static Instant at(long sequence) {
    return BEGUN.plusSeconds(sequence % EVERY == 1 ? sequence - 1 : sequence);
  }

  private static Fund fund(BookHistory history, Instant asOf) {
    return history.fund(asOf).toCompletableFuture().join();
  }

  private BookHistory open(int checkpointEvery) {
    return BookHistory.open(journal, WrittenBook.ID, Duration.ofSeconds(20), checkpointEvery);
  }

  @Nested
  final class Checkpoints {

    @Test
    void the_fund_of_every_moment_is_the_same_with_checkpoints_as_without() throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        assertThat(fund(history, Instant.MAX)).isEqualTo(book.fund(Instant.MAX));
        assertThat(book.checkpoints()).isEqualTo(book.fundEvents() / EVERY);

        for (long sequence = 0; sequence <= EVENTS; sequence++) {
          for (Instant asOf : List.of(at(sequence), at(sequence).minusNanos(1))) {
            assertThat(fund(history, asOf)).as("as of %s", asOf).isEqualTo(book.fund(asOf));
          }
        }
      }
    }

    @Test
    void what_lies_before_a_checkpoint_is_not_read_again() throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        fund(history, Instant.MAX);
        book.dropUpTo(EVENTS - 2 * EVERY);

        assertThat(fund(history, Instant.MAX)).isEqualTo(book.fund(Instant.MAX));
      }
    }

    @Test
    void checkpoints_can_be_dropped() throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        fund(history, Instant.MAX);
        book.dropCheckpoints();

        assertThat(fund(history, Instant.MAX)).isEqualTo(book.fund(Instant.MAX));
        assertThat(book.checkpoints()).isEqualTo(book.fundEvents() / EVERY);
      }
    }

    @Test
    void a_short_past_needs_no_checkpoint() throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(BookHistory.CHECKPOINT_EVERY)) {
        assertThat(fund(history, Instant.MAX)).isEqualTo(book.fund(Instant.MAX));
        assertThat(book.checkpoints()).isZero();
      }
    }

    @Test
    void a_long_past_passes_several_at_the_usual_distance() throws SQLException {
      int events = 4 * BookHistory.CHECKPOINT_EVERY;
      book.write(events, BookHistoryIT::at);
      try (BookHistory history = open(BookHistory.CHECKPOINT_EVERY)) {
        assertThat(fund(history, Instant.MAX)).isEqualTo(book.fund(Instant.MAX));
        assertThat(book.checkpoints()).isEqualTo(3);
        book.dropUpTo(BookHistory.CHECKPOINT_EVERY);

        for (long sequence : List.of(events / 3, events / 2, events - 1)) {
          assertThat(fund(history, at(sequence)))
              .as("after event %d", sequence)
              .isEqualTo(book.fund(at(sequence)));
        }
      }
    }

    /** Such a journal is not written; but what is read must not depend on who has read before. */
    @Test
    void events_whose_times_run_backward_are_told_the_same_with_checkpoints_as_without()
        throws SQLException {
      Instant ahead = at(70);
      book.write(EVENTS, sequence -> sequence == 3 * EVERY - 4 ? ahead : at(sequence));
      try (BookHistory history = open(EVERY)) {
        fund(history, Instant.MAX);
        assertThat(book.checkpoints()).isPositive();

        for (long sequence = 0; sequence <= EVENTS; sequence++) {
          assertThat(fund(history, at(sequence)))
              .as("as of %s", at(sequence))
              .isEqualTo(book.fund(at(sequence)));
        }
      }
    }
  }

  @Nested
  final class Pages {

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 500})
    void the_ledger_of_every_moment_adds_up_to_the_fund_of_that_moment(int limit)
        throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        for (long sequence : List.of(0, 1, 2, 30, 31, 32, 49, EVENTS)) {
          Instant asOf = at(sequence);
          assertThat(added(ledger(history, Optional.of(asOf), limit)))
              .as("as of %s", asOf)
              .isEqualTo(book.fund(asOf));
        }
        assertThat(added(ledger(history, Optional.empty(), limit)))
            .isEqualTo(book.fund(Instant.MAX));
      }
    }

    @Test
    void entries_come_newest_first_and_none_comes_twice() throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        assertThat(ledger(history, Optional.empty(), 2))
            .isEqualTo(ledger(history, Optional.empty(), 500))
            .extracting(LedgerEntry::place)
            .doesNotHaveDuplicates()
            .isSortedAccordingTo((one, other) -> other.compareTo(one));
      }
    }

    @Test
    void distributions_of_a_moment_are_those_that_had_been_made() throws SQLException {
      book.write(EVENTS, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        assertThat(distributions(history, Optional.of(at(19)))).containsExactly("d-14", "d-7");
        assertThat(distributions(history, Optional.of(at(28).minusNanos(1))))
            .containsExactly("d-21", "d-14", "d-7");
        assertThat(distributions(history, Optional.of(at(6)))).isEmpty();
        assertThat(distributions(history, Optional.of(Instant.MAX)))
            .isEqualTo(distributions(history, Optional.empty()))
            .hasSize(EVENTS / 7);
      }
    }

    @Test
    void a_book_without_events_has_no_past() throws SQLException {
      book.write(0, BookHistoryIT::at);
      try (BookHistory history = open(EVERY)) {
        assertThat(ledger(history, Optional.of(Instant.MAX), 1)).isEmpty();
        assertThat(distributions(history, Optional.of(Instant.EPOCH))).isEmpty();
      }
    }

    private static List<LedgerEntry> ledger(
        BookHistory history, Optional<Instant> asOf, int limit) {
      List<LedgerEntry> entries = new ArrayList<>();
      Optional<LedgerPlace> before = Optional.empty();
      do {
        LedgerPage page = history.ledger(asOf, before, limit).toCompletableFuture().join();
        assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
        entries.addAll(page.entries());
        before = page.before();
      } while (before.isPresent());
      return entries;
    }

    private static Fund added(List<LedgerEntry> entries) {
      Fund fund = Fund.EMPTY;
      for (LedgerEntry entry : entries.reversed()) {
        fund =
            switch (entry) {
              case LedgerEntry.Reported in ->
                  fund.reported(in.report().collected(), in.report().refunded());
              case LedgerEntry.Distributed out ->
                  fund.distributed(out.distribution().asnaf(), out.distribution().amount());
            };
      }
      return fund;
    }

    private static List<String> distributions(BookHistory history, Optional<Instant> asOf) {
      List<RecordedDistribution> found = new ArrayList<>();
      Optional<Long> before = Optional.empty();
      do {
        DistributionPage page = history.distributions(asOf, before, 2).toCompletableFuture().join();
        found.addAll(page.distributions());
        before = page.before();
      } while (before.isPresent());
      return found.stream().map(one -> one.distribution().distributionId().value()).toList();
    }
  }
}
