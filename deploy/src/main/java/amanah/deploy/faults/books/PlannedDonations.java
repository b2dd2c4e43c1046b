package amanah.deploy.faults.books;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The donations of a run, each told by its number and the run's seed alone: the same seed and
 * number are the same donation, whoever asks.
 */
public final class PlannedDonations {

  /** What all of them are given in. */
  public static final String CURRENCY = "USD";

  private static final int AMOUNT_MIN = 100;
  private static final int AMOUNTS = 20_000;
  private static final String PREFIX = "gift-";
  private static final int TAKING_ZAKAT_EACH = 3;
  private static final int ASSESSED_EACH = 4;
  private static final int ASSESSMENTS = 100;

  private final long seed;
  private final List<String> campaigns;

  /** To these campaigns. */
  public PlannedDonations(long seed, List<String> campaigns) {
    this.seed = seed;
    this.campaigns = List.copyOf(campaigns);
  }

  /** The ids of the campaigns, by their index. */
  public List<String> campaigns() {
    return campaigns;
  }

  /** The index of the campaign it is for. */
  public int campaign(long number) {
    return (int) Long.remainderUnsigned(mixed(number), campaigns.size());
  }

  /** How much it is, in cents. */
  public long amountMinor(long number) {
    return AMOUNT_MIN + Long.remainderUnsigned(mixed(~number), AMOUNTS);
  }

  /** What is given back of it when it is refunded, in cents. */
  public long refundMinor(long number) {
    return amountMinor(number) / 2;
  }

  /** Whether the campaign of that index takes zakat. */
  public boolean takesZakat(int campaign) {
    return campaign % TAKING_ZAKAT_EACH == 0;
  }

  /** Whether it is zakat: two of three that go to a campaign which takes it. */
  public boolean isZakat(long number) {
    return takesZakat(campaign(number)) && number % TAKING_ZAKAT_EACH != 0;
  }

  /** The assessment that it is given towards, if it is zakat and names one. */
  public Optional<String> assessment(long number) {
    return isZakat(number) && number % ASSESSED_EACH == 0
        ? Optional.of(assessmentOf(number))
        : Optional.empty();
  }

  /** The assessment that belongs to a number. */
  public String assessmentOf(long number) {
    return "assessment-" + seed + "-" + number % ASSESSMENTS;
  }

  /** All of them. */
  public List<String> assessments() {
    return LongStream.range(0, ASSESSMENTS).mapToObj(this::assessmentOf).toList();
  }

  /** Its id, unique in the run. */
  public String donationId(long number) {
    return PREFIX + seed + "-" + number;
  }

  /** The number of an id of this run, or empty for another's. */
  public OptionalLong number(String donationId) {
    String prefix = PREFIX + seed + "-";
    String digits = donationId.startsWith(prefix) ? donationId.substring(prefix.length()) : "none";
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /** SplitMix64's finalizer. */
  private long mixed(long number) {
    long mixed = number + (seed + 1) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
