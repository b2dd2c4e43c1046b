package amanah.zakat.domain.assessment;

import amanah.id.RefundId;
import amanah.money.Money;
import java.time.Instant;

/**
 * A part of a gift that was given back, or all of it.
 *
 * @param refundId within the gift's campaign
 * @param at when the campaign recorded it
 */
public record AssessedRefund(RefundId refundId, Money amount, Instant at) {}
