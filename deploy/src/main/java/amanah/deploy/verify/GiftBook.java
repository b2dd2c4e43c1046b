package amanah.deploy.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids of one campaign: some 160 bytes a donation, and as much for a donor who has an id. */
final class GiftBook {

  /** No sequence number: a donation that did not come before. */
  static final long NEVER = 0;

  /** What became of a refund. */
  enum Refunding {
    FITS,
    REPEATED,
    UNKNOWN,
    TOO_MUCH,
    NOTHING
  }

  private record Gift(long amountMinor, long sequence) {}

  private final Map<String, Gift> gifts = new HashMap<>();
  private final Set<String> donors = new HashSet<>();
  private final Map<String, BigInteger> refunded = new HashMap<>();
  private final Set<String> refunds = new HashSet<>();

  /** Where the donation was before, or {@link #NEVER}. */
  long add(String donationId, long amountMinor, long sequence, @Nullable String donorId) {
    Gift before = gifts.putIfAbsent(donationId, new Gift(amountMinor, sequence));
    if (before == null && donorId != null) {
      donors.add(donorId);
    }
    return before == null ? NEVER : before.sequence();
  }

  Refunding refund(String refundId, String donationId, long amountMinor) {
    if (!refunds.add(refundId)) {
      return Refunding.REPEATED;
    }
    BigInteger sum = refunded.merge(donationId, BigInteger.valueOf(amountMinor), BigInteger::add);
    Gift gift = gifts.get(donationId);
    if (gift == null) {
      return Refunding.UNKNOWN;
    }
    if (amountMinor <= 0) {
      return Refunding.NOTHING;
    }
    boolean fits = sum.compareTo(BigInteger.valueOf(gift.amountMinor())) <= 0;
    return fits ? Refunding.FITS : Refunding.TOO_MUCH;
  }

  BigInteger refunded(String donationId) {
    return refunded.getOrDefault(donationId, BigInteger.ZERO);
  }

  long amount(String donationId) {
    Gift gift = gifts.get(donationId);
    return gift == null ? 0 : gift.amountMinor();
  }

  long donationCount() {
    return gifts.size();
  }

  long donorCount() {
    return donors.size();
  }

  long refundCount() {
    return refunds.size();
  }
}
