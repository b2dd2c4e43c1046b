package amanah.zakat.domain.wealth;

/** The kinds of assets, in the order of the rules. */
public enum AssetType {
  /** Cash and bank balances. */
  CASH,
  /** Gold. */
  GOLD,
  /** Silver. */
  SILVER,
  /** A business. */
  BUSINESS,
  /** Money owed to the payer. */
  RECEIVABLE,
  /** Shares. */
  SHARES,
  /** A pension. */
  PENSION,
  /** Crypto-assets. */
  CRYPTO,
  /** Earned income. */
  INCOME,
  /** A harvest. */
  CROPS,
  /** Found treasure. */
  RIKAZ,
  /** What a mine gives. */
  MINE,
  /** Sheep and goats. */
  SHEEP,
  /** Cattle and buffaloes. */
  CATTLE,
  /** Camels. */
  CAMELS,
  /** Zakat al-fitr, for heads and not for wealth. */
  FITR;

  /** Whether it is part of monetary wealth, which is one pool. */
  public boolean isMonetary() {
    return switch (this) {
      case CASH, GOLD, SILVER, BUSINESS, RECEIVABLE, SHARES, PENSION, CRYPTO -> true;
      case INCOME, CROPS, RIKAZ, MINE, SHEEP, CATTLE, CAMELS, FITR -> false;
    };
  }
}
