package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.wealth.Holdings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A declared field has its effect or is refused, in every profile; the first versions of the
 * profiles pass it over as they did.
 */
final class UnusedFieldsTest {

  @ParameterizedTest(name = "{0}: {2} less {3} is {5}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
"""
# rules          | cur | assets                                        | debts   | first version | zakat, or why not
aaoifi           | USD | shares 40000 long_term dividends 9000         |         | 250.00     | 225.00
aaoifi           | USD | shares 40000 long_term dividends 0            |         | 250.00     | 0.00
baznas-2025      | IDR | shares 40000 long_term dividends 9000         |         | 250.00     | 225.00
baznas-2026      | IDR | shares 40000 long_term dividends 9000         |         | 250.00     | 225.00
hanafi-classical | USD | shares 40000 long_term dividends 9000         |         | 250.00     | 225.00
uk-hanafi        | USD | shares 40000 long_term dividends 9000         |         | 250.00     | 225.00
aaoifi           | USD | shares 40000 long_term 0.5                    |         | 500.00     | 500.00
aaoifi           | USD | shares 40000 long_term 0.5 dividends 9000     |         | 500.00     | assets[0].dividends stands beside zakatableShare, expected one of the two
uk-hanafi        | USD | cash 1 + shares 40000 long_term 0.5 dividends 9000 |    | 500.03     | assets[1].dividends stands beside zakatableShare, expected one of the two
baznas-2025      | IDR | income 8000000 3000000 month                  |         | 200000.00  | assets[0].needs 3000000.00 IDR would have no effect, since baznas-2025 v2 counts income before needs (BAZNAS, guidance for payers of zakat, baznas.go.id, as read, 2026), expected none
baznas-2026      | IDR | income 8000000 3000000 month                  |         | 200000.00  | assets[0].needs 3000000.00 IDR would have no effect, since baznas-2026 v2 counts income before needs (BAZNAS, guidance for payers of zakat, baznas.go.id, as read, 2026), expected none
baznas-2026      | IDR | income 8000000 0 month                        |         | 200000.00  | 200000.00
aaoifi           | USD | income 9000 500 year                          |         | 212.50     | 212.50
aaoifi           | USD | rikaz 100                                     | 50 now  | 20.00      | liabilities are taken off monetary wealth, of which nothing is declared, expected some or no liabilities
aaoifi           | USD | rikaz 100 + cash 10                           | 50 now  | 20.00      | 20.00
""")
  void of_every_profile(
      String rules,
      String currency,
      String assets,
      @Nullable String debts,
      String firstVersion,
      String answer) {
    Holdings holdings = Shorthand.holdings(currency, "gold=100 silver=10", assets, debts);

    assertThat(answer(holdings, rules + "@1")).isEqualTo(firstVersion);
    assertThat(answer(holdings, rules)).isEqualTo(answer);
  }

  private static String answer(Holdings holdings, String rules) {
    return switch (Zakat.of(holdings, Shorthand.rules(rules))) {
      case Outcome.Answered<Calculation> answered -> answered.answer().zakat().amount();
      case Outcome.Refused<Calculation> refused -> refused.refusal().detail();
    };
  }
}
