package amanah.zakat.domain.price;

/** Something that was published, with its place among all that was ever published. */
public sealed interface Publication {

  /** The how manieth it was, from 1. */
  long version();

  /** Prices of metal, with those that were published for the same day before. */
  record OfMetal(long version, MetalPrices prices) implements Publication {}

  /** A nisab of income. */
  record OfNisab(long version, NisabFigure figure) implements Publication {}
}
