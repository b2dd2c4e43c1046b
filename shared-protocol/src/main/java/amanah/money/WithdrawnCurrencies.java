package amanah.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Currencies with which nobody pays any more. The platform knows their codes for ever, and so do
 * journals: what was given in one is read and given back in it. Nothing new begins in one.
 *
 * <p>They are data: a line of {@code withdrawn-currencies.csv} each, with the first day on which it
 * was withdrawn and what took its place.
 */
public final class WithdrawnCurrencies {

  private static final String FILE = "withdrawn-currencies.csv";
  private static final Map<String, WithdrawnCurrency> ALL = read();

  /**
   * One of them.
   *
   * @param currency that nobody pays with any more
   * @param from the first day of it
   * @param successors the codes of what took its place
   */
  public record WithdrawnCurrency(Currency currency, LocalDate from, Set<String> successors) {

    /** What is said of it after its code: since when, and what is expected in its place. */
    public String words() {
      return " was withdrawn on %s, expected what took its place: %s"
          .formatted(from, String.join(", ", successors.stream().sorted().toList()));
    }
  }

  private WithdrawnCurrencies() {}

  /** When the currency was withdrawn, if it was by that day. */
  public static Optional<WithdrawnCurrency> find(Currency currency, LocalDate asOf) {
    return Optional.ofNullable(ALL.get(currency.getCurrencyCode()))
        .filter(withdrawn -> !withdrawn.from().isAfter(asOf));
  }

  private static Map<String, WithdrawnCurrency> read() {
    try (InputStream in = WithdrawnCurrencies.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in this build");
      }
      Map<String, WithdrawnCurrency> all = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(WithdrawnCurrencies::parse)
          .forEach(withdrawn -> all.put(withdrawn.currency().getCurrencyCode(), withdrawn));
      return Map.copyOf(all);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
  }

  private static WithdrawnCurrency parse(String line) {
    String[] cells = line.split(",", -1);
    return new WithdrawnCurrency(
        Currency.getInstance(cells[0]), LocalDate.parse(cells[1]), Set.of(cells[2].split(" ", -1)));
  }
}
