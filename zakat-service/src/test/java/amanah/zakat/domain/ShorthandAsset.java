package amanah.zakat.domain;

import static amanah.zakat.domain.Shorthand.constant;
import static amanah.zakat.domain.Shorthand.money;

import amanah.money.Money;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ReceivableQuality;
import amanah.zakat.domain.wealth.ShareHolding;
import amanah.zakat.domain.wealth.Species;
import amanah.zakat.domain.wealth.Watering;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Reads one asset of the tables: its type, its amount and what else the type has, in order. */
final class ShorthandAsset {

  private ShorthandAsset() {}

  static Asset of(String[] words, Currency currency) {
    return switch (words[0]) {
      case "gold", "silver" -> metal(words);
      case "crops" ->
          new LoneAsset.Crops(number(words[1]), constant(Watering.class, words[2]), at(3, words));
      case "fitr" -> new LoneAsset.Fitr(Integer.parseInt(words[1]), at(2, words), at(3, words));
      case "sheep", "cattle", "camels" ->
          new LoneAsset.Herd(
              constant(Species.class, words[0]), Integer.parseInt(words[1]), Map.of());
      default -> inMoney(words, money(words[1], currency), currency);
    };
  }

  private static Asset inMoney(String[] words, Money value, Currency currency) {
    Money zero = Money.zero(currency);
    Money second =
        words.length > 2 && words[2].matches("[\\d.,M]+") ? money(words[2], currency) : zero;
    return switch (words[0]) {
      case "cash" -> new MonetaryAsset.Cash(value, second);
      case "business" ->
          new MonetaryAsset.Business(
              value, second, words.length > 3 ? money(words[3], currency) : zero);
      case "receivable" ->
          new MonetaryAsset.Receivable(value, constant(ReceivableQuality.class, words[2]));
      case "shares" -> new MonetaryAsset.Shares(value, holding(words, currency));
      case "pension" -> pension(words, value);
      case "crypto" -> new MonetaryAsset.Crypto(value);
      case "income" ->
          new LoneAsset.Income(
              value, second, constant(IncomePeriod.class, words[words.length - 1]));
      case "rikaz" -> new LoneAsset.Rikaz(value);
      case "mine" -> new LoneAsset.Mine(value);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    };
  }

  private static Asset metal(String[] words) {
    Purity purity = new Purity.Pure();
    for (String word : words) {
      if (word.matches("[\\d.]+k")) {
        purity = new Purity.Karat(number(word.replace("k", "")));
      } else if (word.matches("[\\d.]+f")) {
        purity = new Purity.Fineness(number(word.replace("f", "")));
      }
    }
    MetalUse use = Arrays.asList(words).contains("worn") ? MetalUse.WORN : MetalUse.SAVINGS;
    return words[0].equals("gold")
        ? new MonetaryAsset.Gold(number(words[1]), purity, use)
        : new MonetaryAsset.Silver(number(words[1]), purity, use);
  }

  private static ShareHolding holding(String[] words, Currency currency) {
    if (words[2].equals("trading")) {
      return new ShareHolding.Trading();
    }
    int named = Arrays.asList(words).indexOf("dividends");
    return new ShareHolding.LongTerm(
        words.length > 3 && named != 3 ? Optional.of(Shorthand.share(words[3])) : Optional.empty(),
        named < 0 ? Optional.empty() : Optional.of(money(words[named + 1], currency)));
  }

  private static Asset pension(String[] words, Money value) {
    PensionMethod method = constant(PensionMethod.class, words[2]);
    boolean proxy = method == PensionMethod.PROXY && words.length > 3;
    boolean penalty = method == PensionMethod.ACCESSIBLE && words.length > 3;
    return new MonetaryAsset.Pension(
        value,
        method,
        proxy ? Optional.of(Shorthand.share(words[3])) : Optional.empty(),
        penalty ? money(words[3], value.currency()) : Money.zero(value.currency()));
  }

  private static Optional<BigDecimal> at(int index, String[] words) {
    return words.length > index ? Optional.of(number(words[index])) : Optional.empty();
  }

  private static BigDecimal number(String word) {
    return new BigDecimal(word);
  }
}
