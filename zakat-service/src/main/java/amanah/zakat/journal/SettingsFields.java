package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.question.EffectiveSettings;
import amanah.zakat.domain.rule.Settings;
import java.io.IOException;
import java.util.Optional;

/** Settings as a map within an event: those that were asked for, or all that were in force. */
final class SettingsFields {

  private static final String NISAB_BASIS = "nisabBasis";
  private static final String GOLD_NISAB_GRAMS = "goldNisabGrams";
  private static final String SILVER_NISAB_GRAMS = "silverNisabGrams";
  private static final String YEAR = "year";
  private static final String NISAB_COMPARISON = "nisabComparison";
  private static final String ROUNDING = "rounding";
  private static final String DEBTS = "debts";
  private static final String WORN_JEWELLERY = "wornJewellery";

  private SettingsFields() {}

  static void write(String name, EffectiveSettings settings, EventWriter writer)
      throws IOException {
    write(
        name,
        new Settings(
            Optional.of(settings.nisabBasis()),
            Optional.of(settings.goldNisabGrams()),
            Optional.of(settings.silverNisabGrams()),
            Optional.of(settings.year()),
            Optional.of(settings.nisabComparison()),
            Optional.of(settings.rounding()),
            Optional.of(settings.debts()),
            Optional.of(settings.wornJewellery())),
        writer);
  }

  static void write(String name, Settings settings, EventWriter writer) throws IOException {
    writer.startMap(name);
    writer.text(NISAB_BASIS, settings.nisabBasis().map(RuleWords.NISAB_BASIS::word).orElse(null));
    writer.text(GOLD_NISAB_GRAMS, settings.goldNisabGrams().map(Texts::of).orElse(null));
    writer.text(SILVER_NISAB_GRAMS, settings.silverNisabGrams().map(Texts::of).orElse(null));
    writer.text(YEAR, settings.year().map(RuleWords.YEAR::word).orElse(null));
    writer.text(
        NISAB_COMPARISON,
        settings.nisabComparison().map(RuleWords.NISAB_COMPARISON::word).orElse(null));
    writer.text(ROUNDING, settings.rounding().map(RuleWords.ROUNDING::word).orElse(null));
    writer.text(DEBTS, settings.debts().map(RuleWords.DEBTS::word).orElse(null));
    writer.text(
        WORN_JEWELLERY, settings.wornJewellery().map(RuleWords.WORN_JEWELLERY::word).orElse(null));
    writer.endMap();
  }

  static Settings readAskedFor(String name, EventReader reader) throws IOException {
    TextMap map = TextMap.of(name, reader);
    return map.whole(
        new Settings(
            map.optional(NISAB_BASIS, RuleWords.NISAB_BASIS::constant),
            map.optional(GOLD_NISAB_GRAMS, Texts::decimal),
            map.optional(SILVER_NISAB_GRAMS, Texts::decimal),
            map.optional(YEAR, RuleWords.YEAR::constant),
            map.optional(NISAB_COMPARISON, RuleWords.NISAB_COMPARISON::constant),
            map.optional(ROUNDING, RuleWords.ROUNDING::constant),
            map.optional(DEBTS, RuleWords.DEBTS::constant),
            map.optional(WORN_JEWELLERY, RuleWords.WORN_JEWELLERY::constant)));
  }

  static EffectiveSettings readInForce(String name, EventReader reader) throws IOException {
    TextMap map = TextMap.of(name, reader);
    return map.whole(
        new EffectiveSettings(
            map.value(NISAB_BASIS, RuleWords.NISAB_BASIS::constant),
            map.value(GOLD_NISAB_GRAMS, Texts::decimal),
            map.value(SILVER_NISAB_GRAMS, Texts::decimal),
            map.value(YEAR, RuleWords.YEAR::constant),
            map.value(NISAB_COMPARISON, RuleWords.NISAB_COMPARISON::constant),
            map.value(ROUNDING, RuleWords.ROUNDING::constant),
            map.value(DEBTS, RuleWords.DEBTS::constant),
            map.value(WORN_JEWELLERY, RuleWords.WORN_JEWELLERY::constant)));
  }
}
