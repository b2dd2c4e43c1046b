package amanah.zakat.journal;

import static java.util.Map.entry;

import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.ReceivableQuality;
import amanah.zakat.domain.wealth.Watering;
import java.util.Map;

/** The words for what is declared, as they stand in the journal; they never change. */
final class WealthWords {

  static final WordTable<AssetType> ASSET_TYPE =
      new WordTable<>(
          AssetType.class,
          Map.ofEntries(
              entry(AssetType.CASH, "cash"),
              entry(AssetType.GOLD, "gold"),
              entry(AssetType.SILVER, "silver"),
              entry(AssetType.BUSINESS, "business"),
              entry(AssetType.RECEIVABLE, "receivable"),
              entry(AssetType.SHARES, "shares"),
              entry(AssetType.PENSION, "pension"),
              entry(AssetType.CRYPTO, "crypto"),
              entry(AssetType.INCOME, "income"),
              entry(AssetType.CROPS, "crops"),
              entry(AssetType.RIKAZ, "rikaz"),
              entry(AssetType.MINE, "mine"),
              entry(AssetType.SHEEP, "sheep"),
              entry(AssetType.CATTLE, "cattle"),
              entry(AssetType.CAMELS, "camels"),
              entry(AssetType.FITR, "fitr")));

  static final WordTable<MetalUse> METAL_USE =
      new WordTable<>(MetalUse.class, Map.of(MetalUse.SAVINGS, "savings", MetalUse.WORN, "worn"));

  static final WordTable<ReceivableQuality> QUALITY =
      new WordTable<>(
          ReceivableQuality.class,
          Map.of(
              ReceivableQuality.STRONG, "strong",
              ReceivableQuality.MEDIUM, "medium",
              ReceivableQuality.WEAK, "weak",
              ReceivableQuality.BAD, "bad"));

  static final WordTable<PensionMethod> PENSION_METHOD =
      new WordTable<>(
          PensionMethod.class,
          Map.of(
              PensionMethod.PROXY, "proxy",
              PensionMethod.ACCESSIBLE, "accessible",
              PensionMethod.ON_RECEIPT, "on-receipt"));

  static final WordTable<IncomePeriod> INCOME_PERIOD =
      new WordTable<>(
          IncomePeriod.class, Map.of(IncomePeriod.MONTH, "month", IncomePeriod.YEAR, "year"));

  static final WordTable<Watering> WATERING =
      new WordTable<>(
          Watering.class,
          Map.of(
              Watering.RAIN, "rain",
              Watering.IRRIGATED, "irrigated",
              Watering.MIXED, "mixed"));

  static final WordTable<DebtTerm> DEBT_TERM =
      new WordTable<>(
          DebtTerm.class,
          Map.of(
              DebtTerm.NOW, "now",
              DebtTerm.NEXT_12_MONTHS, "next-12-months",
              DebtTerm.LATER, "later"));

  static final WordTable<Animal> ANIMAL =
      new WordTable<>(
          Animal.class,
          Map.of(
              Animal.SHEEP, "sheep",
              Animal.TABI, "tabi",
              Animal.MUSINNAH, "musinnah",
              Animal.BINT_MAKHAD, "bint-makhad",
              Animal.BINT_LABUN, "bint-labun",
              Animal.HIQQAH, "hiqqah",
              Animal.JADHAAH, "jadhaah"));

  private WealthWords() {}
}
