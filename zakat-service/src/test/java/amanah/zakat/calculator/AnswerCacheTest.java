package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.question.SimpleQuestion;
import java.util.Currency;
import org.junit.jupiter.api.Test;

final class AnswerCacheTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");

  private final AnswerCache cache = new AnswerCache(3, 100);

  private static AnswerCache.Key.Simple key(long wealth) {
    return new AnswerCache.Key.Simple(
        new SimpleQuestion(Money.of(wealth, DOLLAR), Money.of(85, DOLLAR)));
  }

  private static WealthZakat answer(long zakat) {
    return new WealthZakat(
        true,
        Money.of(zakat, DOLLAR),
        Rational.of(zakat),
        Share.percent("2.5"),
        Money.of(85, DOLLAR));
  }

  @Test
  void an_equal_question_finds_the_answer() {
    cache.remember(key(100), answer(25));

    assertThat(cache.find(key(100))).contains(answer(25));
    assertThat(cache.find(key(101))).isEmpty();
  }

  @Test
  void beyond_the_bound_the_one_asked_for_least_recently_is_forgotten() {
    cache.remember(key(1), answer(1));
    cache.remember(key(2), answer(2));
    cache.remember(key(3), answer(3));
    assertThat(cache.find(key(1))).isPresent();

    cache.remember(key(4), answer(4));

    assertThat(cache.find(key(2))).isEmpty();
    assertThat(cache.find(key(1))).isPresent();
    assertThat(cache.size()).isEqualTo(3);
  }

  @Test
  void the_lines_of_all_answers_have_a_bound_as_well() {
    AnswerCache narrow = new AnswerCache(1_000, 2);
    narrow.remember(key(1), answer(1));
    narrow.remember(key(2), answer(2));

    narrow.remember(key(3), answer(3));

    assertThat(narrow.find(key(1))).isEmpty();
    assertThat(narrow.size()).isEqualTo(2);
  }

  @Test
  void clearing_says_how_many_there_were() {
    cache.remember(key(1), answer(1));
    cache.remember(key(2), answer(2));

    assertThat(cache.clear()).isEqualTo(2);
    assertThat(cache.find(key(1))).isEmpty();
    assertThat(cache.size()).isZero();
  }
}
