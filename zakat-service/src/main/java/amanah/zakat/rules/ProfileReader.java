package amanah.zakat.rules;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.PriceAge;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the values of one profile file and remembers which, so that nothing is left unread. */
final class ProfileReader {

  private static final String HUNDRED_PERCENT = "100";
  private static final int DAYS_MAX = 366;

  private final String file;
  private final Config config;
  private final Set<String> read = new TreeSet<>();

  ProfileReader(String file, Config config) {
    this.file = file;
    this.config = config;
  }

  String file() {
    return file;
  }

  /** A text that needs no source. */
  String text(String key) {
    String text = scalar(key, "a text");
    if (text.isBlank()) {
      throw fault(key, "\"\"", "a text");
    }
    return text;
  }

  int version() {
    String text = text("version");
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw fault("version", text, "a whole number from 1");
    }
    return Integer.parseInt(text);
  }

  <E extends Enum<E>> Sourced<E> choice(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String words =
        Arrays.stream(constants).map(ProfileReader::word).collect(Collectors.joining(" | "));
    return sourced(
        key,
        words,
        text ->
            Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> fault(key + ".value", text, words)));
  }

  /** Whether the file says anything of it. */
  boolean has(String key) {
    return config.hasPath(key);
  }

  Sourced<PriceAge> priceAge(String key) {
    String expected = "a whole number of days, 0 to 366";
    return sourced(
        key,
        expected,
        text -> {
          if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > DAYS_MAX) {
            throw fault(key + ".value", text, expected);
          }
          return new PriceAge(Integer.parseInt(text));
        });
  }

  /** More than 0, at most so much. */
  Sourced<BigDecimal> number(String key, String max) {
    String expected = "a plain number above 0, at most " + max;
    return sourced(key, expected, text -> number(key, text, new BigDecimal(max), expected));
  }

  Sourced<Share> percent(String key) {
    String expected = "a percentage above 0, at most " + HUNDRED_PERCENT;
    return sourced(
        key,
        expected,
        text ->
            Share.percent(
                number(key, text, new BigDecimal(HUNDRED_PERCENT), expected).toPlainString()));
  }

  private BigDecimal number(String key, String text, BigDecimal max, String expected) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      throw fault(key + ".value", text, expected);
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() == 0 || number.compareTo(max) > 0) {
      throw fault(key + ".value", text, expected);
    }
    return number;
  }

  /** Two figures of one publication, such as {@code "91681728 IDR"}. */
  IncomeNisab incomeNisab(String yearKey, String monthKey) {
    Money year = money(yearKey);
    Money month = money(monthKey);
    try {
      return new IncomeNisab.Published(year, month);
    } catch (IllegalArgumentException impossible) {
      throw fault(monthKey + ".value", month.toString(), "a twelfth of " + yearKey + " " + year);
    }
  }

  private Money money(String key) {
    String expected = "an amount and its currency such as 7640144 IDR";
    return sourced(
            key,
            expected,
            text -> {
              String[] parts = text.split(" ", -1);
              if (parts.length != 2) {
                throw fault(key + ".value", text, expected);
              }
              try {
                return Money.parse(parts[0], Currency.getInstance(parts[1]));
              } catch (IllegalArgumentException malformed) {
                throw fault(key + ".value", text, expected);
              }
            })
        .value();
  }

  void checkOrder(String key, BigDecimal value, String expected, boolean holds) {
    if (!holds) {
      throw fault(key + ".value", value.toPlainString(), expected);
    }
  }

  /** Whatever is in the file and was not read is a typing error, or a source that nothing cites. */
  void checkNothingElse() {
    for (Map.Entry<String, ConfigValue> entry : config.entrySet()) {
      if (!read.contains(entry.getKey())) {
        String written = String.valueOf(entry.getValue().unwrapped());
        String expected =
            entry.getKey().startsWith("sources.")
                ? "a source that a rule names"
                : "no such key; known beside it: " + neighbours(entry.getKey());
        throw fault(entry.getKey(), written, expected);
      }
    }
  }

  ProfileFault fault(String key, String value, String expected) {
    return new ProfileFault(file, key, value, expected);
  }

  private String neighbours(String key) {
    String section = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
    String known =
        read.stream().filter(path -> path.startsWith(section)).collect(Collectors.joining(", "));
    return known.isEmpty() ? String.join(", ", read) : known;
  }

  private <T> Sourced<T> sourced(String key, String expected, Function<String, T> parse) {
    T value = parse.apply(scalar(key + ".value", expected));
    return new Sourced<>(value, source(key + ".source"));
  }

  private Source source(String key) {
    String name = scalar(key, "the name of one of the file's sources");
    String path = "sources." + ConfigUtil.quoteString(name);
    if (!config.hasPath(path)) {
      throw fault(key, name, "one of the file's sources: " + sources());
    }
    String plainPath = ConfigUtil.joinPath("sources", name);
    try {
      return new Source.Published(
          scalar(plainPath + ".title", "the publication's title"),
          scalar(plainPath + ".date", "the publication's date"));
    } catch (IllegalArgumentException malformed) {
      throw fault(plainPath, name, String.valueOf(malformed.getMessage()));
    }
  }

  private String sources() {
    if (!config.hasPath("sources") || !(config.getValue("sources") instanceof ConfigObject all)) {
      return "none";
    }
    return String.join(", ", new TreeSet<>(all.keySet()));
  }

  private String scalar(String key, String expected) {
    if (!config.hasPath(key)) {
      throw fault(key, "(missing)", expected);
    }
    ConfigValueType type = config.getValue(key).valueType();
    if (type != ConfigValueType.STRING && type != ConfigValueType.NUMBER) {
      throw fault(key, config.getValue(key).render(ConfigRenderOptions.concise()), expected);
    }
    read.add(key);
    return config.getString(key);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
