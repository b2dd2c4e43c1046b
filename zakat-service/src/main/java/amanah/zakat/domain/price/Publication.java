package amanah.zakat.domain.price;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something that was published, with its place among all that was ever published. */
public sealed interface Publication {

  /** The how manieth it was, from 1. */
  long version();

  /** The first day on which it counts. */
  LocalDate day();

  /** What counts in its place from some days on. */
  List<? extends Withdrawal<?>> withdrawals();

  /** Whether it is about the same on the same day, so that the later of the two counts. */
  boolean isForDayOf(Publication other);

  /** Whether it publishes the same, in whatever place and in however many digits. */
  boolean hasContentOf(Publication other);

  /**
   * Prices of metal; in a price book with those that were published for the same day before.
   *
   * @param withdrawals what counts in their place from later days on, or from their own, by day
   */
  record OfMetal(long version, MetalPrices prices, List<Withdrawal<MetalPrices>> withdrawals)
      implements Publication {

    /** Keeps its own list; a node from before there were withdrawals sends none. */
    public OfMetal {
      withdrawals = withdrawals == null ? List.of() : List.copyOf(withdrawals);
    }

    /** Prices of which nothing is withdrawn. */
    public OfMetal(long version, MetalPrices prices) {
      this(version, prices, List.of());
    }

    /** What counts of it on a day. */
    public Optional<MetalPrices> on(LocalDate asOf) {
      return Publication.on(asOf, prices, withdrawals);
    }

    /** With newer prices for the same day laid over it, whatever is withdrawn. */
    OfMetal under(long newerVersion, MetalPrices newer) {
      return new OfMetal(
          newerVersion,
          on(day()).map(newer::over).orElse(newer),
          withdrawals.stream()
              .filter(withdrawal -> withdrawal.from().isAfter(day()))
              .map(
                  withdrawal ->
                      new Withdrawal<>(
                          withdrawal.from(),
                          Optional.of(withdrawal.instead().map(newer::over).orElse(newer))))
              .toList());
    }

    @Override
    public LocalDate day() {
      return prices.day();
    }

    @Override
    public boolean isForDayOf(Publication other) {
      return other instanceof OfMetal metal
          && prices.currency().equals(metal.prices.currency())
          && day().equals(metal.day());
    }

    @Override
    public boolean hasContentOf(Publication other) {
      return other instanceof OfMetal metal && prices.isSameAs(metal.prices);
    }
  }

  /**
   * A nisab of income.
   *
   * @param withdrawals what counts in its place from later days on, or from its own, by day
   */
  record OfNisab(long version, NisabFigure figure, List<Withdrawal<NisabFigure>> withdrawals)
      implements Publication {

    /** Keeps its own list; a node from before there were withdrawals sends none. */
    public OfNisab {
      withdrawals = withdrawals == null ? List.of() : List.copyOf(withdrawals);
    }

    /** A figure that is not withdrawn. */
    public OfNisab(long version, NisabFigure figure) {
      this(version, figure, List.of());
    }

    /** What counts of it on a day. */
    public Optional<NisabFigure> on(LocalDate asOf) {
      return Publication.on(asOf, figure, withdrawals);
    }

    @Override
    public LocalDate day() {
      return figure.day();
    }

    @Override
    public boolean isForDayOf(Publication other) {
      return other instanceof OfNisab nisab
          && figure.profile().equals(nisab.figure.profile())
          && day().equals(nisab.day());
    }

    @Override
    public boolean hasContentOf(Publication other) {
      return other instanceof OfNisab nisab && figure.equals(nisab.figure);
    }
  }

  private static <T> Optional<T> on(LocalDate asOf, T published, List<Withdrawal<T>> withdrawals) {
    Optional<T> counts = Optional.of(published);
    for (Withdrawal<T> withdrawal : withdrawals) {
      if (!withdrawal.from().isAfter(asOf)) {
        counts = withdrawal.instead();
      }
    }
    return counts;
  }
}
