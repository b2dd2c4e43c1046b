package amanah.zakat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.zakat.domain.statistics.NodeCounts;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AnsweredCountTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");

  private final AtomicInteger names = new AtomicInteger();
  private final AnsweredCount count = new AnsweredCount(() -> "desk-" + names.incrementAndGet());

  @Test
  void answers_of_all_threads_are_counted() {
    List<CompletableFuture<Void>> callers =
        IntStream.range(0, 8)
            .mapToObj(
                caller ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int answer = 0; answer < 1_000; answer++) {
                            count.answered(Money.of(10, DOLLAR), answer % 2 == 0, 0);
                          }
                        }))
            .toList();
    callers.forEach(CompletableFuture::join);

    NodeCounts tally = count.tally();

    assertThat(tally.hits()).isEqualTo(4_000);
    assertThat(tally.misses()).isEqualTo(4_000);
    assertThat(tally.zakat().getFirst()).hasToString("800.00 USD");
  }

  @Test
  void sums_have_no_upper_end() {
    for (int answer = 0; answer < 3; answer++) {
      count.answeredAlone(Money.of(Long.MAX_VALUE, DOLLAR));
    }

    assertThat(count.tally().zakat().getFirst()).hasToString("276701161105643274.21 USD");
  }

  @Test
  void an_answer_after_a_reset_begins_a_new_count_and_one_from_before_belongs_to_the_old() {
    count.answered(Money.of(10, DOLLAR), false, 0);

    count.answered(Money.of(20, DOLLAR), false, 1);
    count.answered(Money.of(40, DOLLAR), false, 0);

    assertThat(count.tally().epoch()).isEqualTo(1);
    assertThat(count.tally().calculations()).isEqualTo(1);
    assertThat(count.tally().zakat().getFirst()).hasToString("0.20 USD");
  }

  @Test
  void what_is_answered_before_any_epoch_was_heard_belongs_to_the_first_that_is() {
    count.answeredAlone(Money.of(10, DOLLAR));
    assertThat(count.isEpochKnown()).isFalse();

    count.begun(7);
    count.answered(Money.of(20, DOLLAR), true, 7);

    assertThat(count.isEpochKnown()).isTrue();
    assertThat(count.tally().epoch()).isEqualTo(7);
    assertThat(count.tally().calculations()).isEqualTo(2);
    count.begun(8);
    assertThat(count.tally().calculations()).isZero();
  }

  @Test
  void a_forgotten_desk_goes_on_under_another_name_with_what_is_not_kept() {
    count.answered(Money.of(10, DOLLAR), false, 0);
    NodeCounts kept = count.tally();
    count.answered(Money.of(20, DOLLAR), true, 0);

    count.forgotten(kept);

    assertThat(count.tally().desk()).isEqualTo("desk-2");
    assertThat(count.tally().hits()).isEqualTo(1);
    assertThat(count.tally().misses()).isZero();
    assertThat(count.tally().zakat().getFirst()).hasToString("0.20 USD");
  }

  @Test
  void nothing_answered_is_an_empty_tally() {
    assertThat(new ArrayList<>(count.tally().zakat())).isEmpty();
    assertThat(count.tally().calculations()).isZero();
  }
}
