package amanah.zakat.domain.fund;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Total;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/**
 * The zakat of one currency.
 *
 * @param collected captured gifts, as campaigns reported them
 * @param refunded what was given back of them
 * @param distributed to whom; only those who got something
 */
public record CurrencyFund(Total collected, Total refunded, Map<Asnaf, Total> distributed) {

  /**
   * One of so many parts of what was collected is the most for {@link Asnaf#AMIL}: 1,250 basis
   * points. Source: BAZNAS regulation 1/2016, after ash-Shafi'i, who gives each asnaf an eighth.
   */
  public static final int AMIL_PARTS = 8;

  /** Keeps its own map. */
  public CurrencyFund {
    Map<Asnaf, Total> copy = new EnumMap<>(Asnaf.class);
    copy.putAll(distributed);
    distributed = Collections.unmodifiableMap(copy);
  }

  /** Nothing collected yet. */
  public static CurrencyFund empty(Currency currency) {
    return new CurrencyFund(Total.zero(currency), Total.zero(currency), Map.of());
  }

  /** The currency of all of it. */
  public Currency currency() {
    return collected.currency();
  }

  /** What was collected and not given back. */
  public Total net() {
    return collected.minus(refunded);
  }

  /** What those recipients got. */
  public Total distributedTo(Asnaf asnaf) {
    return distributed.getOrDefault(asnaf, Total.zero(currency()));
  }

  /** What all recipients got. */
  public Total distributedInAll() {
    return distributed.values().stream().reduce(Total.zero(currency()), Total::plus);
  }

  /** What is left to distribute; negative when gifts were given back that had been passed on. */
  public Total available() {
    return net().minus(distributedInAll());
  }

  /** The most that {@link Asnaf#AMIL} may have had: an eighth of the net, without the fraction. */
  public Total amilCap() {
    BigInteger eighth = net().minor().max(BigInteger.ZERO).divide(BigInteger.valueOf(AMIL_PARTS));
    return new Total(eighth, currency());
  }

  /** With these gifts and refunds counted. */
  CurrencyFund reported(Money gifts, Money refunds) {
    return new CurrencyFund(collected.plus(gifts), refunded.plus(refunds), distributed);
  }

  /** With this given away. */
  CurrencyFund distributed(Asnaf asnaf, Money amount) {
    Map<Asnaf, Total> sums = new EnumMap<>(Asnaf.class);
    sums.putAll(distributed);
    sums.put(asnaf, distributedTo(asnaf).plus(amount));
    return new CurrencyFund(collected, refunded, sums);
  }
}
