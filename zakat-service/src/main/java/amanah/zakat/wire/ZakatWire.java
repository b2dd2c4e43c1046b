package amanah.zakat.wire;

import amanah.protocol.SharedWire.Components;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.livestock.Animals;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ShareHolding;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * How the domain's words travel between nodes in the messages of calculator and assessments: the
 * domain itself knows no format, so the names of its sealed types are given here.
 */
public final class ZakatWire extends SimpleModule {

  private static final long serialVersionUID = 1;

  /** Found by its name in the configuration. */
  public ZakatWire() {
    super("amanah-zakat");
    setMixInAnnotation(Asset.class, AssetName.class);
    setMixInAnnotation(Liability.class, LiabilityName.class);
    setMixInAnnotation(Purity.class, PurityName.class);
    setMixInAnnotation(ShareHolding.class, HoldingName.class);
    setMixInAnnotation(Line.class, LineName.class);
    setMixInAnnotation(IncomeNisab.class, NisabName.class);
    setMixInAnnotation(Source.class, SourceName.class);
    setMixInAnnotation(Publication.class, PublicationName.class);
    setMixInAnnotation(Rational.class, Components.class);
    setMixInAnnotation(Animals.class, Components.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = MonetaryAsset.Cash.class, name = "cash"),
    @JsonSubTypes.Type(value = MonetaryAsset.Gold.class, name = "gold"),
    @JsonSubTypes.Type(value = MonetaryAsset.Silver.class, name = "silver"),
    @JsonSubTypes.Type(value = MonetaryAsset.Business.class, name = "business"),
    @JsonSubTypes.Type(value = MonetaryAsset.Receivable.class, name = "receivable"),
    @JsonSubTypes.Type(value = MonetaryAsset.Shares.class, name = "shares"),
    @JsonSubTypes.Type(value = MonetaryAsset.Pension.class, name = "pension"),
    @JsonSubTypes.Type(value = MonetaryAsset.Crypto.class, name = "crypto"),
    @JsonSubTypes.Type(value = LoneAsset.Income.class, name = "income"),
    @JsonSubTypes.Type(value = LoneAsset.Crops.class, name = "crops"),
    @JsonSubTypes.Type(value = LoneAsset.Rikaz.class, name = "rikaz"),
    @JsonSubTypes.Type(value = LoneAsset.Mine.class, name = "mine"),
    @JsonSubTypes.Type(value = LoneAsset.Herd.class, name = "herd"),
    @JsonSubTypes.Type(value = LoneAsset.Fitr.class, name = "fitr")
  })
  private interface AssetName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Liability.Debt.class, name = "debt"),
    @JsonSubTypes.Type(value = Liability.Instalments.class, name = "instalments")
  })
  private interface LiabilityName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Purity.Pure.class, name = "pure"),
    @JsonSubTypes.Type(value = Purity.Karat.class, name = "karat"),
    @JsonSubTypes.Type(value = Purity.Fineness.class, name = "fineness")
  })
  private interface PurityName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ShareHolding.Trading.class, name = "trading"),
    @JsonSubTypes.Type(value = ShareHolding.LongTerm.class, name = "long-term")
  })
  private interface HoldingName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Line.InMoney.class, name = "money"),
    @JsonSubTypes.Type(value = Line.InAnimals.class, name = "animals"),
    @JsonSubTypes.Type(value = Line.InKilograms.class, name = "kilograms")
  })
  private interface LineName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = IncomeNisab.Published.class, name = "published"),
    @JsonSubTypes.Type(value = IncomeNisab.OfWealth.class, name = "of-wealth")
  })
  private interface NisabName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Source.Published.class, name = "published"),
    @JsonSubTypes.Type(value = Source.Requested.class, name = "requested")
  })
  private interface SourceName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Publication.OfMetal.class, name = "metal"),
    @JsonSubTypes.Type(value = Publication.OfNisab.class, name = "nisab")
  })
  private interface PublicationName {}
}
