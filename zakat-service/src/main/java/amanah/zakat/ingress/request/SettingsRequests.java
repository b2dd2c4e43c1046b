package amanah.zakat.ingress.request;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what callers ask for in place of a profile's choices. */
final class SettingsRequests {

  private static final Set<String> SETTINGS =
      Set.of(
          "nisabBasis",
          "goldNisabGrams",
          "silverNisabGrams",
          "year",
          "nisabComparison",
          "rounding",
          "debts",
          "wornJewellery");

  private static final Map<String, NisabBasis> BASES = Words.of(NisabBasis.values());
  private static final Map<String, YearKind> YEARS = Words.of(YearKind.values());
  private static final Map<String, NisabComparison> COMPARISONS =
      Words.of(NisabComparison.values());
  private static final Map<String, Rounding> ROUNDINGS = Words.of(Rounding.values());
  private static final Map<String, DebtPolicy> DEBTS = Words.of(DebtPolicy.values());
  private static final Map<String, WornJewellery> JEWELLERY = Words.of(WornJewellery.values());

  private SettingsRequests() {}

  /** The field {@code settings} of a question; nothing asked for when it is absent or wrong. */
  static Settings settings(Fields question) {
    return settings(question, SETTINGS);
  }

  /**
   * The same where only some have an effect: nobody's word is passed over, and the others are
   * refused.
   */
  static Settings settings(Fields question, Set<String> effective) {
    Fields fields = question.object("settings", SETTINGS);
    if (fields == null) {
      return Settings.NONE;
    }
    for (String name : SETTINGS.stream().sorted().toList()) {
      if (fields.has(name) && !effective.contains(name)) {
        fields.refuse(
            name,
            "would have no effect here, expected none but "
                + String.join(", ", effective.stream().sorted().toList()));
      }
    }
    Settings settings =
        fields.build(
            () ->
                new Settings(
                    Optional.ofNullable(fields.word("nisabBasis", BASES)),
                    Optional.ofNullable(fields.decimal("goldNisabGrams")),
                    Optional.ofNullable(fields.decimal("silverNisabGrams")),
                    Optional.ofNullable(fields.word("year", YEARS)),
                    Optional.ofNullable(fields.word("nisabComparison", COMPARISONS)),
                    Optional.ofNullable(fields.word("rounding", ROUNDINGS)),
                    Optional.ofNullable(fields.word("debts", DEBTS)),
                    Optional.ofNullable(fields.word("wornJewellery", JEWELLERY))));
    return settings == null ? Settings.NONE : settings;
  }
}
