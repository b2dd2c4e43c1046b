package amanah.zakat.domain.fund;

import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.arithmetic.Total;
import java.util.Optional;

/** What may be given from the fund, and to whom. */
public final class FundRules {

  private FundRules() {}

  /** Why the fund of its currency may not be distributed so; empty if it may. */
  public static Optional<FundRefusal> refusal(CurrencyFund fund, Distribution distribution) {
    if (!distribution.amount().isPositive()) {
      return Optional.of(
          new FundRefusal(
              RefusalCode.INVALID_AMOUNT,
              "amount " + distribution.amount() + " is refused, expected more than 0"));
    }
    Total amount = Total.of(distribution.amount());
    if (amount.compareTo(fund.available()) > 0) {
      return Optional.of(
          new FundRefusal(
              RefusalCode.FUND_EXCEEDED,
              "%s is more than the fund holds, expected at most %s"
                  .formatted(amount, fund.available())));
    }
    return switch (distribution.asnaf()) {
      case AMIL -> amilRefusal(fund, amount);
      case FUQARA, MASAKIN, MUALLAFAH, RIQAB, GHARIMIN, FI_SABILILLAH, IBN_SABIL ->
          Optional.empty();
    };
  }

  private static Optional<FundRefusal> amilRefusal(CurrencyFund fund, Total amount) {
    Total before = fund.distributedTo(Asnaf.AMIL);
    if (before.plus(amount).compareTo(fund.amilCap()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FundRefusal(
            RefusalCode.AMIL_CAP_EXCEEDED,
            "amil would have had %s, expected at most %s, an eighth of the %s that were collected"
                .formatted(before.plus(amount), fund.amilCap(), fund.net())));
  }
}
