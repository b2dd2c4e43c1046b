package amanah.deploy.verify;

import java.util.Currency;
import java.util.List;

/** What an event of the zakat journal says that the audit needs. */
sealed interface BookEntry {

  /** {@code zakat-reported.v1}. */
  record Reported(List<Part> parts) implements BookEntry {}

  /** One campaign's part of it. */
  record Part(
      String campaignId,
      long after,
      long upTo,
      long collectedMinor,
      long refundedMinor,
      Currency currency) {}

  /** {@code zakat-distributed.v1}. */
  record Distributed(String distributionId, String asnaf, long amountMinor, Currency currency)
      implements BookEntry {}

  /** {@code payment-received.v1} and {@code payment-returned.v1}, told apart by their names. */
  record Paid(String name) implements BookEntry {}

  /** Whatever moves no money. */
  record Other() implements BookEntry {}
}
