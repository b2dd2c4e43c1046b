package amanah.zakat.domain.assessment;

import amanah.zakat.domain.assessment.MovementKey.DonationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One donation of a book, as far as it is known, with its refunds in the order they came. */
final class GivenDonation {

  private final DonationKey key;
  private final List<AssessedRefund> refunds = new ArrayList<>();
  private @Nullable Instant givenAt;
  private boolean named;
  private Totals totals;

  GivenDonation(DonationKey key, Currency currency) {
    this.key = key;
    this.totals = Totals.nothing(currency);
  }

  Currency currency() {
    return totals.received().currency();
  }

  void add(Movement movement) {
    totals = totals.plus(movement);
    switch (movement) {
      case Movement.Payment payment -> {
        givenAt = payment.at();
        named = payment.named();
      }
      case Movement.Return back ->
          refunds.add(new AssessedRefund(back.refundId(), back.amount(), back.at()));
    }
  }

  /** Whether it may be shown: of one whose refund alone is known, nobody knows yet whose it is. */
  boolean isNamed() {
    return named;
  }

  /** As it is shown, with so many refunds. */
  AssessedPayment shown(int refundsMax, Currency applied) {
    return new AssessedPayment(
        key.campaignId(),
        key.donationId(),
        totals.received(),
        Objects.requireNonNull(givenAt, "only what was given is shown"),
        totals.returned(),
        refunds.subList(Math.max(0, refunds.size() - refundsMax), refunds.size()),
        applied.equals(currency()));
  }
}
