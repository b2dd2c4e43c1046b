package amanah.zakat.domain.price;

import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is left of the publications for a day when one of them is withdrawn: what it had taken the
 * place of, as far as its name is still known; a later one for the same day stays as it is.
 *
 * @param withdrawn the one that goes
 * @param from the first day on which it does not count
 * @param named all whose names are known, in the order of the journal
 */
public record Remainder(
    RecordedPublication withdrawn, LocalDate from, Collection<RecordedPublication> named) {

  /** The publications for its day without it, in the next version if that changes anything. */
  public Publication in(PriceBook prices) {
    return switch (withdrawn.publication()) {
      case Publication.OfMetal gone -> metal(prices, gone.prices());
      case Publication.OfNisab gone -> nisab(prices, gone.figure());
    };
  }

  private Publication metal(PriceBook prices, MetalPrices gone) {
    Publication.OfMetal all =
        prices
            .publishedFor(gone.currency(), gone.day())
            .orElseThrow(() -> new IllegalStateException("nothing is kept of " + withdrawn));
    List<Withdrawal<MetalPrices>> changed =
        withdrawals(all.withdrawals(), all::on, (counts, day) -> without(gone, counts, day));
    return changesNothing(changed, all::on)
        ? all
        : new Publication.OfMetal(prices.version() + 1, all.prices(), changed);
  }

  private Publication nisab(PriceBook prices, NisabFigure gone) {
    Publication.OfNisab all =
        prices
            .publishedFor(gone.profile(), gone.day())
            .orElseThrow(() -> new IllegalStateException("nothing is kept of " + withdrawn));
    List<Withdrawal<NisabFigure>> changed =
        withdrawals(
            all.withdrawals(),
            all::on,
            (counts, day) -> counts.equals(gone) ? lastFigure(day) : Optional.of(counts));
    return changesNothing(changed, all::on)
        ? all
        : new Publication.OfNisab(prices.version() + 1, all.figure(), changed);
  }

  private <T> List<Withdrawal<T>> withdrawals(
      List<Withdrawal<T>> known,
      Function<LocalDate, Optional<T>> on,
      BiFunction<T, LocalDate, Optional<T>> without) {
    List<Withdrawal<T>> changed = new ArrayList<>();
    known.stream().filter(earlier -> earlier.from().isBefore(from)).forEach(changed::add);
    days(known)
        .map(
            day ->
                new Withdrawal<>(day, on.apply(day).flatMap(counts -> without.apply(counts, day))))
        .forEach(changed::add);
    return changed;
  }

  /** The days from which on something else may count, from that of the withdrawal on. */
  private <T> Stream<LocalDate> days(List<Withdrawal<T>> known) {
    return Stream.of(
            Stream.of(from),
            known.stream().map(Withdrawal::from),
            sameDay().flatMap(other -> other.withdrawnFrom().stream()))
        .flatMap(days -> days)
        .filter(day -> !day.isBefore(from))
        .distinct()
        .sorted();
  }

  private static <T> boolean changesNothing(
      List<Withdrawal<T>> changed, Function<LocalDate, Optional<T>> on) {
    return changed.stream()
        .allMatch(withdrawal -> withdrawal.instead().equals(on.apply(withdrawal.from())));
  }

  private Optional<MetalPrices> without(MetalPrices gone, MetalPrices counts, LocalDate day) {
    Optional<BigDecimal> gold = without(gone, counts, day, Prices::gold);
    Optional<BigDecimal> silver = without(gone, counts, day, Prices::silver);
    return gold.isEmpty() && silver.isEmpty()
        ? Optional.empty()
        : Optional.of(new MetalPrices(counts.currency(), counts.day(), new Prices(gold, silver)));
  }

  private Optional<BigDecimal> without(
      MetalPrices gone,
      MetalPrices counts,
      LocalDate day,
      Function<Prices, Optional<BigDecimal>> metal) {
    Optional<BigDecimal> named = metal.apply(gone.perGram());
    Optional<BigDecimal> now = metal.apply(counts.perGram());
    return named.isEmpty() || !Prices.isAsMuch(named, now)
        ? now
        : others(day)
            .filter(Publication.OfMetal.class::isInstance)
            .map(other -> ((Publication.OfMetal) other).prices())
            .flatMap(prices -> metal.apply(prices.perGram()).stream())
            .reduce((earlier, later) -> later);
  }

  private Optional<NisabFigure> lastFigure(LocalDate day) {
    return others(day)
        .filter(Publication.OfNisab.class::isInstance)
        .map(other -> ((Publication.OfNisab) other).figure())
        .reduce((earlier, later) -> later);
  }

  /** All others for its day that are not withdrawn by that day. */
  private Stream<Publication> others(LocalDate day) {
    return sameDay()
        .filter(other -> other.withdrawnFrom().filter(gone -> !gone.isAfter(day)).isEmpty())
        .map(RecordedPublication::publication);
  }

  private Stream<RecordedPublication> sameDay() {
    return named.stream()
        .filter(other -> !other.publicationId().equals(withdrawn.publicationId()))
        .filter(other -> other.publication().isForDayOf(withdrawn.publication()));
  }
}
