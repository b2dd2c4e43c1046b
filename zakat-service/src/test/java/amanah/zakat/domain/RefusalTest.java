package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.LoneAsset.Income;
import amanah.zakat.domain.wealth.LoneAsset.Mine;
import amanah.zakat.domain.wealth.LoneAsset.Rikaz;
import amanah.zakat.domain.wealth.MonetaryAsset.Business;
import amanah.zakat.domain.wealth.MonetaryAsset.Cash;
import amanah.zakat.domain.wealth.MonetaryAsset.Crypto;
import amanah.zakat.domain.wealth.MonetaryAsset.Pension;
import amanah.zakat.domain.wealth.MonetaryAsset.Receivable;
import amanah.zakat.domain.wealth.MonetaryAsset.Shares;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.domain.wealth.ReceivableQuality;
import amanah.zakat.domain.wealth.ShareHolding;
import amanah.zakat.domain.wealth.Species;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and with which words; nothing is guessed. */
final class RefusalTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Currency EURO = Currency.getInstance("EUR");

  @ParameterizedTest(name = "{0}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
# rules               | cur | prices   | asset                  | refusal
aaoifi                | USD |          | cash 100               | the price of gold in USD is missing, needed for the nisab of 85 g of gold
aaoifi                | USD | silver=1 | cash 100               | the price of gold in USD is missing, needed for the nisab of 85 g of gold
aaoifi silver         | USD | gold=1   | cash 100               | the price of silver in USD is missing, needed for the nisab of 595 g of silver
aaoifi lower_of_two   | USD | gold=1   | cash 100               | the price of silver in USD is missing, needed for the nisab of 595 g of silver
aaoifi silver         | USD | silver=1 | gold 100               | the price of gold in USD is missing, needed for 100 g of gold
aaoifi                | USD | gold=1   | silver 10              | the price of silver in USD is missing, needed for 10 g of silver
aaoifi                | USD |          | mine 100               | the price of gold in USD is missing, needed for the nisab of 85 g of gold
aaoifi                | USD |          | income 100 0 month     | the price of gold in USD is missing, needed for the nisab of 85 g of gold
baznas-2026           | USD | gold=1   | income 100 0 month     | the price of the nisab of income in USD is missing, needed for income under baznas-2026 v2, which publishes it in IDR
""")
  void a_missing_price(
      String rules, String currency, @Nullable String prices, String asset, String detail) {
    Holdings holdings = Shorthand.holdings(currency, prices, asset, null);

    Refusal refusal = Shorthand.refusal(holdings, Shorthand.rules(rules));

    assertThat(refusal).isInstanceOf(Refusal.PriceMissing.class);
    assertThat(refusal.detail()).isEqualTo(detail);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"rikaz 100", "crops 1000 rain", "sheep 40", "fitr 2"})
  void what_needs_no_price_is_answered_without(String asset) {
    Holdings holdings = Shorthand.holdings("USD", null, asset, null);

    assertThat(Shorthand.answer(holdings, Shorthand.rules("aaoifi")).due()).isTrue();
  }

  @Test
  void worn_gold_that_is_exempt_needs_no_price_of_its_own() {
    Holdings holdings = Shorthand.holdings("USD", "silver=1", "gold 100 worn + cash 595", null);

    assertThat(Shorthand.answer(holdings, Shorthand.rules("aaoifi silver")).due()).isTrue();
  }

  @Test
  void two_currencies_do_not_meet() {
    Cash dollars = new Cash(Money.of(100, DOLLAR), Money.zero(DOLLAR));
    Cash euros = new Cash(Money.of(100, EURO), Money.zero(EURO));
    Holdings holdings = new Holdings(DOLLAR, List.of(dollars, euros), List.of(), Prices.NONE);

    assertThat(Shorthand.refusal(holdings, Shorthand.rules("aaoifi")))
        .isEqualTo(new Refusal.CurrencyMismatch("assets[1].value", EURO, DOLLAR));
  }

  static Stream<Arguments> inEuros() {
    Money dollars = Money.of(500, DOLLAR);
    Money euros = Money.of(100, EURO);
    return Stream.of(
        Arguments.of("value", new Cash(euros, dollars)),
        Arguments.of("impureInterest", new Cash(dollars, euros)),
        Arguments.of("currentAssets", new Business(euros, dollars, dollars)),
        Arguments.of("receivables", new Business(dollars, euros, dollars)),
        Arguments.of("shortTermLiabilities", new Business(dollars, dollars, euros)),
        Arguments.of("value", new Receivable(euros, ReceivableQuality.BAD)),
        Arguments.of("value", new Shares(euros, new ShareHolding.Trading())),
        Arguments.of("dividends", new Shares(dollars, kept(Optional.of(euros)))),
        Arguments.of("value", pension(euros, dollars)),
        Arguments.of("penalty", pension(dollars, euros)),
        Arguments.of("value", new Crypto(euros)),
        Arguments.of("value", new Income(euros, dollars, IncomePeriod.YEAR)),
        Arguments.of("needs", new Income(dollars, euros, IncomePeriod.YEAR)),
        Arguments.of("value", new Rikaz(euros)),
        Arguments.of("value", new Mine(euros)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("inEuros")
  void an_amount_of_an_asset_in_another_currency(String field, Asset asset) {
    Holdings holdings = new Holdings(DOLLAR, List.of(asset), List.of(), Prices.NONE);

    assertThat(Shorthand.refusal(holdings, Shorthand.rules("aaoifi")))
        .isEqualTo(new Refusal.CurrencyMismatch("assets[0]." + field, EURO, DOLLAR));
  }

  @Test
  void an_amount_of_a_debt_in_another_currency() {
    Money dollars = Money.of(500, DOLLAR);
    Money euros = Money.of(100, EURO);

    assertThat(refused(new Liability.Debt(euros, DebtTerm.NOW)))
        .isEqualTo(new Refusal.CurrencyMismatch("liabilities[0].value", EURO, DOLLAR));
    assertThat(refused(new Liability.Instalments(euros, dollars)))
        .isEqualTo(new Refusal.CurrencyMismatch("liabilities[0].monthly", EURO, DOLLAR));
    assertThat(refused(new Liability.Instalments(dollars, euros)))
        .isEqualTo(new Refusal.CurrencyMismatch("liabilities[0].total", EURO, DOLLAR));
  }

  private static Refusal refused(Liability liability) {
    return Shorthand.refusal(
        new Holdings(DOLLAR, List.of(), List.of(liability), Prices.NONE),
        Shorthand.rules("aaoifi"));
  }

  private static Pension pension(Money value, Money penalty) {
    return new Pension(value, PensionMethod.ACCESSIBLE, Optional.empty(), penalty);
  }

  private static ShareHolding kept(Optional<Money> dividends) {
    return new ShareHolding.LongTerm(Optional.empty(), dividends);
  }

  @Test
  void the_simple_question_in_two_currencies() {
    assertThat(Zakat.ofWealth(Money.of(1, DOLLAR), Money.of(1, EURO), Shorthand.rules("aaoifi")))
        .isEqualTo(new Outcome.Refused<>(new Refusal.CurrencyMismatch("nisab", EURO, DOLLAR)));
  }

  @Test
  void the_simple_question_with_negative_wealth() {
    assertThat(Zakat.ofWealth(Money.of(-1, DOLLAR), Money.of(1, DOLLAR), Shorthand.rules("aaoifi")))
        .isEqualTo(
            new Outcome.Refused<>(
                new Refusal.InvalidField(
                    "wealth", "wealth -0.01 USD is negative, expected 0 or more")));
  }

  @Test
  void zakat_beyond_a_long_of_minor_units() {
    Holdings holdings =
        Shorthand.holdings("USD", "gold=999999999999999999", "gold 999999999999999999", null);

    assertThat(Shorthand.refusal(holdings, Shorthand.rules("aaoifi")))
        .isInstanceOf(Refusal.TooLarge.class);
  }

  @Test
  void a_herd_with_prices_of_other_animals() {
    Refusal refusal = Shorthand.refusal(herd(Animal.MUSINNAH), Shorthand.rules("aaoifi"));

    assertThat(refusal.detail())
        .isEqualTo(
            "the price of tabi' in USD is missing, needed for the worth of 1 tabi' + 1 musinnah");
  }

  @Test
  void negative_and_impossible_declarations() {
    assertThatThrownBy(() -> Shorthand.holdings("USD", null, "gold -1", null))
        .hasMessage("grams -1 is refused, expected 0 or more");
    assertThatThrownBy(() -> Shorthand.holdings("USD", null, "gold 1 25k", null))
        .hasMessage("karat 25 is refused, expected at most 24");
    assertThatThrownBy(() -> Shorthand.holdings("USD", null, "gold 1 1001f", null))
        .hasMessage("fineness 1001 is refused, expected at most 1000");
    assertThatThrownBy(() -> Shorthand.holdings("USD", null, "cash 1 2", null))
        .hasMessage("impureInterest 2.00 USD is refused, expected at most the value 1.00 USD");
    assertThatThrownBy(() -> Shorthand.holdings("USD", null, "sheep 100001", null))
        .hasMessage("count 100001 is refused, expected 0 to 100000");
    assertThatThrownBy(() -> Shorthand.holdings("USD", "gold=0", "cash 1", null))
        .hasMessage("prices.gold 0 is refused, expected more than 0");
    assertThatThrownBy(() -> Shorthand.holdings("USD", null, "gold 1E+99999999", null))
        .hasMessage(
            "grams has 100000000 digits before its point and 0 behind it, expected at most 18 on"
                + " either side");
  }

  private static Holdings herd(Animal priced) {
    Herd herd = new Herd(Species.CATTLE, 70, Map.of(priced, BigDecimal.TEN));
    return new Holdings(DOLLAR, List.of(herd), List.of(), Prices.NONE);
  }
}
