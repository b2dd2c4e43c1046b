package amanah.zakat.domain.assessment;

import amanah.zakat.domain.assessment.MovementKey.DonationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One donation of a book, as far as it is known, with its refunds in the order they came. */
final class GivenDonation {

  private final DonationKey key;
  private final List<AssessedRefund> refunds = new ArrayList<>();
  private @Nullable Instant givenAt;
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
      case Movement.Payment payment -> givenAt = payment.at();
      case Movement.Return back ->
          refunds.add(new AssessedRefund(back.refundId(), back.amount(), back.at()));
    }
  }

  /** As it is shown, with so many refunds. */
  AssessedPayment shown(int refundsMax, Currency applied) {
    return new AssessedPayment(
        key.campaignId(),
        key.donationId(),
        totals.received(),
        givenAt != null ? givenAt : refunds.getFirst().at(),
        totals.returned(),
        refunds.subList(Math.max(0, refunds.size() - refundsMax), refunds.size()),
        applied.equals(currency()));
  }
}
