package amanah.zakat.journal;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.livestock.Animals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The texts that values are in the journal, and back, exactly. Whatever cannot be such a text is
 * refused with an {@link IllegalArgumentException}.
 */
final class Texts {

  private static final String CHOICES = "|";

  private Texts() {}

  /** Minor units and currency, such as {@code 50000 USD} for five hundred dollars. */
  static String of(Money money) {
    return money.minor() + " " + money.currency().getCurrencyCode();
  }

  static Money money(String text) {
    String[] parts = parts(text, " ", "minor units and a currency");
    return Money.of(Long.parseLong(parts[0]), Currency.getInstance(parts[1]));
  }

  /** With its scale, so that it comes back as it was written by whoever declared it. */
  static String of(BigDecimal decimal) {
    return decimal.toString();
  }

  static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  /** Numerator and denominator, such as {@code 275/3}. */
  static String of(Rational rational) {
    return rational.numerator() + "/" + rational.denominator();
  }

  static Rational rational(String text) {
    String[] parts = parts(text, "/", "a fraction");
    BigInteger denominator = new BigInteger(parts[1]);
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("\"" + text + "\", expected a denominator above 0");
    }
    Rational read = new Rational(new BigInteger(parts[0]), denominator);
    if (!of(read).equals(text)) {
      throw new IllegalArgumentException("\"" + text + "\", expected lowest terms: " + of(read));
    }
    return read;
  }

  static String of(Share share) {
    return share.ratio().toString();
  }

  static Share share(String text) {
    return new Share(new BigDecimal(text));
  }

  /** Such as {@code 2026-03-01}. */
  static String of(LocalDate day) {
    return day.toString();
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("\"" + text + "\" is no day", malformed);
    }
  }

  static String of(boolean flag) {
    return Boolean.toString(flag);
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("\"" + text + "\", expected true or false");
    };
  }

  /** Such as {@code bint-labun:2 hiqqah:1}; empty for none. */
  static String of(Animals animals) {
    return joined(animals.counts(), count -> Integer.toString(count));
  }

  static Animals animals(String text) {
    return new Animals(split(text, Integer::valueOf));
  }

  /** Such as {@code bint-labun:5|hiqqah:4}. */
  static String ofChoices(List<Animals> choices) {
    return choices.stream().map(Texts::of).collect(Collectors.joining(CHOICES));
  }

  static List<Animals> choices(String text) {
    List<Animals> choices = new ArrayList<>();
    for (String choice : text.split("\\" + CHOICES, -1)) {
      choices.add(animals(choice));
    }
    return choices;
  }

  /** Such as {@code tabi:700.50 musinnah:900}. */
  static String ofPrices(Map<Animal, BigDecimal> prices) {
    return joined(prices, Texts::of);
  }

  static Map<Animal, BigDecimal> prices(String text) {
    return split(text, Texts::decimal);
  }

  private static <V> String joined(Map<Animal, V> values, Function<V, String> word) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> WealthWords.ANIMAL.word(entry.getKey()) + ":" + word.apply(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static <V> Map<Animal, V> split(String text, Function<String, V> value) {
    Map<Animal, V> values = new EnumMap<>(Animal.class);
    if (!text.isEmpty()) {
      for (String pair : text.split(" ", -1)) {
        String[] parts = parts(pair, ":", "an animal and a number");
        values.put(WealthWords.ANIMAL.constant(parts[0]), value.apply(parts[1]));
      }
    }
    return values;
  }

  private static String[] parts(String text, String separator, String expected) {
    String[] parts = text.split(separator, -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("\"" + text + "\", expected " + expected);
    }
    return parts;
  }
}
