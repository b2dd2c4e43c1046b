package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the short words of the tables: profiles, settings, prices, debts and whole holdings. */
public final class Shorthand {

  private static final Profiles PROFILES = Profiles.bundled();

  private Shorthand() {}

  /** Rules such as {@code aaoifi silver silver=592.9 floor}. */
  public static RuleSet rules(String words) {
    String[] parts = words.split(" ", -1);
    Settings settings = Settings.NONE;
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      settings = with(settings, part);
    }
    return PROFILES.find(parts[0]).orElseThrow().with(settings);
  }

  /** Holdings such as {@code IDR, gold=1000000, gold 100 22k worn + cash 500}. */
  static Holdings holdings(
      String currency, @Nullable String prices, String assets, @Nullable String debts) {
    Currency parsed = Currency.getInstance(currency);
    List<Asset> declared =
        split(assets).map(words -> ShorthandAsset.of(words.split(" ", -1), parsed)).toList();
    List<Liability> liabilities =
        debts == null ? List.of() : split(debts).map(words -> debt(words, parsed)).toList();
    return new Holdings(parsed, declared, liabilities, prices(prices));
  }

  static Calculation answer(Holdings holdings, RuleSet rules) {
    return switch (Zakat.of(holdings, rules)) {
      case Outcome.Answered<Calculation> answered -> answered.answer();
      case Outcome.Refused<Calculation> refused ->
          throw new AssertionError("refused: " + refused.refusal().detail());
    };
  }

  static Refusal refusal(Holdings holdings, RuleSet rules) {
    return switch (Zakat.of(holdings, rules)) {
      case Outcome.Answered<Calculation> answered ->
          throw new AssertionError("answered: " + answered.answer());
      case Outcome.Refused<Calculation> refused -> refused.refusal();
    };
  }

  static Money money(String amount, Currency currency) {
    return Money.parse(amount.replace("M", "000000").replace(",", ""), currency);
  }

  static Share share(String ratio) {
    return new Share(new BigDecimal(ratio));
  }

  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static Stream<String> split(String words) {
    return Arrays.stream(words.split(" \\+ ", -1)).map(String::trim);
  }

  private static Prices prices(@Nullable String words) {
    Optional<BigDecimal> gold = Optional.empty();
    Optional<BigDecimal> silver = Optional.empty();
    for (String part : words == null ? new String[0] : words.split(" ", -1)) {
      BigDecimal price = new BigDecimal(part.substring(part.indexOf('=') + 1));
      if (part.startsWith("gold=")) {
        gold = Optional.of(price);
      } else {
        silver = Optional.of(price);
      }
    }
    return new Prices(gold, silver);
  }

  /** {@code 500 now} or {@code 100 of 5000 monthly}. */
  private static Liability debt(String words, Currency currency) {
    String[] parts = words.split(" ", -1);
    return parts.length == 2
        ? new Liability.Debt(money(parts[0], currency), constant(DebtTerm.class, parts[1]))
        : new Liability.Instalments(money(parts[0], currency), money(parts[2], currency));
  }

  private static Settings with(Settings s, String word) {
    Optional<BigDecimal> grams =
        word.contains("=")
            ? Optional.of(new BigDecimal(word.substring(word.indexOf('=') + 1)))
            : Optional.empty();
    return new Settings(
        chosen(NisabBasis.class, word).or(s::nisabBasis),
        word.startsWith("gold=") ? grams : s.goldNisabGrams(),
        word.startsWith("silver=") ? grams : s.silverNisabGrams(),
        chosen(YearKind.class, word).or(s::year),
        chosen(NisabComparison.class, word).or(s::nisabComparison),
        chosen(Rounding.class, word).or(s::rounding),
        word.startsWith("debts:") ? chosen(DebtPolicy.class, word.substring(6)) : s.debts(),
        chosen(WornJewellery.class, word).or(s::wornJewellery));
  }

  private static <E extends Enum<E>> Optional<E> chosen(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word))
        .findFirst();
  }
}
