package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.wealth.Holdings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that were published with the rules, each a row, with every figure it names. */
final class PublishedExamplesTest {

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# rules                    | cur | prices       | assets                                            | debts   | base / nisab / zakat / exact
aaoifi                     | IDR | gold=1000000 | gold 100                                          |         | 100000000 / 85000000 / 2500000.00 / 2500000
aaoifi                     | IDR | gold=918000  | business 200M                                     | 50M now | 150000000 / 78030000 / 3750000.00 / 3750000
aaoifi                     | IDR | gold=918000  | business 200M 0 50M                               |         | 150000000 / 78030000 / 3750000.00 / 3750000
aaoifi                     | IDR | gold=300000  | cash 30500000 500000                              |         | 30000000 / 25500000 / 750000.00 / 750000
aaoifi silver silver=592.9 | EUR | silver=0.46  | silver 600                                        |         | 276 / 272.734 / 6.90 / 6.9
aaoifi gold=84.7           | EUR | gold=51      | gold 85                                           |         | 4335 / 4319.7 / 108.38 / 108.375
uk-hanafi                  | GBP | gold=20      | cash 1749.60                                      |         | 1749.6 / 1749.6 / 43.74 / 43.74
aaoifi                     | GBP | gold=20      | pension 5000 proxy 0.27 + pension 5000 proxy 0.15 |         | 2100 / 1700 / 52.50 / 52.5
aaoifi                     | USD | gold=100     | business 8499                                     |         | 8499 / 8500 / 0.00 / 0
aaoifi                     | USD | gold=100     | business 8500                                     |         | 8500 / 8500 / 212.50 / 212.5
aaoifi                     | USD | gold=100     | business 8501                                     |         | 8501 / 8500 / 212.53 / 212.525
""")
  void of_monetary_wealth(
      String rules,
      String currency,
      String prices,
      String assets,
      @Nullable String debts,
      String expected) {
    Holdings holdings = Shorthand.holdings(currency, prices, assets, debts);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules(rules));

    Pool pool = calculation.pool().orElseThrow();
    assertThat(
            "%s / %s / %s / %s"
                .formatted(
                    pool.base(), pool.nisab(), calculation.zakat().amount(), calculation.exact()))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
# rules       | cur | asset                  | in kind                                | zakat      | exact
aaoifi        | IDR | rikaz 270000           |                                        | 54000.00   | 54000
baznas-2026   | IDR | income 7640143 0 month |                                        | 0.00       | 0
baznas-2026   | IDR | income 7640144 0 month |                                        | 191003.60  | 191003.6
aaoifi        | IDR | crops 1000 rain        | 100 kg                                 | 0.00       | 0
aaoifi        | IDR | crops 1000 irrigated   | 50 kg                                  | 0.00       | 0
aaoifi        | IDR | crops 1000 mixed       | 75 kg                                  | 0.00       | 0
aaoifi        | IDR | crops 600 rain         | 0 kg                                   | 0.00       | 0
aaoifi        | IDR | sheep 39               | none                                   | 0.00       | 0
aaoifi        | IDR | sheep 40               | 1 sheep                                | 0.00       | 0
aaoifi        | IDR | sheep 120              | 1 sheep                                | 0.00       | 0
aaoifi        | IDR | sheep 121              | 2 sheep                                | 0.00       | 0
aaoifi        | IDR | sheep 350              | 3 sheep                                | 0.00       | 0
aaoifi        | IDR | cattle 70              | 1 tabi' + 1 musinnah                   | 0.00       | 0
aaoifi        | IDR | cattle 110             | 1 tabi' + 2 musinnah                   | 0.00       | 0
aaoifi        | IDR | cattle 120             | 4 tabi' or 3 musinnah                  | 0.00       | 0
aaoifi        | IDR | camels 24              | 4 sheep                                | 0.00       | 0
aaoifi        | IDR | camels 25              | 1 bint makhad                          | 0.00       | 0
aaoifi        | IDR | camels 76              | 2 bint labun                           | 0.00       | 0
aaoifi        | IDR | camels 121             | 3 bint labun                           | 0.00       | 0
aaoifi        | IDR | camels 140             | 1 bint labun + 2 hiqqah                | 0.00       | 0
aaoifi        | IDR | fitr 5 2.5             | 12.5 kg                                | 0.00       | 0
aaoifi        | IDR | fitr 5 2.5 11000       | 12.5 kg                                | 137500.00  | 137500
""")
  void of_what_stands_alone(
      String rules,
      String currency,
      String asset,
      @Nullable String inKind,
      String zakat,
      BigDecimal exact) {
    Holdings holdings = Shorthand.holdings(currency, null, asset, null);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules(rules));

    assertThat(inKind(calculation.lines().getFirst())).isEqualTo(inKind == null ? "" : inKind);
    assertThat(calculation.zakat().amount()).isEqualTo(zakat);
    assertThat(calculation.exact().decimal()).isEqualByComparingTo(exact);
  }

  private static String inKind(Line line) {
    return switch (line) {
      case Line.InMoney money -> "";
      case Line.InAnimals animals -> choices(animals);
      case Line.InKilograms weight -> weight.kilogramsDue() + " kg";
    };
  }

  private static String choices(Line.InAnimals animals) {
    StringBuilder words = new StringBuilder(animals.inKind().toString());
    animals.alternatives().forEach(choice -> words.append(" or ").append(choice));
    return words.toString();
  }
}
