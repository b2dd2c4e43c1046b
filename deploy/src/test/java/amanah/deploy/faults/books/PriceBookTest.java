package amanah.deploy.faults.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three prices that were published one after the other, the third without an answer. */
class PriceBookTest {

  private final PriceBook book = new PriceBook();

  @BeforeEach
  void three_publications() {
    book.asked("a", 101, 10);
    assertThat(book.published("a", 1, true, sight(10, 12), 1, 101)).isEmpty();
    book.asked("b", 102, 20);
    assertThat(book.published("b", 2, true, sight(20, 22), 2, 102)).isEmpty();
    book.asked("c", 103, 30);
  }

  @Test
  void each_version_read_after_it_was_told_is_right() {
    book.read(sight(13, 14), 1, 101);
    book.read(sight(24, 26), 2, 102);

    assertThat(book.findings()).isEmpty();
  }

  @Test
  void what_was_published_without_an_answer_counts_from_some_moment_on() {
    book.read(sight(31, 32), 2, 102);
    book.read(sight(33, 34), 3, 103);

    assertThat(book.findings()).isEmpty();
  }

  @Test
  void and_never_goes_away_again() {
    book.read(sight(31, 32), 3, 103);
    book.read(sight(33, 34), 2, 102);

    assertThat(book.findings()).hasSize(1);
  }

  @Test
  void a_price_from_before_what_was_told_is_stale() {
    book.read(sight(24, 26), 1, 101);

    assertThat(book.findings())
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).contains("version 2 had been told"));
  }

  @Test
  void a_version_has_one_price() {
    book.read(sight(24, 26), 2, 101);

    assertThat(book.findings()).hasSize(1);
  }

  @Test
  void a_price_that_nobody_published_is_wrong() {
    book.read(sight(31, 34), 3, 104);

    assertThat(book.findings()).hasSize(1);
  }

  @Test
  void a_price_that_was_not_asked_for_yet_is_wrong() {
    book.read(sight(25, 26), 3, 103);

    assertThat(book.findings()).hasSize(1);
  }

  @Test
  void a_repeat_is_answered_with_the_first_version_and_changes_nothing() {
    assertThat(book.published("a", 1, false, sight(24, 26), 2, 102)).isEmpty();
    assertThat(book.findings()).isEmpty();

    assertThat(book.published("a", 3, false, sight(27, 28), 3, 101)).isNotEmpty();
  }

  @Test
  void two_publications_are_not_one_version() {
    assertThat(book.published("c", 2, true, sight(30, 32), 2, 103)).isNotEmpty();
  }

  @Test
  void what_is_told_as_new_is_newer_than_what_was_told() {
    book.read(sight(24, 26), 4, 103);
    book.asked("d", 104, 40);
    book.published("d", 3, true, sight(40, 42), 4, 103);

    assertThat(book.findings())
        .extracting(Finding::sentence)
        .asString()
        .contains("as new, though version 4");
  }

  @Test
  void findings_are_of_prices() {
    book.read(sight(24, 26), 1, 101);

    assertThat(book.findings()).extracting(Finding::kind).isEqualTo(List.of(Finding.Kind.PRICES));
  }

  private static Sight sight(long began, long ended) {
    return new Sight(1, -1, began, ended);
  }
}
