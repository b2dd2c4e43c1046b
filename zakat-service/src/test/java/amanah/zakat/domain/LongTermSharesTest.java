package amanah.zakat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.rule.InvestmentRule;
import amanah.zakat.domain.rule.LongTermShares;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.MonetaryAsset.Shares;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.domain.wealth.ShareHolding.LongTerm;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shares kept for their income under rules that count dividends, which no bundled profile has. */
final class LongTermSharesTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Optional<Money> RECEIVED = Optional.of(Money.parse("9000", DOLLAR));
  private static final RuleSet RULES = counting(LongTermShares.DIVIDENDS);

  @Test
  void dividends_count_as_cash() {
    Calculation calculation =
        Shorthand.answer(shares(new LongTerm(Optional.empty(), RECEIVED)), RULES);

    assertThat(calculation.zakat().amount()).isEqualTo("225.00");
    assertThat(calculation.lines().getFirst().explanation())
        .startsWith("dividends of long-term shares counts 9000.00 USD");
  }

  @Test
  void a_zakatable_share_that_is_known_wins() {
    Optional<Share> half = Optional.of(Share.percent("50"));

    Calculation calculation = Shorthand.answer(shares(new LongTerm(half, RECEIVED)), RULES);

    assertThat(calculation.zakat().amount()).isEqualTo("500.00");
  }

  @Test
  void without_either_it_is_asked_for() {
    Refusal refusal =
        Shorthand.refusal(shares(new LongTerm(Optional.empty(), Optional.empty())), RULES);

    assertThat(refusal)
        .isEqualTo(
            new Refusal.InvalidField(
                "assets[0].dividends",
                "assets[0].dividends is missing, expected what was received in the year, or a"
                    + " zakatableShare, under rules that count dividends"));
  }

  private static Holdings shares(LongTerm holding) {
    return new Holdings(
        DOLLAR,
        List.of(new Shares(Money.parse("40000", DOLLAR), holding)),
        List.of(),
        new Prices(Optional.of(new BigDecimal("100")), Optional.empty()));
  }

  private static RuleSet counting(LongTermShares longTermShares) {
    RuleSet rules = Shorthand.rules("aaoifi@1");
    return new RuleSet(
        rules.id(),
        rules.nisab(),
        rules.year(),
        rules.hawl(),
        rules.rounding(),
        rules.debts(),
        rules.wornJewellery(),
        new InvestmentRule(
            Sourced.requested(longTermShares),
            rules.investments().sharesProxy(),
            rules.investments().pensionProxy()),
        rules.income(),
        rules.crops(),
        rules.rikazRate(),
        rules.mines(),
        rules.camels(),
        rules.fitrKilograms(),
        rules.inputs());
  }
}
