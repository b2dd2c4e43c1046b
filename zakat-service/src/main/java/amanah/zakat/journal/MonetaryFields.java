package amanah.zakat.journal;

import amanah.journal.EventWriter;
import amanah.zakat.domain.wealth.AssetType;
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
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands in the map of a monetary asset beside its type. */
final class MonetaryFields {

  private static final String VALUE = "value";
  private static final String IMPURE_INTEREST = "impureInterest";
  private static final String GRAMS = "grams";
  private static final String KARAT = "karat";
  private static final String FINENESS = "fineness";
  private static final String USE = "use";
  private static final String CURRENT_ASSETS = "currentAssets";
  private static final String RECEIVABLES = "receivables";
  private static final String SHORT_TERM_LIABILITIES = "shortTermLiabilities";
  private static final String QUALITY = "quality";
  private static final String HOLDING = "holding";
  private static final String TRADING = "trading";
  private static final String LONG_TERM = "long-term";
  private static final String ZAKATABLE_SHARE = "zakatableShare";
  private static final String DIVIDENDS = "dividends";
  private static final String METHOD = "method";
  private static final String PENALTY = "penalty";

  private MonetaryFields() {}

  static void write(MonetaryAsset asset, EventWriter writer) throws IOException {
    switch (asset) {
      case Cash cash -> {
        writer.text(VALUE, Texts.of(cash.value()));
        writer.text(IMPURE_INTEREST, Texts.of(cash.impureInterest()));
      }
      case Gold gold -> {
        writer.text(GRAMS, Texts.of(gold.grams()));
        write(gold.purity(), writer);
        writer.text(USE, WealthWords.METAL_USE.word(gold.use()));
      }
      case Silver silver -> {
        writer.text(GRAMS, Texts.of(silver.grams()));
        write(silver.purity(), writer);
        writer.text(USE, WealthWords.METAL_USE.word(silver.use()));
      }
      case Business business -> {
        writer.text(CURRENT_ASSETS, Texts.of(business.currentAssets()));
        writer.text(RECEIVABLES, Texts.of(business.receivables()));
        writer.text(SHORT_TERM_LIABILITIES, Texts.of(business.shortTermLiabilities()));
      }
      case Receivable receivable -> {
        writer.text(VALUE, Texts.of(receivable.value()));
        writer.text(QUALITY, WealthWords.QUALITY.word(receivable.quality()));
      }
      case Shares shares -> {
        writer.text(VALUE, Texts.of(shares.value()));
        write(shares.holding(), writer);
      }
      case Pension pension -> write(pension, writer);
      case Crypto crypto -> writer.text(VALUE, Texts.of(crypto.value()));
    }
  }

  private static void write(Purity purity, EventWriter writer) throws IOException {
    switch (purity) {
      case Purity.Pure pure -> {}
      case Purity.Karat karat -> writer.text(KARAT, Texts.of(karat.karat()));
      case Purity.Fineness fineness -> writer.text(FINENESS, Texts.of(fineness.fineness()));
    }
  }

  private static void write(ShareHolding holding, EventWriter writer) throws IOException {
    switch (holding) {
      case ShareHolding.Trading trading -> writer.text(HOLDING, TRADING);
      case ShareHolding.LongTerm longTerm -> {
        writer.text(HOLDING, LONG_TERM);
        writer.text(ZAKATABLE_SHARE, longTerm.zakatableShare().map(Texts::of).orElse(null));
        writer.text(DIVIDENDS, longTerm.dividends().map(Texts::of).orElse(null));
      }
    }
  }

  private static void write(Pension pension, EventWriter writer) throws IOException {
    @Nullable String share = pension.zakatableShare().map(Texts::of).orElse(null);
    writer.text(VALUE, Texts.of(pension.value()));
    writer.text(METHOD, WealthWords.PENSION_METHOD.word(pension.method()));
    writer.text(ZAKATABLE_SHARE, share);
    writer.text(PENALTY, Texts.of(pension.penalty()));
  }

  static MonetaryAsset read(AssetType type, TextMap map) {
    return switch (type) {
      case CASH ->
          new Cash(map.value(VALUE, Texts::money), map.value(IMPURE_INTEREST, Texts::money));
      case GOLD ->
          new Gold(
              map.value(GRAMS, Texts::decimal),
              purity(map),
              map.value(USE, WealthWords.METAL_USE::constant));
      case SILVER ->
          new Silver(
              map.value(GRAMS, Texts::decimal),
              purity(map),
              map.value(USE, WealthWords.METAL_USE::constant));
      case BUSINESS ->
          new Business(
              map.value(CURRENT_ASSETS, Texts::money),
              map.value(RECEIVABLES, Texts::money),
              map.value(SHORT_TERM_LIABILITIES, Texts::money));
      case RECEIVABLE ->
          new Receivable(
              map.value(VALUE, Texts::money), map.value(QUALITY, WealthWords.QUALITY::constant));
      case SHARES -> new Shares(map.value(VALUE, Texts::money), holding(map));
      case PENSION ->
          new Pension(
              map.value(VALUE, Texts::money),
              map.value(METHOD, WealthWords.PENSION_METHOD::constant),
              map.optional(ZAKATABLE_SHARE, Texts::share),
              map.value(PENALTY, Texts::money));
      case CRYPTO -> new Crypto(map.value(VALUE, Texts::money));
      case INCOME, CROPS, RIKAZ, MINE, SHEEP, CATTLE, CAMELS, FITR ->
          throw new IllegalArgumentException(type + " is no monetary asset");
    };
  }

  private static Purity purity(TextMap map) {
    return map.<Purity>optional(KARAT, text -> new Purity.Karat(Texts.decimal(text)))
        .or(() -> map.optional(FINENESS, text -> new Purity.Fineness(Texts.decimal(text))))
        .orElseGet(Purity.Pure::new);
  }

  private static ShareHolding holding(TextMap map) {
    return map.value(
        HOLDING,
        word ->
            switch (word) {
              case TRADING -> new ShareHolding.Trading();
              case LONG_TERM ->
                  new ShareHolding.LongTerm(
                      map.optional(ZAKATABLE_SHARE, Texts::share),
                      map.optional(DIVIDENDS, Texts::money));
              default ->
                  throw new IllegalArgumentException("expected " + TRADING + " or " + LONG_TERM);
            });
  }
}
