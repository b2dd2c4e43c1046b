package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.answering.Answering;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.RuleSetId;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnswerCacheTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

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
  void an_answer_heavier_than_a_tenth_of_all_lines_does_not_push_the_others_out() {
    cache.remember(key(1), answer(1));
    AnswerCache.Key.Full light = full(9);
    AnswerCache.Key.Full heavy = full(10);

    cache.remember(light, answer(light));
    cache.remember(heavy, answer(heavy));

    assertThat(cache.find(light)).isPresent();
    assertThat(cache.find(heavy)).isEmpty();
    assertThat(cache.find(key(1))).isPresent();
  }

  private static AnswerCache.Key.Full full(int assets) {
    return new AnswerCache.Key.Full(
        new FullQuestion(
            Optional.empty(),
            DOLLAR,
            Optional.of(DAY),
            new Prices(Optional.of(BigDecimal.valueOf(100)), Optional.of(BigDecimal.ONE)),
            Settings.NONE,
            Collections.nCopies(
                assets, new MonetaryAsset.Cash(Money.of(100_000, DOLLAR), Money.zero(DOLLAR))),
            List.of()),
        0,
        new RuleSetId("aaoifi", 1));
  }

  private static FullAnswer answer(AnswerCache.Key.Full key) {
    return ((Outcome.Answered<FullAnswer>)
            Answering.of(Profiles.bundled(), "aaoifi", NisabComparison.INCLUSIVE)
                .full(key.question(), PriceBook.EMPTY, DAY))
        .answer();
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
