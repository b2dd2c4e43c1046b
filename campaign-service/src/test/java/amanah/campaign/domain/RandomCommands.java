package amanah.campaign.domain;

import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.time.Moment;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands drawn from a seed, with few ids and few contents, so that they meet all the time. */
final class RandomCommands {

  private static final List<@Nullable Donor> DONORS =
      Stream.of(
              null,
              new Donor(null, null, false),
              new Donor(null, "Aisha", false),
              new Donor(DonorId.of("donor-1"), "Aisha", false),
              new Donor(DonorId.of("donor-1"), "Aisha", true),
              new Donor(DonorId.of("donor-2"), null, false))
          .toList();

  private final Random random;
  private final int donationIds;
  private final int refundIds;

  RandomCommands(Random random) {
    this.random = random;
    this.donationIds = 1 << random.nextInt(2, 9);
    this.refundIds = 1 << random.nextInt(2, 7);
  }

  CampaignCommand.Open opening() {
    CampaignTerms terms =
        Terms.terms(random.nextBoolean() ? GoalPolicy.HARD : GoalPolicy.SOFT, goal());
    return new CampaignCommand.Open(
        Terms.ending(
            random.nextBoolean() ? instant(Story.END) : null,
            Terms.zakatEligible(random.nextBoolean(), terms)),
        random.nextInt(10) == 0);
  }

  /** A command; what closes a campaign for good comes seldom. */
  CampaignCommand next(CampaignCommand.Open opening) {
    int choice = random.nextInt(1_000);
    if (choice < 600) {
      return donations();
    } else if (choice < 800) {
      return refund();
    } else if (choice < 880) {
      return amendment();
    } else if (choice < 960) {
      return new CampaignCommand.ChangeStatus(
          target(), random.nextInt(4) == 0 ? null : "because", null, expectedSequence());
    } else if (choice < 980) {
      return new CampaignCommand.RecordViews(random.nextInt(4));
    } else if (choice < 990) {
      return new CampaignCommand.DoWhatIsDue();
    }
    return random.nextBoolean() ? opening : opening();
  }

  /** A time that mostly comes before the campaign's end, and sometimes jumps over it and back. */
  Moment now() {
    Instant at = random.nextInt(500) == 0 ? instant(Story.END) : instant(Story.START);
    return new Moment(at, random.nextInt(50) > 0);
  }

  private CampaignCommand donations() {
    int count = random.nextInt(3) == 0 ? random.nextInt(12) : 1;
    return new CampaignCommand.RecordDonations(
        Stream.generate(this::donation).limit(count).toList());
  }

  private Donation donation() {
    Designation designation = random.nextInt(6) == 0 ? Designation.ZAKAT : Designation.SADAQAH;
    String id = "d-" + random.nextInt(donationIds);
    Donation donation = Donations.donation(id, amount(), designation);
    Donation from = Donations.from(DONORS.get(random.nextInt(DONORS.size())), donation);
    return random.nextInt(4) == 0 ? Donations.saying(null, from) : from;
  }

  private CampaignCommand refund() {
    return new CampaignCommand.Refund(
        RefundId.of("r-" + random.nextInt(refundIds)),
        DonationId.of("d-" + random.nextInt(donationIds)),
        random.nextInt(3) == 0 ? null : amount(),
        random.nextInt(4) == 0 ? null : "asked for");
  }

  private CampaignCommand amendment() {
    return new CampaignCommand.Amend(
        seldom(() -> random.nextInt(4) == 0 ? " " : "Wells " + random.nextInt(3)),
        seldom(() -> Money.of(goal() - random.nextInt(2) * 40L, currency())),
        seldom(() -> instant(random.nextInt(4) == 0 ? Story.START : Story.END)),
        seldom(
            () -> random.nextBoolean() ? Milestones.QUARTERS : new Milestones(List.of(1, 25, 150))),
        null,
        expectedSequence());
  }

  /** Mostly none; else one at which the campaign seldom is. */
  private @Nullable Long expectedSequence() {
    return random.nextInt(8) == 0 ? (long) random.nextInt(1, 200) : null;
  }

  private CampaignStatus target() {
    return switch (random.nextInt(80)) {
      case 0 -> CampaignStatus.COMPLETED;
      case 1 -> CampaignStatus.CANCELLED;
      case 2 -> CampaignStatus.DRAFT;
      default -> random.nextInt(3) == 0 ? CampaignStatus.PAUSED : CampaignStatus.ACTIVE;
    };
  }

  private Money amount() {
    long minor =
        switch (random.nextInt(40)) {
          case 0 -> 0;
          case 1 -> -random.nextInt(5);
          case 2 -> Long.MAX_VALUE - random.nextInt(3);
          case 3 -> Long.MAX_VALUE / 2;
          default -> 1 + random.nextInt(8);
        };
    return Money.of(minor, currency());
  }

  private Currency currency() {
    return switch (random.nextInt(60)) {
      case 0, 1 -> Donations.EUR;
      case 2 -> Donations.DEM;
      default -> Donations.USD;
    };
  }

  private long goal() {
    return random.nextInt(20) == 0 ? Long.MAX_VALUE : 40L << random.nextInt(6);
  }

  private Instant instant(Instant around) {
    return around.plusSeconds(random.nextInt(5) - 2L);
  }

  private <T> Optional<T> seldom(Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
  }
}
