package amanah.campaign.domain;

import amanah.id.DonationId;
import java.util.Locale;
import java.util.Random;

/** Opens the index to its benchmark. */
public final class IndexProbe {

  private static final int MASK = (1 << 16) - 1;

  private final Donation[] donations;
  private final DonationId[] hits = new DonationId[MASK + 1];
  private final DonationId[] misses = new DonationId[MASK + 1];
  private DonationIndex index = DonationIndex.empty();

  /** Donations of as many donors. */
  public IndexProbe(boolean uuids, int size) {
    Random random = new Random(1);
    donations = new Donation[size];
    for (int number = 0; number < size; number++) {
      String donor = String.format(Locale.ROOT, "donor-%010d", number);
      donations[number] =
          IndexedDonations.donation(id(uuids, number, random), 1 + number % 10_000, donor);
    }
    for (int number = 0; number <= MASK && size > 0; number++) {
      hits[number] =
          DonationId.of(
              new String(donations[random.nextInt(size)].donationId().value().toCharArray()));
      misses[number] = DonationId.of(id(uuids, size + number, random));
    }
  }

  /** All donations into the index. */
  public void fill() {
    index = filled();
  }

  /** The amount of a donation that is there. */
  public long findHit(int number) {
    return index.amountMinor(index.find(hits[number & MASK]));
  }

  /** That a donation is not there. */
  public long findMiss(int number) {
    return index.find(misses[number & MASK]);
  }

  /** All donations into another index. */
  public long fillAnother() {
    return filled().size();
  }

  /** An image of the index. */
  public Object image() {
    return index.image();
  }

  /** The index again, of an image. */
  public long restore() {
    return DonationIndex.restore(index.image()).size();
  }

  private DonationIndex filled() {
    DonationIndex filled = DonationIndex.empty();
    for (int number = 0; number < donations.length; number++) {
      filled.add(donations[number], number / 100 + 1);
    }
    return filled;
  }

  private static String id(boolean uuids, int number, Random random) {
    return uuids
        ? IndexedDonations.uuid(random)
        : String.format(Locale.ROOT, "agdq2014-%05d", number);
  }
}
