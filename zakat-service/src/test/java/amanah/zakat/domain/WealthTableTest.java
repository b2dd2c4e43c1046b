package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.zakat.domain.wealth.Holdings;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book of wealth counted in money, one line a case. */
final class WealthTableTest {

  @ParameterizedTest(name = "{0}: {3} less {4} is {5}, {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# rules                          | cur | prices                | assets                                       | debts | zakat      | exact
# The nisab: reaching it is due, unless the setting says otherwise.
aaoifi                           | EUR | gold=51               | gold 84.99                                   |       | 0.00       | 0
aaoifi                           | EUR | gold=51               | gold 85                                      |       | 108.38     | 108.375
aaoifi                           | EUR | gold=51               | gold 85.01                                   |       | 108.39     | 108.38775
aaoifi exclusive                 | EUR | gold=51               | gold 84.99                                   |       | 0.00       | 0
aaoifi exclusive                 | EUR | gold=51               | gold 85                                      |       | 0.00       | 0
aaoifi exclusive                 | EUR | gold=51               | gold 85.01                                   |       | 108.39     | 108.38775
aaoifi gold=84.7                 | EUR | gold=51               | gold 85                                      |       | 108.38     | 108.375
uk-hanafi                        | GBP | gold=20               | cash 1749.59                                 |       | 0.00       | 0
uk-hanafi                        | GBP | gold=20               | cash 1749.60                                 |       | 43.74      | 43.74
aaoifi silver silver=592.9       | EUR | silver=0.46           | silver 600                                   |       | 6.90       | 6.9
aaoifi silver                    | EUR | silver=0.46           | silver 594.99                                |       | 0.00       | 0
aaoifi silver                    | EUR | silver=0.46           | silver 595                                   |       | 6.85       | 6.8425
aaoifi lower_of_two              | USD | gold=100 silver=1     | cash 595                                     |       | 14.88      | 14.875
aaoifi lower_of_two              | USD | gold=1 silver=100     | cash 85                                      |       | 2.13       | 2.125
aaoifi gold                      | USD | gold=100 silver=1     | cash 595                                     |       | 0.00       | 0
hanafi-classical                 | USD | gold=100 silver=1     | cash 612.35                                  |       | 0.00       | 0
hanafi-classical                 | USD | gold=100 silver=1     | cash 612.36                                  |       | 15.31      | 15.309
# Gold and silver: pure weight at the price of the day; karats have thirds.
aaoifi                           | IDR | gold=1000000          | gold 100                                     |       | 2500000.00 | 2500000
aaoifi                           | IDR | gold=1000000          | gold 100 22k                                 |       | 2291666.67 | 2291666.66666666666666666666
aaoifi floor                     | IDR | gold=1000000          | gold 100 22k                                 |       | 2291666.66 | 2291666.66666666666666666666
aaoifi                           | IDR | gold=1000000          | gold 100 916f                                |       | 2290000.00 | 2290000
aaoifi                           | IDR | gold=1000000          | gold 113.34 18k                              |       | 2125125.00 | 2125125
aaoifi                           | IDR | gold=1000000          | gold 113.33 18k                              |       | 0.00       | 0
aaoifi                           | IDR | gold=1000000          | gold 170 12k                                 |       | 2125000.00 | 2125000
aaoifi silver                    | EUR | silver=1              | silver 1000 925f                             |       | 23.13      | 23.125
aaoifi                           | USD | gold=100              | gold 100 worn                                |       | 0.00       | 0
aaoifi due                       | USD | gold=100              | gold 100 worn                                |       | 250.00     | 250
uk-hanafi                        | USD | gold=100              | gold 100 worn                                |       | 250.00     | 250
uk-hanafi exempt                 | USD | gold=100              | gold 100 worn + gold 88                      |       | 220.00     | 220
aaoifi silver                    | EUR | silver=1              | silver 600 worn                              |       | 0.00       | 0
aaoifi silver due                | EUR | silver=1              | silver 600 worn                              |       | 15.00      | 15
uk-hanafi silver                 | EUR | silver=1              | silver 612.36 worn                           |       | 15.31      | 15.309
# Cash: impure interest is deducted.
aaoifi                           | IDR | gold=300000           | cash 30500000 500000                         |       | 750000.00  | 750000
aaoifi                           | IDR | gold=300000           | cash 25999999 500000                         |       | 0.00       | 0
aaoifi                           | IDR | gold=300000           | cash 26000000 500000                         |       | 637500.00  | 637500
# Business.
aaoifi                           | IDR | gold=918000           | business 200M 0 50M                          |       | 3750000.00 | 3750000
aaoifi                           | IDR | gold=918000           | business 200M                                | 50M now | 3750000.00 | 3750000
aaoifi                           | USD | gold=100              | business 8499                                |       | 0.00       | 0
aaoifi                           | USD | gold=100              | business 8500                                |       | 212.50     | 212.5
aaoifi                           | USD | gold=100              | business 8501                                |       | 212.53     | 212.525
aaoifi half_up                   | USD | gold=100              | business 8501                                |       | 212.53     | 212.525
aaoifi floor                     | USD | gold=100              | business 8501                                |       | 212.52     | 212.525
aaoifi half_up                   | USD | gold=100              | business 8500.10                             |       | 212.50     | 212.5025
aaoifi                           | USD | gold=100              | business 8500.10                             |       | 212.51     | 212.5025
aaoifi                           | USD | gold=100              | business 6000 4000 1000                      |       | 225.00     | 225
aaoifi                           | USD | gold=100              | business 100 0 9000 + cash 9000              |       | 225.00     | 225
# Receivables by their quality.
aaoifi                           | USD | gold=100              | receivable 10000 strong                      |       | 250.00     | 250
aaoifi                           | USD | gold=100              | receivable 10000 medium                      |       | 0.00       | 0
aaoifi                           | USD | gold=100              | receivable 10000 weak                        |       | 0.00       | 0
aaoifi                           | USD | gold=100              | receivable 10000 bad                         |       | 0.00       | 0
# Shares, pension, crypto.
aaoifi                           | USD | gold=100              | shares 10000 trading                         |       | 250.00     | 250
aaoifi                           | USD | gold=100              | shares 40000 long_term                       |       | 250.00     | 250
aaoifi                           | USD | gold=100              | shares 40000 long_term 0.4                   |       | 400.00     | 400
aaoifi                           | USD | gold=100              | shares 40000 long_term 0                     |       | 0.00       | 0
aaoifi                           | USD | gold=20               | pension 5000 proxy 0.27 + pension 5000 proxy 0.15 | | 52.50     | 52.5
aaoifi                           | USD | gold=20               | pension 10000 proxy                          |       | 62.50      | 62.5
aaoifi                           | USD | gold=20               | pension 10000 accessible 5500                |       | 112.50     | 112.5
aaoifi                           | USD | gold=20               | pension 10000 on_receipt                     |       | 0.00       | 0
aaoifi                           | USD | gold=100              | crypto 8500                                  |       | 212.50     | 212.5
# One pool, one nisab.
aaoifi                           | USD | gold=100              | cash 4000 + crypto 4499                      |       | 0.00       | 0
aaoifi                           | USD | gold=100              | cash 4000 + crypto 4500                      |       | 212.50     | 212.5
aaoifi                           | USD | gold=100              | gold 42.5 + cash 4250                        |       | 212.50     | 212.5
# Debts by the policy; of an instalment loan only the next twelve instalments.
aaoifi debts:none                | USD | gold=10               | cash 10000                                   | 1000 now + 2000 next_12_months + 4000 later | 250.00 | 250
aaoifi debts:due_now             | USD | gold=10               | cash 10000                                   | 1000 now + 2000 next_12_months + 4000 later | 225.00 | 225
aaoifi debts:next_12_months      | USD | gold=10               | cash 10000                                   | 1000 now + 2000 next_12_months + 4000 later | 175.00 | 175
aaoifi debts:all                 | USD | gold=10               | cash 10000                                   | 1000 now + 2000 next_12_months + 4000 later | 75.00  | 75
aaoifi                           | USD | gold=10               | cash 10000                                   | 100 of 50000 monthly  | 220.00 | 220
aaoifi                           | USD | gold=10               | cash 10000                                   | 100 of 700 monthly    | 232.50 | 232.5
aaoifi debts:all                 | USD | gold=10               | cash 10000                                   | 100 of 700 monthly    | 232.50 | 232.5
aaoifi debts:due_now             | USD | gold=10               | cash 10000                                   | 100 of 70 monthly     | 248.25 | 248.25
hanafi-classical                 | USD | gold=10 silver=1      | cash 10000                                   | 4000 later            | 150.00 | 150
uk-hanafi                        | USD | gold=10               | cash 10000                                   | 4000 later            | 250.00 | 250
aaoifi debts:none                | USD | gold=10               | cash 10000                                   | 100 of 50000 monthly  | 250.00 | 250
aaoifi debts:due_now             | USD | gold=10               | cash 10000                                   | 100 of 50000 monthly  | 247.50 | 247.5
aaoifi debts:all                 | USD | gold=10               | cash 10000                                   | 100 of 50000 monthly  | 220.00 | 220
aaoifi                           | USD | gold=10               | cash 10000                                   | 20000 now             | 0.00   | 0
aaoifi                           | USD | gold=100              | cash 9000                                    | 501 now               | 0.00   | 0
# The year.
aaoifi solar                     | USD | gold=100              | cash 10000                                   |       | 257.70     | 257.7
baznas-2025 solar                | IDR | gold=1000000          | cash 100M                                    |       | 2575000.00 | 2575000
baznas-2026 solar                | IDR | gold=1000000          | cash 100M                                    |       | 2575000.00 | 2575000
uk-hanafi solar                  | GBP | gold=100              | cash 10000                                   |       | 257.70     | 257.7
hanafi-classical solar           | USD | gold=100 silver=1     | cash 10000                                   |       | 257.70     | 257.7
# Currencies with other minor units.
aaoifi                           | JPY | gold=10000            | cash 850001                                  |       | 21251      | 21250.025
aaoifi                           | KWD | gold=20               | cash 1700.001                                |       | 42.501     | 42.500025
""")
  void monetary_wealth(
      String rules,
      String currency,
      @Nullable String prices,
      String assets,
      @Nullable String debts,
      String zakat,
      BigDecimal exact) {
    Holdings holdings = Shorthand.holdings(currency, prices, assets, debts);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules(rules));

    assertThat(calculation.zakat().amount()).isEqualTo(zakat);
    assertThat(calculation.exact().decimal()).isEqualByComparingTo(exact);
    assertThat(calculation.due()).isEqualTo(exact.signum() > 0);
    assertThat(calculation.lines()).hasSameSizeAs(holdings.assets());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# rules             | cur | prices    | assets                    | zakat      | exact
# Treasure: a fifth, no nisab, no debts.
aaoifi              | USD |           | rikaz 270000              | 54000.00   | 54000
aaoifi              | USD |           | rikaz 0.01                | 0.01       | 0.002
# Mines: the gold nisab, or a fifth from the first piece on.
aaoifi              | USD | gold=100  | mine 8499                 | 0.00       | 0
aaoifi              | USD | gold=100  | mine 8500                 | 212.50     | 212.5
aaoifi silver       | USD | gold=100  | mine 8499                 | 0.00       | 0
hanafi-classical    | USD |           | mine 8499                 | 1699.80    | 1699.8
uk-hanafi           | USD |           | mine 0.01                 | 0.01       | 0.002
# Income: the published nisab of its period.
baznas-2026         | IDR |           | income 7640143 0 month    | 0.00       | 0
baznas-2026         | IDR |           | income 7640144 0 month    | 191003.60  | 191003.6
baznas-2026         | IDR |           | income 91681727 0 year    | 0.00       | 0
baznas-2026         | IDR |           | income 91681728 0 year    | 2292043.20 | 2292043.2
baznas-2025         | IDR |           | income 7140497 0 month    | 0.00       | 0
baznas-2025         | IDR |           | income 7140498 0 month    | 178512.45  | 178512.45
baznas-2025         | IDR |           | income 85685971 0 year    | 0.00       | 0
baznas-2025         | IDR |           | income 85685972 0 year    | 2142149.30 | 2142149.3
baznas-2026@1       | IDR |           | income 8000000 3000000 month | 200000.00 | 200000
aaoifi              | USD | gold=100  | income 8500 0 year        | 212.50     | 212.5
aaoifi              | USD | gold=100  | income 708.33 0 month     | 0.00       | 0
aaoifi              | USD | gold=100  | income 708.34 0 month     | 17.71      | 17.7085
aaoifi              | USD | gold=100  | income 9000 501 year      | 0.00       | 0
aaoifi              | USD | gold=100  | income 9000 500 year      | 212.50     | 212.5
aaoifi              | USD | gold=100  | income 100 500 year       | 0.00       | 0
# What stands alone is not held against the pool's nisab, nor lifts the pool above it.
aaoifi              | USD | gold=100  | cash 8499 + rikaz 100     | 20.00      | 20
aaoifi              | USD | gold=100  | cash 8500 + rikaz 100     | 232.50     | 232.5
# Kilograms with a price.
aaoifi              | IDR |           | fitr 5 2.5 11000          | 137500.00  | 137500
aaoifi              | USD |           | crops 1000 rain 0.5       | 50.00      | 50
""")
  void what_stands_alone(
      String rules,
      String currency,
      @Nullable String prices,
      String assets,
      String zakat,
      BigDecimal exact) {
    Holdings holdings = Shorthand.holdings(currency, prices, assets, null);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules(rules));

    assertThat(calculation.zakat().amount()).isEqualTo(zakat);
    assertThat(calculation.exact().decimal()).isEqualByComparingTo(exact);
    assertThat(calculation.due()).isEqualTo(exact.signum() > 0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# asset               | kilograms
crops 600 rain        | 0
crops 652.999 rain    | 0
crops 653 rain        | 65.3
crops 1000 rain       | 100
crops 1000 irrigated  | 50
crops 1000 mixed      | 75
fitr 5                | 12.5
fitr 5 2.7            | 13.5
fitr 0                | 0
""")
  void food_in_kind(String asset, BigDecimal kilograms) {
    Holdings holdings = Shorthand.holdings("IDR", null, asset, null);

    Calculation calculation = Shorthand.answer(holdings, Shorthand.rules("aaoifi"));

    assertThat(calculation.lines())
        .singleElement()
        .isInstanceOfSatisfying(
            Line.InKilograms.class,
            line -> {
              assertThat(line.kilogramsDue().decimal()).isEqualByComparingTo(kilograms);
              assertThat(line.worth()).isEmpty();
            });
    assertThat(calculation.due()).isEqualTo(kilograms.signum() > 0);
    assertThat(calculation.zakat().isZero()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1} with nisab {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# rules           | wealth    | nisab   | due   | zakat    | exact
aaoifi            | 8499.99   | 8500    | false | 0.00     | 0
aaoifi            | 8500      | 8500    | true  | 212.50   | 212.5
aaoifi            | 8501      | 8500    | true  | 212.53   | 212.525
aaoifi exclusive  | 8500      | 8500    | false | 0.00     | 0
aaoifi exclusive  | 8500.01   | 8500    | true  | 212.51   | 212.50025
aaoifi solar      | 10000     | 8500    | true  | 257.70   | 257.7
aaoifi floor      | 8501      | 8500    | true  | 212.52   | 212.525
aaoifi            | 0         | 0       | false | 0.00     | 0
aaoifi            | 0.01      | 0       | true  | 0.01     | 0.00025
""")
  void the_simple_question(
      String rules, String wealth, String nisab, boolean due, String zakat, BigDecimal exact) {
    Currency dollar = Currency.getInstance("USD");

    Outcome<WealthZakat> outcome =
        Zakat.ofWealth(
            Money.parse(wealth, dollar), Money.parse(nisab, dollar), Shorthand.rules(rules));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    WealthZakat answer = ((Outcome.Answered<WealthZakat>) outcome).answer();
    assertThat(answer.due()).isEqualTo(due);
    assertThat(answer.zakat().amount()).isEqualTo(zakat);
    assertThat(answer.exact().decimal()).isEqualByComparingTo(exact);
    assertThat(answer.nisab()).isEqualTo(Money.parse(nisab, dollar));
  }
}
