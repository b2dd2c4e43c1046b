package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.livestock.Animals;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.domain.wealth.Species;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every answer says in plain words, with its numbers and their sources, how it came about. */
final class ExplanationTest {

  @Test
  void of_a_pool_with_debts_and_a_karat() {
    Holdings holdings =
        Shorthand.holdings("IDR", "gold=1000000", "gold 100 22k + cash 10M", "5M now");

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules("aaoifi"));

    assertThat(calculation.explanation())
        .isEqualTo(
            "Monetary wealth of 101666666.66666666... IDR less debts of 5000000.00 IDR is"
                + " 96666666.66666666... IDR, which reaches the nisab of 85 g of gold (AAOIFI,"
                + " Shari'ah Standard 35, Zakah, 2008) at 1000000.00 IDR a gram = 85000000.00 IDR:"
                + " 2.5 % (AAOIFI, Shari'ah Standard 35, Zakah, 2008) is 2416666.66666666... IDR."
                + " Zakat due in money is exactly 2416666.66666666... IDR, rounded up 2416666.67"
                + " IDR.");
    assertThat(calculation.lines().getFirst().explanation())
        .startsWith(
            "100 g of gold, 22 karat, is 91.666666... g pure, at 1000000.00 IDR a gram, counts"
                + " 91666666.66666666... IDR; its part of the zakat is ");
    assertThat(calculation.deductions().getFirst().explanation())
        .isEqualTo(
            "debt 5000000.00 IDR, due now, takes off 5000000.00 IDR by the policy next 12 months"
                + " (National Zakat Foundation (UK), nzf.org.uk/knowledge, as read, 2026)");
  }

  @Test
  void of_a_setting_that_the_caller_asked_for() {
    Holdings holdings = Shorthand.holdings("EUR", "silver=0.46", "silver 600", null);

    Calculation calculation =
        Shorthand.answer(holdings, Shorthand.rules("aaoifi silver silver=592.9"));

    assertThat(calculation.explanation())
        .contains("the nisab of 592.9 g of silver (as asked) at 0.46 EUR a gram = 272.734 EUR");
  }

  @Test
  void of_animals_and_food() {
    Holdings holdings = Shorthand.holdings("USD", null, "camels 200 + fitr 5 + sheep 39", null);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules("aaoifi"));

    assertThat(calculation.explanation())
        .isEqualTo(
            "200 grazing camels: 5 bint labun, or 4 hiqqah. Fitr for 5 heads, one sa' of 2.5 kg"
                + " each (Indonesia, Minister of Religious Affairs, regulation 52/2014, 2014), is"
                + " 12.5 kg. 39 grazing sheep: below the nisab, no zakat. No zakat is due in money."
                + " Due in kind, besides: 5 bint labun; 12.5 kg.");
  }

  @Test
  void of_a_herd_with_more_equal_choices_than_anybody_reads() {
    Holdings holdings = Shorthand.holdings("USD", null, "cattle 100000", null);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules("aaoifi"));

    assertThat(calculation.lines().getFirst().explanation())
        .isEqualTo(
            "100000 grazing cattle: 3332 tabi' + 1 musinnah, or 3328 tabi' + 4 musinnah, or 3324"
                + " tabi' + 7 musinnah, or 3320 tabi' + 10 musinnah, or another of 830 equal"
                + " choices");
    assertThat(calculation.lines().getFirst())
        .isInstanceOfSatisfying(
            Line.InAnimals.class, line -> assertThat(line.alternatives()).hasSize(50));
  }

  @Test
  void the_first_choice_that_the_prices_cover_makes_the_worth() {
    Herd herd = new Herd(Species.CAMELS, 200, Map.of(Animal.HIQQAH, new BigDecimal("1000")));
    Currency dollar = Currency.getInstance("USD");
    Holdings holdings = new Holdings(dollar, List.of(herd), List.of(), Prices.NONE);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules("aaoifi"));

    assertThat(calculation.zakat().amount()).isEqualTo("4000.00");
    assertThat(calculation.lines().getFirst())
        .isInstanceOfSatisfying(
            Line.InAnimals.class,
            line -> {
              assertThat(line.inKind()).isEqualTo(Animals.of(5, Animal.BINT_LABUN));
              assertThat(line.alternatives()).containsExactly(Animals.of(4, Animal.HIQQAH));
            });
  }
}
