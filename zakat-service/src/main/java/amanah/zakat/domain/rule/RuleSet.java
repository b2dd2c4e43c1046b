package amanah.zakat.domain.rule;

import amanah.money.Share;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * All rules of one profile: published positions that the software offers and does not rule upon.
 *
 * @param id the profile's name and version
 * @param nisab of monetary wealth
 * @param year the rate of monetary wealth by calendar
 * @param hawl what it means that a year has passed
 * @param rounding from exact to payable
 * @param debts which debts are taken off
 * @param wornJewellery whether it counts
 * @param investments shares and pensions
 * @param income earned income
 * @param crops the harvest
 * @param rikazRate of treasure: 20 %, "in rikaz is the fifth" (Bukhari 1499)
 * @param mines what a mine gives
 * @param camels how camels beyond 120 are counted
 * @param fitrKilograms of staple food for each head: one sa'
 * @param inputs what is accepted as the ground of an answer
 */
public record RuleSet(
    RuleSetId id,
    NisabRule nisab,
    YearRule year,
    Sourced<HawlReading> hawl,
    Sourced<Rounding> rounding,
    Sourced<DebtPolicy> debts,
    Sourced<WornJewellery> wornJewellery,
    InvestmentRule investments,
    IncomeRule income,
    CropRule crops,
    Sourced<Share> rikazRate,
    MineRule mines,
    Sourced<CamelReading> camels,
    Sourced<BigDecimal> fitrKilograms,
    InputRule inputs) {

  /** The same rules with what the caller asked for in place of the profile's. */
  public RuleSet with(Settings settings) {
    return new RuleSet(
        id,
        new NisabRule(
            chosen(settings.nisabBasis(), nisab.basis()),
            chosen(settings.goldNisabGrams(), nisab.goldGrams()),
            chosen(settings.silverNisabGrams(), nisab.silverGrams()),
            chosen(settings.nisabComparison(), nisab.comparison()),
            nisab.metalAlone()),
        new YearRule(chosen(settings.year(), year.kind()), year.lunarRate(), year.solarRate()),
        hawl,
        chosen(settings.rounding(), rounding),
        chosen(settings.debts(), debts),
        chosen(settings.wornJewellery(), wornJewellery),
        investments,
        income,
        crops,
        rikazRate,
        mines,
        camels,
        fitrKilograms,
        inputs);
  }

  /** The same rules with a newer published nisab of income. */
  public RuleSet withIncomeNisab(Sourced<IncomeNisab> incomeNisab) {
    return new RuleSet(
        id,
        nisab,
        year,
        hawl,
        rounding,
        debts,
        wornJewellery,
        investments,
        new IncomeRule(income.rate(), income.base(), incomeNisab),
        crops,
        rikazRate,
        mines,
        camels,
        fitrKilograms,
        inputs);
  }

  /** Whether a declared field that these rules have no use for is refused. */
  public boolean refusesUnused() {
    return inputs.unusedFields().value() == UnusedFields.REFUSED;
  }

  /**
   * Whether a figure takes the place of the profile's own nisab of income: only where an authority
   * publishes one, and only in its currency.
   */
  public boolean publishes(IncomeNisab.Published figure) {
    return income.nisab().value() instanceof IncomeNisab.Published own
        && own.year().currency().equals(figure.year().currency());
  }

  private static <T> Sourced<T> chosen(Optional<T> asked, Sourced<T> published) {
    return asked.map(Sourced::requested).orElse(published);
  }
}
