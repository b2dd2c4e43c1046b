package amanah.deploy.load.loop;

import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Donations without end, each told by its number alone: the same number is the same donation, at
 * every door and in this process. Campaigns and amounts are spread as evenly as by chance.
 */
public final class NumberedDonations {

  /** What all of them are given in. */
  public static final Currency CURRENCY = Currency.getInstance("IDR");

  /** Where the money is said to be. */
  public static final String REFERENCE = "bench";

  /** How many people give. */
  public static final int DONORS = 10_000;

  private static final long FIRST = 1_000_000_000_000L;
  private static final int AMOUNT_MIN = 10_000;
  private static final int AMOUNTS = 90_000;
  private static final List<Donor> DONOR_LIST =
      IntStream.range(0, DONORS)
          .mapToObj(index -> new Donor(DonorId.of(donorId(index)), null, false))
          .toList();

  private final String prefix;
  private final List<CampaignId> campaigns;
  private final long salt;

  /** To these campaigns, under ids that begin with {@code prefix}; the seed is of all chance. */
  public NumberedDonations(String prefix, List<CampaignId> campaigns, long seed) {
    this.prefix = prefix;
    this.campaigns = List.copyOf(campaigns);
    this.salt = mixed(seed);
  }

  /** The campaigns in the order of their index. */
  public List<CampaignId> campaigns() {
    return campaigns;
  }

  /** Which campaign a donation goes to. */
  public int campaign(long number) {
    return (int) Long.remainderUnsigned(mixed(salt + number), campaigns.size());
  }

  /** How much it is, always of five digits. */
  public long amountMinor(long number) {
    return AMOUNT_MIN + Long.remainderUnsigned(mixed(~(salt + number)), AMOUNTS);
  }

  /** The donation of that number. */
  public Donation donation(long number) {
    return new Donation(
        DonationId.of(donationId(number)),
        Money.of(amountMinor(number), CURRENCY),
        DONOR_LIST.get(donor(number)),
        null,
        Designation.SADAQAH,
        null,
        REFERENCE,
        null);
  }

  /** Its id, always of the same length. */
  public String donationId(long number) {
    return prefix + (FIRST + number);
  }

  /** The digits at the end of its id, as a number. */
  public static long digits(long number) {
    return FIRST + number;
  }

  /** Which donor gives it. */
  public static int donor(long number) {
    return (int) Long.remainderUnsigned(number, DONORS);
  }

  /** A donor's id, always of the same length. */
  public static String donorId(int donor) {
    return "donor_" + (DONORS + donor);
  }

  /** SplitMix64's finalizer. */
  private static long mixed(long number) {
    long mixed = number + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
