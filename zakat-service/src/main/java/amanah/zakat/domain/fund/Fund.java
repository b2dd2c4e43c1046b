package amanah.zakat.domain.fund;

import amanah.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All zakat that was entrusted, by currency; it never mixes with general donations.
 *
 * @param byCurrency those of which anything was ever reported
 */
public record Fund(Map<Currency, CurrencyFund> byCurrency) {

  /** Nothing collected yet. */
  public static final Fund EMPTY = new Fund(Map.of());

  /** Keeps its own map. */
  public Fund {
    byCurrency = Map.copyOf(byCurrency);
  }

  /** The fund of that currency, empty when nothing was ever collected in it. */
  public CurrencyFund of(Currency currency) {
    CurrencyFund fund = byCurrency.get(currency);
    return fund == null ? CurrencyFund.empty(currency) : fund;
  }

  /** The funds by the codes of their currencies. */
  public List<CurrencyFund> inOrder() {
    return byCurrency.values().stream()
        .sorted(Comparator.comparing(fund -> fund.currency().getCurrencyCode()))
        .toList();
  }

  /** With these gifts and refunds of one currency counted. */
  public Fund reported(Money collected, Money refunded) {
    return with(of(collected.currency()).reported(collected, refunded));
  }

  /** With this distribution given away. */
  public Fund distributed(Asnaf asnaf, Money amount) {
    return with(of(amount.currency()).distributed(asnaf, amount));
  }

  private Fund with(CurrencyFund changed) {
    Map<Currency, CurrencyFund> all = new HashMap<>(byCurrency);
    all.put(changed.currency(), changed);
    return new Fund(all);
  }
}
