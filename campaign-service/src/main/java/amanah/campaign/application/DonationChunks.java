package amanah.campaign.application;

import amanah.campaign.batching.BatchLimits;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a long list of donations into messages that are small enough to cross between nodes. */
final class DonationChunks {

  private static final int DONATIONS_MAX = BatchLimits.MESSAGE_MAX;

  /** Of Artery's 256 KiB, with room for field names. */
  private static final int BYTES_MAX = 200_000;

  private static final int DONATION_BYTES = 250;
  private static final int CHARACTER_BYTES_MAX = 3;

  private DonationChunks() {}

  static List<List<Donation>> of(List<Donation> donations) {
    List<List<Donation>> chunks = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int index = 0; index < donations.size(); index++) {
      int length = bytesOf(donations.get(index));
      boolean full = index - start == DONATIONS_MAX || bytes + length > BYTES_MAX;
      if (full && index > start) {
        chunks.add(donations.subList(start, index));
        start = index;
        bytes = 0;
      }
      bytes += length;
    }
    if (start < donations.size()) {
      chunks.add(donations.subList(start, donations.size()));
    }
    return chunks;
  }

  /** At most so many, whatever the letters. */
  private static int bytesOf(Donation donation) {
    Donor donor = donation.donor();
    int characters =
        donation.paymentReference().length()
            + length(donation.message())
            + (donor == null ? 0 : length(donor.name()));
    return DONATION_BYTES + CHARACTER_BYTES_MAX * characters;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
