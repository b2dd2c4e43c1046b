package amanah.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WithdrawnCurrenciesTest {

  // spotless:off
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "EUR | 2026-11-30 | is one",
    "DEM | 2026-11-30 | was withdrawn on 2002-03-01, expected what took its place: EUR",
    "DEM | 2002-03-01 | was withdrawn on 2002-03-01, expected what took its place: EUR",
    "DEM | 2002-02-28 | is one",
    "HRK | 2026-11-30 | was withdrawn on 2023-01-15, expected what took its place: EUR",
    "HRK | 2023-01-14 | is one",
    "BGN | 2026-01-31 | is one",
    "BGN | 2026-02-01 | was withdrawn on 2026-02-01, expected what took its place: EUR",
    "CSD | 2026-11-30 | was withdrawn on 2006-10-25, expected what took its place: EUR, RSD"
  })
  // spotless:on
  void a_currency_is_one_to_pay_with_on_the_day(String code, LocalDate day, String says) {
    assertThat(
            WithdrawnCurrencies.find(Currency.getInstance(code), day)
                .map(withdrawn -> withdrawn.words().strip())
                .orElse("is one"))
        .isEqualTo(says);
  }
}
