package amanah.zakat.domain.wealth;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Amounts;
import amanah.zakat.domain.arithmetic.Rational;
import java.math.BigDecimal;
import java.util.Optional;

/** Wealth that is counted in money: all of it is one pool, held against one nisab. */
public sealed interface MonetaryAsset extends Asset {

  /**
   * Cash or a bank balance.
   *
   * @param value the whole balance
   * @param impureInterest the part that is interest: given away, never counted
   */
  record Cash(Money value, Money impureInterest) implements MonetaryAsset {

    /** Refuses more interest than balance. */
    public Cash {
      Amounts.notNegative("value", value);
      Amounts.notNegative("impureInterest", impureInterest);
      Parts.within("impureInterest", impureInterest, "value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.CASH;
    }
  }

  /**
   * Gold by weight.
   *
   * @param grams the whole weight
   * @param purity the pure part of it
   * @param use what it is kept for
   */
  record Gold(BigDecimal grams, Purity purity, MetalUse use) implements MonetaryAsset {

    /** Refuses a negative weight. */
    public Gold {
      Amounts.notNegative("grams", grams);
    }

    /** The weight of the metal alone. */
    public Rational pureGrams() {
      return Rational.of(grams).times(purity.ratio());
    }

    @Override
    public AssetType type() {
      return AssetType.GOLD;
    }
  }

  /**
   * Silver by weight.
   *
   * @param grams the whole weight
   * @param purity the pure part of it
   * @param use what it is kept for
   */
  record Silver(BigDecimal grams, Purity purity, MetalUse use) implements MonetaryAsset {

    /** Refuses a negative weight. */
    public Silver {
      Amounts.notNegative("grams", grams);
    }

    /** The weight of the metal alone. */
    public Rational pureGrams() {
      return Rational.of(grams).times(purity.ratio());
    }

    @Override
    public AssetType type() {
      return AssetType.SILVER;
    }
  }

  /**
   * A business; its fixed assets are left out by the one who declares it.
   *
   * @param currentAssets stock at market value, cash and the like
   * @param receivables what good customers owe
   * @param shortTermLiabilities what the business has to pay within the year
   */
  record Business(Money currentAssets, Money receivables, Money shortTermLiabilities)
      implements MonetaryAsset {

    /** Refuses negative amounts. */
    public Business {
      Amounts.notNegative("currentAssets", currentAssets);
      Amounts.notNegative("receivables", receivables);
      Amounts.notNegative("shortTermLiabilities", shortTermLiabilities);
    }

    @Override
    public AssetType type() {
      return AssetType.BUSINESS;
    }
  }

  /**
   * Money that is owed to the payer.
   *
   * @param value what is owed
   * @param quality how sure it is to come
   */
  record Receivable(Money value, ReceivableQuality quality) implements MonetaryAsset {

    /** Refuses a negative value. */
    public Receivable {
      Amounts.notNegative("value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.RECEIVABLE;
    }
  }

  /**
   * Shares.
   *
   * @param value the market value
   * @param holding why they are kept
   */
  record Shares(Money value, ShareHolding holding) implements MonetaryAsset {

    /** Refuses a negative value. */
    public Shares {
      Amounts.notNegative("value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.SHARES;
    }
  }

  /**
   * A pension that is not paid out yet.
   *
   * @param value its value today
   * @param method how it counts
   * @param zakatableShare for the proxy: the zakatable part, if the payer knows better
   * @param penalty for accessible: what taking it out today would cost
   */
  record Pension(Money value, PensionMethod method, Optional<Share> zakatableShare, Money penalty)
      implements MonetaryAsset {

    /** Refuses a negative value, more than a whole and a penalty above the value. */
    public Pension {
      Amounts.notNegative("value", value);
      zakatableShare.ifPresent(Parts::atMostAll);
      Amounts.notNegative("penalty", penalty);
      Parts.within("penalty", penalty, "value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.PENSION;
    }
  }

  /**
   * Crypto-assets.
   *
   * @param value the market value
   */
  record Crypto(Money value) implements MonetaryAsset {

    /** Refuses a negative value. */
    public Crypto {
      Amounts.notNegative("value", value);
    }

    @Override
    public AssetType type() {
      return AssetType.CRYPTO;
    }
  }
}
