package amanah.zakat.domain.wealth;

/** Something that a payer owns, as declared. */
public sealed interface Asset permits MonetaryAsset, LoneAsset {

  /** The kind of asset. */
  AssetType type();
}
