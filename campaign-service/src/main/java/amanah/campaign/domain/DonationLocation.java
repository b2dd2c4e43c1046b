package amanah.campaign.domain;

import amanah.money.Money;
import java.util.List;

/**
 * Where a donation is in its campaign's journal, and what is known of it without looking there.
 *
 * @param sequence the number of the event that recorded it
 * @param refunded what its refunds have given back in sum
 * @param refundSequences the numbers of the events that refunded it, ascending; the newest when
 *     there are more than {@link #REFUNDS_MAX}
 */
public record DonationLocation(long sequence, Money refunded, List<Long> refundSequences) {

  /** How many refunds of one donation are looked up. */
  public static final int REFUNDS_MAX = 500;

  /** Keeps the newest of the refunds. */
  public DonationLocation {
    refundSequences =
        List.copyOf(
            refundSequences.subList(
                Math.max(0, refundSequences.size() - REFUNDS_MAX), refundSequences.size()));
  }
}
