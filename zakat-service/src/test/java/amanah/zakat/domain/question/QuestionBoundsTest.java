package amanah.zakat.domain.question;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.money.Money;
import amanah.zakat.domain.hawl.DatedBalance;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.Prices;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QuestionBoundsTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Money ONE = Money.of(100, DOLLAR);

  private static FullQuestion question(List<Asset> assets, List<Liability> liabilities) {
    return new FullQuestion(
        Optional.empty(),
        DOLLAR,
        Optional.empty(),
        Prices.NONE,
        Settings.NONE,
        assets,
        liabilities);
  }

  @Test
  void more_assets_or_liabilities_than_one_answer_holds_are_refused() {
    List<Asset> assets = Collections.nCopies(FullQuestion.ITEMS_MAX + 1, new LoneAsset.Rikaz(ONE));
    List<Liability> liabilities =
        Collections.nCopies(FullQuestion.ITEMS_MAX + 1, new Liability.Instalments(ONE, ONE));

    assertThatThrownBy(() -> question(assets, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("assets has 201 items, expected at most 200");
    assertThatThrownBy(() -> question(List.of(), liabilities))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("liabilities has 201 items, expected at most 200");
  }

  @Test
  void more_balances_than_are_looked_through_at_once_are_refused() {
    List<DatedBalance> balances =
        Collections.nCopies(
            HawlQuestion.BALANCES_MAX + 1, new DatedBalance(LocalDate.of(2026, 1, 1), ONE));

    assertThatThrownBy(
            () ->
                new HawlQuestion(Optional.empty(), Settings.NONE, ONE, Optional.empty(), balances))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("balances has 1001 items, expected at most 1000");
  }
}
