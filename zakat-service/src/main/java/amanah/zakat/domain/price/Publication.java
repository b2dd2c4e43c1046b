package amanah.zakat.domain.price;

import java.time.LocalDate;

/** Something that was published, with its place among all that was ever published. */
public sealed interface Publication {

  /** The how manieth it was, from 1. */
  long version();

  /** The first day on which it counts. */
  LocalDate day();

  /** Whether it publishes the same, in whatever place and in however many digits. */
  boolean hasContentOf(Publication other);

  /** Prices of metal; in a price book with those that were published for the same day before. */
  record OfMetal(long version, MetalPrices prices) implements Publication {

    @Override
    public LocalDate day() {
      return prices.day();
    }

    @Override
    public boolean hasContentOf(Publication other) {
      return other instanceof OfMetal metal && prices.isSameAs(metal.prices);
    }
  }

  /** A nisab of income. */
  record OfNisab(long version, NisabFigure figure) implements Publication {

    @Override
    public LocalDate day() {
      return figure.day();
    }

    @Override
    public boolean hasContentOf(Publication other) {
      return other instanceof OfNisab nisab && figure.equals(nisab.figure);
    }
  }
}
