package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.wealth.Holdings;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One metal alone is held against the nisab of its own weight, in every profile; all else by value.
 * The first versions of the profiles go on answering as they did.
 */
final class MetalAloneTest {

  @ParameterizedTest(name = "{0}, {1}: {2} is {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# rules                     | prices              | assets                         | first version | exact
# Silver alone is due from its weight on, whatever gold costs, and needs no price of gold.
aaoifi                      | gold=100 silver=1   | silver 5000                    | 0             | 125
aaoifi                      | gold=100 silver=1   | silver 594.99                  | 0             | 0
aaoifi                      | gold=100 silver=1   | silver 595                     | 0             | 14.875
aaoifi exclusive            | gold=100 silver=1   | silver 595                     | 0             | 0
aaoifi                      | gold=1 silver=1     | silver 100                     | 2.5           | 0
aaoifi lower_of_two         | gold=1 silver=1     | silver 100                     | 2.5           | 0
aaoifi                      | silver=1            | silver 5000                    | refused       | 125
baznas-2025                 | gold=100 silver=1   | silver 595                     | 0             | 14.875
baznas-2026                 | gold=100 silver=1   | silver 595                     | 0             | 14.875
baznas-2026                 | gold=100 silver=1   | silver 594.99                  | 0             | 0
uk-hanafi                   | gold=100 silver=1   | silver 612.36                  | 0             | 15.309
uk-hanafi                   | gold=100 silver=1   | silver 612.35                  | 0             | 0
hanafi-classical            | gold=100 silver=1   | silver 612.36                  | 15.309        | 15.309
hanafi-classical            | gold=100 silver=1   | silver 612.35                  | 0             | 0
aaoifi                      | gold=100 silver=1   | silver 600 + silver 50 925f    | 0             | 16.15625
aaoifi silver=700           | gold=100 silver=1   | silver 650                     | 0             | 0
# Gold alone is not due below its weight, whatever silver costs, and needs no price of silver.
aaoifi lower_of_two         | gold=100 silver=1   | gold 10                        | 25            | 0
aaoifi lower_of_two         | gold=100 silver=1   | gold 84.99                     | 212.475       | 0
aaoifi lower_of_two         | gold=100 silver=1   | gold 85                        | 212.5         | 212.5
aaoifi lower_of_two         | gold=100            | gold 85                        | refused       | 212.5
aaoifi silver               | gold=100 silver=1   | gold 10                        | 25            | 0
baznas-2025 lower_of_two    | gold=100 silver=1   | gold 10                        | 25            | 0
baznas-2026 silver          | gold=100 silver=1   | gold 10                        | 25            | 0
uk-hanafi lower_of_two      | gold=100 silver=1   | gold 87.47                     | 218.675       | 0
hanafi-classical            | gold=100 silver=1   | gold 10                        | 25            | 0
hanafi-classical            | gold=100 silver=1   | gold 87.47                     | 218.675       | 0
hanafi-classical            | gold=100 silver=1   | gold 87.48                     | 218.7         | 218.7
hanafi-classical            | gold=100 silver=1   | gold 10 worn                   | 25            | 0
# What does not count is not owned beside it.
aaoifi                      | gold=100 silver=1   | silver 5000 + gold 50 worn     | 0             | 125
aaoifi                      | gold=100 silver=1   | silver 5000 + cash 0           | 0             | 125
aaoifi                      | gold=100 silver=1   | silver 5000 + receivable 9 bad | 0             | 125
hanafi-classical            | gold=100 silver=1   | gold 10 + pension 99 on_receipt | 25           | 0
# With anything else it is wealth, held against its nisab by value.
hanafi-classical            | gold=100 silver=1   | gold 10 + cash 1               | 25.025        | 25.025
hanafi-classical            | gold=100 silver=1   | gold 6 + cash 1                | 0             | 0
hanafi-classical            | gold=100 silver=1   | gold 10 + silver 1             | 25.025        | 25.025
aaoifi                      | gold=100 silver=1   | silver 500 + cash 8000         | 212.5         | 212.5
aaoifi                      | gold=100 silver=1   | silver 500 + cash 7999         | 0             | 0
aaoifi lower_of_two         | gold=100 silver=1   | gold 5 + cash 95               | 14.875        | 14.875
# Metal that is due alone is due beside other wealth as well.
aaoifi                      | gold=100 silver=1   | silver 5000 + cash 1           | 0             | 125.025
aaoifi                      | gold=100 silver=1   | silver 5000 + gold 1           | 0             | 127.5
aaoifi silver               | gold=1 silver=100   | gold 85 + cash 1               | 0             | 2.15
""")
  void of_every_profile(
      String rules, String prices, String assets, String firstVersion, BigDecimal exact) {
    Holdings first = holdings(prices, assets);
    String before = rules.replaceFirst("^\\S+", "$0@1");

    assertThat(answer(first, before)).isEqualTo(firstVersion);
    assertThat(Shorthand.answer(holdings(prices, assets), Shorthand.rules(rules)).exact().decimal())
        .isEqualByComparingTo(exact);
  }

  @ParameterizedTest(name = "{0} less {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# assets                 | debts    | exact
silver 700               | 105 now  | 14.875
silver 700               | 106 now  | 0
silver 5000 + cash 1000  | 1000 now | 125
silver 600 + cash 1000   | 1000 now | 15
silver 600 + cash 1000   | 1006 now | 0
""")
  void debts_are_set_against_other_wealth_first(String assets, String debts, BigDecimal exact) {
    Holdings holdings = Shorthand.holdings("USD", "gold=100 silver=1", assets, debts);

    assertThat(Shorthand.answer(holdings, Shorthand.rules("aaoifi")).exact().decimal())
        .isEqualByComparingTo(exact);
  }

  @Test
  void the_answer_says_which_weight_it_was_held_against_and_who_says_so() {
    Calculation alone = answered("silver 5000");
    Calculation beside = answered("silver 5000 + cash 1");

    assertThat(alone.pool().orElseThrow().nisab().decimal()).isEqualByComparingTo("595");
    assertThat(alone.explanation())
        .contains("reaches the nisab of 595 g of silver")
        .contains("its own as it is alone (Ibn Qudamah, al-Mughni, book of zakat, 1223)");
    assertThat(beside.explanation()).contains("which its silver reaches alone");
  }

  private static Calculation answered(String assets) {
    return Shorthand.answer(holdings("gold=100 silver=1", assets), Shorthand.rules("aaoifi"));
  }

  private static Holdings holdings(String prices, String assets) {
    return Shorthand.holdings("USD", prices, assets, null);
  }

  private static String answer(Holdings holdings, String rules) {
    return switch (Zakat.of(holdings, Shorthand.rules(rules))) {
      case Outcome.Answered<Calculation> answered -> answered.answer().exact().toString();
      case Outcome.Refused<Calculation> refused -> "refused";
    };
  }
}
