package amanah.deploy.faults.books;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.books.FundBook.Fund;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fund of 1,000 cents, of which 100 and 200 were given, and 300 without an answer. */
class FundBookTest {

  private final FundBook book = new FundBook();
  private final Map<String, Long> listed = new HashMap<>(Map.of("a", 100L, "b", 200L));

  @BeforeEach
  void three_distributions() {
    book.asked("a", 100, 10);
    book.distributed("a", 100, 5, true, sight(10, 12), fund(100));
    book.asked("b", 200, 20);
    book.distributed("b", 200, 7, true, sight(20, 22), fund(300));
    book.asked("c", 300, 30);
  }

  @Test
  void what_was_told_and_what_is_listed_may_be_right() {
    book.read(sight(24, 25), fund(300));
    book.read(sight(31, 32), fund(600));
    listed.put("c", 300L);

    assertThat(book.findings(listed)).isEmpty();
  }

  @Test
  void what_nobody_answered_may_never_have_been_given() {
    book.read(sight(31, 32), fund(300));

    assertThat(book.findings(listed)).isEmpty();
  }

  @Test
  void what_was_told_as_given_is_not_missing_later() {
    book.read(sight(24, 25), fund(100));

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void what_somebody_saw_is_not_missing_later() {
    book.read(sight(31, 32), fund(600));
    book.read(sight(33, 34), fund(300));
    listed.put("c", 300L);

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void nothing_is_given_before_it_is_asked_for() {
    book.read(sight(24, 25), fund(600));

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void what_is_left_is_what_was_collected_less_what_was_given() {
    book.read(sight(24, 25), new Fund(1_000, 300, 701));

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void nothing_new_is_given_that_the_fund_has_not() {
    book.asked("d", 1, 40);
    book.distributed("d", 1, 9, true, sight(40, 41), new Fund(300, 301, -1));
    listed.put("d", 1L);

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void a_repeat_is_answered_as_the_first_time() {
    book.distributed("a", 100, 5, false, sight(24, 25), fund(300));
    assertThat(book.findings(listed)).isEmpty();
    book.distributed("a", 100, 8, false, sight(26, 27), fund(300));

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void two_distributions_are_not_one_event() {
    book.distributed("c", 300, 7, true, sight(31, 32), fund(600));
    listed.put("c", 300L);

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void what_was_acknowledged_is_listed() {
    listed.remove("b");

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void what_nobody_asked_for_is_not_listed() {
    listed.put("e", 5L);

    assertThat(book.findings(listed)).hasSize(1);
  }

  @Test
  void more_than_there_will_ever_be_is_not_listed() {
    book.impossible("f");
    book.asked("f", 1_000_000, 40);
    listed.put("f", 1_000_000L);

    assertThat(book.findings(listed)).hasSize(1);
  }

  private static Fund fund(long distributed) {
    return new Fund(1_000, distributed, 1_000 - distributed);
  }

  private static Sight sight(long began, long ended) {
    return new Sight(1, -1, began, ended);
  }
}
