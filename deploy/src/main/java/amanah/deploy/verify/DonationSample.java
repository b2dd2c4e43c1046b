package amanah.deploy.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A few donations of one campaign, each as likely as any other; the same seed takes the same. */
final class DonationSample {

  private final int size;
  private final RandomGenerator random;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, SampledDonation> sampled = new HashMap<>();
  private long seen;

  DonationSample(int size, long seed, String campaignId) {
    this.size = size;
    this.random = new SplittableRandom(seed ^ campaignId.hashCode());
  }

  void donation(String donationId, long sequence, long amountMinor) {
    if (size == 0 || sampled.containsKey(donationId)) {
      return;
    }
    seen++;
    int place = ids.size();
    if (place < size) {
      ids.add(donationId);
    } else {
      long drawn = random.nextLong(seen);
      if (drawn >= size) {
        return;
      }
      place = (int) drawn;
      sampled.remove(ids.set(place, donationId));
    }
    sampled.put(
        donationId, new SampledDonation(donationId, sequence, amountMinor, BigInteger.ZERO));
  }

  void refund(String donationId, long amountMinor) {
    sampled.computeIfPresent(donationId, (id, donation) -> donation.refunded(amountMinor));
  }

  List<SampledDonation> taken() {
    return List.copyOf(sampled.values());
  }
}
