package amanah.zakat.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TallyBookTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");

  private final TallyBook book = TallyBook.empty(3);

  private static NodeCounts tally(String desk, long calculations) {
    return new NodeCounts(desk, 0, 0, calculations, List.of(Total.of(10 * calculations, DOLLAR)));
  }

  @Test
  void a_newer_tally_takes_the_place_of_the_older_one() {
    book.count(tally("a", 3));
    book.count(tally("a", 5));

    assertThat(book.total().calculations()).isEqualTo(5);
    assertThat(book.total().zakat()).containsExactly(Total.of(50, DOLLAR));
  }

  @Test
  void an_older_tally_that_comes_late_changes_nothing() {
    book.count(tally("a", 5));
    book.count(tally("a", 3));

    assertThat(book.total().calculations()).isEqualTo(5);
  }

  @Test
  void beyond_the_bound_the_desk_that_was_silent_for_longest_is_summed_up_and_forgotten() {
    for (String desk : List.of("a", "b", "c", "d")) {
      book.count(tally(desk, 1));
    }

    assertThat(book.of("a")).isEmpty();
    assertThat(book.of("d")).isPresent();
    assertThat(book.total().calculations()).isEqualTo(4);
    assertThat(book.total().zakat()).containsExactly(Total.of(40, DOLLAR));
  }

  @Test
  void what_is_kept_comes_back_as_it_was() {
    for (String desk : List.of("a", "b", "c", "d")) {
      book.count(tally(desk, 2));
    }

    TallyBook again = TallyBook.restore(3, book.kept());

    assertThat(again.kept()).isEqualTo(book.kept());
    assertThat(again.total()).isEqualTo(book.total());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void however_tallies_are_lost_and_repeated_all_answers_count_once(long seed) {
    Random random = new Random(seed);
    List<NodeCounts> desks = new ArrayList<>();
    List<NodeCounts> sent = new ArrayList<>();
    for (String desk : List.of("a", "b", "c")) {
      desks.add(NodeCounts.empty(desk, 0));
    }
    long answers = 0;
    for (int step = 0; step < 5_000; step++) {
      int desk = random.nextInt(desks.size());
      if (random.nextBoolean()) {
        Money due = Money.of(random.nextInt(100), DOLLAR);
        desks.set(desk, desks.get(desk).plus(due, random.nextBoolean()));
        answers++;
      } else {
        sent.add(desks.get(desk));
        book.count(sent.get(random.nextInt(sent.size())));
      }
    }
    desks.forEach(book::count);

    assertThat(book.total().calculations()).isEqualTo(answers);
    assertThat(book.total().zakat())
        .isEqualTo(desks.stream().reduce(NodeCounts::plus).orElseThrow().zakat());
  }
}
