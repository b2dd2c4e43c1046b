package amanah.zakat.domain.price;

import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that was ever published, each from a day on. A later publication for the same day
 * takes the place of the earlier one. Never changes; publishing makes another book, which shares
 * all days of other currencies and profiles.
 */
public final class PriceBook {

  /** Nothing published yet. */
  public static final PriceBook EMPTY = new PriceBook(0, Map.of(), Map.of());

  private final long version;
  private final Map<Currency, NavigableMap<LocalDate, Publication.OfMetal>> metals;
  private final Map<String, NavigableMap<LocalDate, Publication.OfNisab>> nisabs;

  private PriceBook(
      long version,
      Map<Currency, NavigableMap<LocalDate, Publication.OfMetal>> metals,
      Map<String, NavigableMap<LocalDate, Publication.OfNisab>> nisabs) {
    this.version = version;
    this.metals = metals;
    this.nisabs = nisabs;
  }

  /** How often anything was published. */
  public long version() {
    return version;
  }

  /** How many days of prices and figures are kept. */
  public int size() {
    return Stream.concat(metals.values().stream(), nisabs.values().stream())
        .mapToInt(Map::size)
        .sum();
  }

  /** With these prices; those of that day that it does not name stay as they are. */
  public PriceBook publish(MetalPrices prices) {
    return with(published(version + 1, prices));
  }

  /** With this figure. */
  public PriceBook publish(NisabFigure figure) {
    return with(new Publication.OfNisab(version + 1, figure));
  }

  /** Whether publishing it would change nothing. */
  public boolean has(MetalPrices prices) {
    return publishedFor(prices.currency(), prices.day())
        .filter(known -> known.equals(published(known.version(), prices)))
        .isPresent();
  }

  /** Whether publishing it would change nothing. */
  public boolean has(NisabFigure figure) {
    return publishedFor(figure.profile(), figure.day())
        .filter(known -> known.equals(new Publication.OfNisab(known.version(), figure)))
        .isPresent();
  }

  /** Whether publishing for that currency and day would replace what is there. */
  public boolean hasDay(Currency currency, LocalDate day) {
    return days(metals, currency).containsKey(day);
  }

  /** Whether publishing for that profile and day would replace what is there. */
  public boolean hasDay(String profile, LocalDate day) {
    return days(nisabs, profile).containsKey(day);
  }

  /** All prices that were published for that day and no other. */
  Optional<Publication.OfMetal> publishedFor(Currency currency, LocalDate day) {
    return Optional.ofNullable(days(metals, currency).get(day));
  }

  /** The figure that was published for that day and no other. */
  Optional<Publication.OfNisab> publishedFor(String profile, LocalDate day) {
    return Optional.ofNullable(days(nisabs, profile).get(day));
  }

  /** The prices of a day: of each metal the latest of that day or before. */
  public UsedPrices prices(Currency currency, LocalDate asOf) {
    return new UsedPrices(
        price(currency, asOf, Prices::gold), price(currency, asOf, Prices::silver));
  }

  private Optional<UsedPrice> price(
      Currency currency, LocalDate asOf, Function<Prices, Optional<BigDecimal>> metal) {
    return latest(currency, asOf, metal)
        .map(of -> UsedPrice.published(metal.apply(of.perGram()).orElseThrow(), of.day()));
  }

  /** The figure of a profile: the latest of that day or before. */
  public Optional<NisabFigure> nisab(String profile, LocalDate asOf) {
    return nisab(profile, asOf, any -> true);
  }

  /** The latest of those figures of a profile that count at all. */
  public Optional<NisabFigure> nisab(
      String profile, LocalDate asOf, Predicate<NisabFigure> counts) {
    return until(nisabs, profile, asOf)
        .flatMap(nisab -> nisab.on(asOf).stream())
        .filter(counts)
        .findFirst();
  }

  /** What counts on a day. */
  public PriceList asOf(LocalDate asOf) {
    List<MetalPrices> prices = new ArrayList<>();
    metals.keySet().stream()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .forEach(currency -> prices.addAll(inForce(currency, asOf)));
    List<NisabFigure> figures =
        nisabs.keySet().stream().sorted().flatMap(name -> nisab(name, asOf).stream()).toList();
    return new PriceList(version, asOf, prices, figures);
  }

  /** What was published last after a version, in order, at most so much of it. */
  public List<Publication> after(long knownVersion, int limit) {
    return Stream.concat(metals.values().stream(), nisabs.values().stream())
        .<Publication>flatMap(days -> days.values().stream())
        .filter(publication -> publication.version() > knownVersion)
        .sorted(Comparator.comparingLong(Publication::version))
        .limit(limit)
        .toList();
  }

  /** All that is kept, in the order in which it was published. */
  public List<Publication> all() {
    return after(0, Integer.MAX_VALUE);
  }

  /** With what another book published under that version. */
  public PriceBook with(Publication publication) {
    return switch (publication) {
      case Publication.OfMetal metal ->
          new PriceBook(
              metal.version(),
              put(metals, metal.prices().currency(), metal.prices().day(), metal),
              nisabs);
      case Publication.OfNisab nisab ->
          new PriceBook(
              nisab.version(),
              metals,
              put(nisabs, nisab.figure().profile(), nisab.figure().day(), nisab));
    };
  }

  private Publication.OfMetal published(long newVersion, MetalPrices prices) {
    return publishedFor(prices.currency(), prices.day())
        .map(before -> before.under(newVersion, prices))
        .orElseGet(() -> new Publication.OfMetal(newVersion, prices));
  }

  private Optional<MetalPrices> latest(
      Currency currency, LocalDate asOf, Function<Prices, Optional<BigDecimal>> metal) {
    return until(metals, currency, asOf)
        .flatMap(prices -> prices.on(asOf).stream())
        .filter(prices -> metal.apply(prices.perGram()).isPresent())
        .findFirst();
  }

  /** One line where gold and silver are of one day, else one for each, the newer first. */
  private List<MetalPrices> inForce(Currency currency, LocalDate asOf) {
    Optional<MetalPrices> gold =
        latest(currency, asOf, Prices::gold)
            .map(prices -> only(prices, prices.perGram().gold(), Optional.empty()));
    Optional<MetalPrices> silver =
        latest(currency, asOf, Prices::silver)
            .map(prices -> only(prices, Optional.empty(), prices.perGram().silver()));
    if (gold.isPresent() && silver.map(MetalPrices::day).equals(gold.map(MetalPrices::day))) {
      return List.of(
          only(
              gold.get(),
              gold.get().perGram().gold(),
              silver.flatMap(prices -> prices.perGram().silver())));
    }
    return Stream.of(gold, silver)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(MetalPrices::day).reversed())
        .toList();
  }

  private static MetalPrices only(
      MetalPrices of, Optional<BigDecimal> gold, Optional<BigDecimal> silver) {
    return new MetalPrices(of.currency(), of.day(), new Prices(gold, silver));
  }

  /** What was published for that day and before, the latest day first. */
  private static <K, V> Stream<V> until(
      Map<K, NavigableMap<LocalDate, V>> all, K key, LocalDate asOf) {
    return days(all, key).headMap(asOf, true).descendingMap().values().stream();
  }

  private static <K, V> NavigableMap<LocalDate, V> days(
      Map<K, NavigableMap<LocalDate, V>> all, K key) {
    NavigableMap<LocalDate, V> days = all.get(key);
    return days == null ? new TreeMap<>() : days;
  }

  private static <K, V> Map<K, NavigableMap<LocalDate, V>> put(
      Map<K, NavigableMap<LocalDate, V>> all, K key, LocalDate day, V value) {
    NavigableMap<LocalDate, V> changed = new TreeMap<>(days(all, key));
    changed.put(day, value);
    Map<K, NavigableMap<LocalDate, V>> copy = new HashMap<>(all);
    copy.put(key, changed);
    return Map.copyOf(copy);
  }
}
