package amanah.zakat.receipt;

import amanah.zakat.domain.question.EffectiveSettings;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;

/** Settings in words that need no explanation. */
final class SettingWords {

  private SettingWords() {}

  static String nisab(EffectiveSettings settings) {
    String gold = ReceiptWords.number(settings.goldNisabGrams()) + " g of gold";
    String silver = ReceiptWords.number(settings.silverNisabGrams()) + " g of silver";
    String weight =
        switch (settings.nisabBasis()) {
          case GOLD -> gold;
          case SILVER -> silver;
          case LOWER_OF_TWO -> gold + " or " + silver + ", whichever is worth less";
        };
    return switch (settings.nisabComparison()) {
      case INCLUSIVE -> weight + "; zakat is due from it on";
      case EXCLUSIVE -> weight + "; zakat is due beyond it";
    };
  }

  static String of(YearKind year) {
    return switch (year) {
      case LUNAR -> "lunar, by the Hijri calendar";
      case SOLAR -> "solar, by the Gregorian calendar";
    };
  }

  static String of(DebtPolicy debts) {
    return switch (debts) {
      case NONE -> "none is taken off";
      case DUE_NOW -> "what is due now is taken off";
      case NEXT_12_MONTHS -> "what is due within twelve months is taken off";
      case ALL -> "all are taken off; of a loan, twelve instalments";
    };
  }

  static String of(WornJewellery worn) {
    return switch (worn) {
      case DUE -> "counts";
      case EXEMPT -> "does not count";
    };
  }

  static String of(Rounding rounding) {
    return switch (rounding) {
      case CEILING -> "up, so that never less is paid than is due";
      case HALF_UP -> "to the nearest";
      case FLOOR -> "down";
    };
  }
}
