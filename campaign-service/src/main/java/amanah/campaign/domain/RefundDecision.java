package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.money.Money;
import java.time.Instant;

/** Decides a refund: once for each refund id, and never more than what is left of the donation. */
final class RefundDecision {

  private final OpenedCampaign campaign;
  private final DonationIndex index;

  RefundDecision(OpenedCampaign campaign) {
    this.campaign = campaign;
    this.index = campaign.index();
  }

  Decision decide(CampaignCommand.Refund refund, Instant now) {
    int known = index.findRefund(refund.refundId());
    if (known != DonationIndex.ABSENT) {
      return repeated(refund, index.refund(known));
    }
    int donation = index.find(refund.donationId());
    if (donation == DonationIndex.ABSENT) {
      return Decision.refused(
          Refusal.DONATION_NOT_FOUND,
          "campaign \"%s\" has no donation \"%s\""
              .formatted(campaign.campaignId(), refund.donationId()));
    }
    return fresh(refund, donation, now);
  }

  private Decision repeated(CampaignCommand.Refund refund, RefundEntry first) {
    boolean same =
        first.donationId().equals(refund.donationId())
            && sameAmount(refund, first)
            && first.fingerprint() == DonationIndex.fingerprintOfReason(refund.reason());
    if (!same) {
      return Decision.refused(
          Refusal.IDEMPOTENCY_MISMATCH,
          "refund \"%s\" came before with other content (%s of donation \"%s\")"
              .formatted(refund.refundId(), money(first.amountMinor()), first.donationId()));
    }
    return Decision.of(
        new Answer.RefundRecorded(
            refund.refundId(),
            refund.donationId(),
            money(first.amountMinor()),
            money(first.refundedAfterMinor()),
            money(index.amountMinor(index.find(refund.donationId()))),
            refund.reason(),
            first.sequence(),
            true));
  }

  /** Without an amount all that was left was asked for, so that is what has to have been given. */
  private boolean sameAmount(CampaignCommand.Refund refund, RefundEntry first) {
    return refund.amount() == null
        ? first.refundedAfterMinor() == index.amountMinor(index.find(first.donationId()))
        : refund.amount().equals(money(first.amountMinor()));
  }

  private Decision fresh(CampaignCommand.Refund refund, int donation, Instant now) {
    Money captured = money(index.amountMinor(donation));
    Money refunded = money(index.refundedMinor(donation));
    Money left = captured.minus(refunded);
    Money amount = refund.amount() == null ? left : refund.amount();
    if (!amount.currency().equals(captured.currency())) {
      return Decision.refused(
          Refusal.CURRENCY_MISMATCH,
          "amount is in " + amount.currency() + ", expected " + captured.currency());
    }
    if (refund.amount() != null && !amount.isPositive()) {
      return Decision.refused(
          Refusal.INVALID_AMOUNT, "amount " + amount + ", expected more than nothing");
    }
    if (left.isZero() || amount.compareTo(left) > 0) {
      return Decision.refused(
          Refusal.REFUND_EXCEEDS_CAPTURED,
          "amount %s, expected at most what is left of donation \"%s\": %s"
              .formatted(refund.amount() == null ? captured : amount, refund.donationId(), left));
    }
    if (index.refundCount() >= index.limits().refundsMax()) {
      return Decision.refused(
          Refusal.LIMIT_REACHED,
          "the campaign has %d refunds, expected fewer than %d"
              .formatted(index.refundCount(), index.limits().refundsMax()));
    }
    return Decision.of(
        new Answer.RefundRecorded(
            refund.refundId(),
            refund.donationId(),
            amount,
            refunded.plus(amount),
            captured,
            refund.reason(),
            campaign.sequence() + 1,
            false),
        new DonationRefunded(refund.refundId(), refund.donationId(), amount, refund.reason(), now));
  }

  private Money money(long minor) {
    return Money.of(minor, campaign.terms().goal().currency());
  }
}
