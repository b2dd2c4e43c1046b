package amanah.zakat.domain.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.DistributionId;
import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.arithmetic.Total;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be given away, in cents of a dollar. */
final class FundRulesTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");

  // spotless:off
  @ParameterizedTest(name = "{0}, now {1} to {2}: {3}")
  @CsvSource(delimiter = '|', textBlock = """
      # collected - refunded - to fuqara - to amil | now to   | amount | which is          | because
      100000 - 0 - 0 - 0                         | fuqara   | 100000 | allowed           | all of it may be given
      100000 - 0 - 0 - 0                         | fuqara   | 100001 | fund_exceeded     | a cent more than the fund holds
      100000 - 0 - 99999 - 0                     | masakin  |      1 | allowed           | the last cent
      100000 - 0 - 100000 - 0                    | riqab    |      1 | fund_exceeded     | nothing is left
      100000 - 40000 - 50000 - 0                 | gharimin |  10001 | fund_exceeded     | what was given back is not there
      100000 - 60000 - 50000 - 0                 | fuqara   |      1 | fund_exceeded     | more was given away than is left
      0 - 0 - 0 - 0                              | fuqara   |      1 | fund_exceeded     | nothing was collected
      100000 - 0 - 0 - 0                         | amil     |  12500 | allowed           | exactly an eighth
      100000 - 0 - 0 - 0                         | amil     |  12501 | amil_cap_exceeded | a cent more than an eighth
      100000 - 0 - 0 - 12499                     | amil     |      1 | allowed           | the eighth in two parts
      100000 - 0 - 0 - 12500                     | amil     |      1 | amil_cap_exceeded | the eighth was given before
      100007 - 0 - 0 - 0                         | amil     |  12500 | allowed           | an eighth of 100007 is 12500 and a fraction
      100007 - 0 - 0 - 0                         | amil     |  12501 | amil_cap_exceeded | the fraction is not rounded up
      100000 - 20000 - 0 - 0                     | amil     |  10000 | allowed           | an eighth of what was not given back
      100000 - 20000 - 0 - 0                     | amil     |  10001 | amil_cap_exceeded | the refunds count against amil
      100000 - 20000 - 0 - 12500                 | fuqara   |  67500 | allowed           | others get what is left
      800 - 0 - 700 - 0                          | amil     |    101 | fund_exceeded     | the fund before the cap
      100000 - 0 - 0 - 0                         | fuqara   |      0 | invalid_amount    | nothing is no distribution
      """)
  // spotless:on
  void a_fund_is_given_away_by_the_rules(
      String before, String asnaf, long amount, String outcome, String because) {
    Optional<RefusalCode> refused =
        FundRules.refusal(fund(before), distribution(asnaf, amount)).map(FundRefusal::code);

    assertThat(refused.map(code -> code.name().toLowerCase(Locale.ROOT)).orElse("allowed"))
        .as(because)
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @EnumSource(value = Asnaf.class, mode = EnumSource.Mode.EXCLUDE, names = "AMIL")
  void only_amil_has_a_cap(Asnaf asnaf) {
    CurrencyFund fund = CurrencyFund.empty(DOLLAR).reported(cents(100), cents(0));

    assertThat(FundRules.refusal(fund, distribution(asnaf.name(), 100))).isEmpty();
  }

  @Test
  void what_is_refused_names_what_the_fund_has() {
    CurrencyFund fund = CurrencyFund.empty(DOLLAR).reported(cents(100_000), cents(0));

    assertThat(FundRules.refusal(fund, distribution("AMIL", 12_501)).orElseThrow().detail())
        .isEqualTo(
            "amil would have had 125.01 USD, expected at most 125.00 USD, an eighth of the"
                + " 1000.00 USD that were collected");
  }

  @Test
  void a_refund_after_the_distribution_leaves_less_than_nothing() {
    CurrencyFund fund =
        CurrencyFund.empty(DOLLAR)
            .reported(cents(100), cents(0))
            .distributed(Asnaf.FUQARA, cents(100))
            .reported(cents(0), cents(30));

    assertThat(fund.available()).isEqualTo(Total.of(-30, DOLLAR));
    assertThat(fund.available()).hasToString("-0.30 USD");
  }

  @Test
  void the_fund_has_room_for_more_than_the_largest_amount() {
    CurrencyFund fund = CurrencyFund.empty(DOLLAR);
    for (int gift = 0; gift < 3; gift++) {
      fund = fund.reported(cents(Long.MAX_VALUE), cents(0));
    }

    assertThat(fund.available()).hasToString("276701161105643274.21 USD");
  }

  @Test
  void text_has_an_end() {
    assertThatThrownBy(
            () ->
                new Distribution(
                    DistributionId.of("d"),
                    Asnaf.AMIL,
                    cents(1),
                    Optional.of("x".repeat(201)),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("recipient has 201 characters, expected at most 200");
  }

  /** As requests count them: an emoji is one, whatever a string makes of it. */
  @Test
  void characters_of_text_are_counted_as_people_do() {
    Optional<String> longest = Optional.of("\uD83D\uDCA7".repeat(200));

    Distribution distribution =
        new Distribution(DistributionId.of("d"), Asnaf.AMIL, cents(1), longest, Optional.empty());

    assertThat(distribution.recipient()).isEqualTo(longest);
  }

  /** Collected, refunded, given to fuqara, given to amil. */
  private static CurrencyFund fund(String words) {
    long[] cents = Stream.of(words.split(" - ", -1)).mapToLong(Long::parseLong).toArray();
    return CurrencyFund.empty(DOLLAR)
        .reported(cents(cents[0]), cents(cents[1]))
        .distributed(Asnaf.FUQARA, cents(cents[2]))
        .distributed(Asnaf.AMIL, cents(cents[3]));
  }

  private static Distribution distribution(String asnaf, long amount) {
    return new Distribution(
        DistributionId.of("d"),
        Asnaf.valueOf(asnaf.toUpperCase(Locale.ROOT)),
        cents(amount),
        Optional.empty(),
        Optional.empty());
  }

  private static Money cents(long minor) {
    return Money.of(minor, DOLLAR);
  }
}
