package amanah.zakat.receipt;

import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.LoneAsset.Crops;
import amanah.zakat.domain.wealth.LoneAsset.Fitr;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.LoneAsset.Income;
import amanah.zakat.domain.wealth.LoneAsset.Mine;
import amanah.zakat.domain.wealth.LoneAsset.Rikaz;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.MonetaryAsset.Business;
import amanah.zakat.domain.wealth.MonetaryAsset.Cash;
import amanah.zakat.domain.wealth.MonetaryAsset.Crypto;
import amanah.zakat.domain.wealth.MonetaryAsset.Gold;
import amanah.zakat.domain.wealth.MonetaryAsset.Pension;
import amanah.zakat.domain.wealth.MonetaryAsset.Receivable;
import amanah.zakat.domain.wealth.MonetaryAsset.Shares;
import amanah.zakat.domain.wealth.MonetaryAsset.Silver;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ShareHolding;
import java.math.BigDecimal;

/** What an asset is called on a receipt. */
final class AssetTitles {

  private AssetTitles() {}

  static String of(Asset asset) {
    return switch (asset) {
      case MonetaryAsset monetary -> of(monetary);
      case LoneAsset lone -> of(lone);
    };
  }

  private static String of(MonetaryAsset asset) {
    return switch (asset) {
      case Cash cash -> "Cash and bank balances";
      case Gold gold -> metal("Gold", gold.grams(), gold.purity(), gold.use());
      case Silver silver -> metal("Silver", silver.grams(), silver.purity(), silver.use());
      case Business business -> "Business";
      case Receivable receivable -> "Money owed to you, " + ReceiptWords.word(receivable.quality());
      case Shares shares -> shares(shares.holding());
      case Pension pension -> "Pension, " + ReceiptWords.word(pension.method());
      case Crypto crypto -> "Crypto-assets";
    };
  }

  private static String metal(String metal, BigDecimal grams, Purity purity, MetalUse use) {
    return metal
        + ", "
        + ReceiptWords.number(grams)
        + " g, "
        + purity
        + switch (use) {
          case SAVINGS -> "";
          case WORN -> ", worn";
        };
  }

  private static String shares(ShareHolding holding) {
    return switch (holding) {
      case ShareHolding.Trading trading -> "Shares, for trading";
      case ShareHolding.LongTerm longTerm -> "Shares, kept for their income";
    };
  }

  private static String of(LoneAsset asset) {
    return switch (asset) {
      case Income income -> "Income of a " + ReceiptWords.word(income.period());
      case Crops crops -> "Harvest of " + ReceiptWords.number(crops.kilograms()) + " kg";
      case Rikaz rikaz -> "Treasure (rikaz)";
      case Mine mine -> "Output of a mine";
      case Herd herd ->
          ReceiptWords.capitalized(ReceiptWords.word(herd.species())) + ", " + herd.count();
      case Fitr fitr -> "Zakat al-fitr for " + fitr.heads();
    };
  }
}
