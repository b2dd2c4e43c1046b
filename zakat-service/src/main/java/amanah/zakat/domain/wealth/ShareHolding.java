package amanah.zakat.domain.wealth;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Amounts;
import java.util.Optional;

/** Why shares are kept. Source: AAOIFI standard 35; OIC Fiqh Academy, resolution 28 (3/4). */
public sealed interface ShareHolding {

  /** To sell them at a profit: stock in trade, at market value. */
  record Trading() implements ShareHolding {}

  /**
   * For their income.
   *
   * @param zakatableShare the zakatable part of the company's assets, if the payer knows it
   * @param dividends what was received in the year, for the rules that ask for it
   */
  record LongTerm(Optional<Share> zakatableShare, Optional<Money> dividends)
      implements ShareHolding {

    /** Refuses more than a whole, and negative dividends. */
    public LongTerm {
      zakatableShare.ifPresent(Parts::atMostAll);
      dividends.ifPresent(received -> Amounts.notNegative("dividends", received));
    }
  }
}
