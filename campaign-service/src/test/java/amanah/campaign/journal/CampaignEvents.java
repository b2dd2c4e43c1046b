package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.ChangeName;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any campaign events, the odd ones more often than life would have them; one seed, one stream. */
final class CampaignEvents {

  private static final String ID_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  private static final List<String> PIECES =
      List.of(
          "a", "Z", " ", "\n", "\"", "\u0000", "é", "ن", "人", "\uD83C\uDF19", "long ".repeat(20));
  private static final List<Currency> CURRENCIES =
      Stream.of("USD", "JPY", "KWD", "EUR").map(Currency::getInstance).toList();
  private static final List<Long> AMOUNTS =
      List.of(1L, 23L, 24L, 255L, 256L, 65_536L, 1L << 32, Long.MAX_VALUE, 0L, -1L, Long.MIN_VALUE);

  private final Random random;

  CampaignEvents(long seed) {
    this.random = new Random(seed);
  }

  CampaignEvent next() {
    return switch (random.nextInt(10)) {
      case 0 -> new CampaignOpened(CampaignId.of(id()), terms(), random.nextBoolean(), instant());
      case 1 -> new TermsAmended(terms(), instant(), maybe(this::changeName));
      case 2 ->
          new StatusChanged(
              any(CampaignStatus.values()),
              any(CampaignStatus.values()),
              maybe(this::text),
              instant(),
              maybe(this::changeName));
      case 3 -> donationsRecorded(1 + random.nextInt(random.nextInt(10) == 0 ? 100 : 3));
      case 4 -> new MilestoneReached(1 + random.nextInt(1000), money(any(CURRENCIES)), instant());
      case 5 ->
          new DonationRefunded(
              RefundId.of(id()),
              DonationId.of(id()),
              money(any(CURRENCIES)),
              maybe(this::text),
              instant());
      case 6 -> new ReminderScheduled(ReminderId.of(id()), instant(), text(), instant());
      case 7 -> new ReminderCancelled(ReminderId.of(id()), instant());
      case 8 -> new ReminderDue(ReminderId.of(id()), text(), instant(), instant());
      default -> new ViewsCounted(any(AMOUNTS), instant());
    };
  }

  DonationsRecorded donationsRecorded(int count) {
    Currency currency = any(CURRENCIES);
    return new DonationsRecorded(
        IntStream.range(0, count).mapToObj(index -> donation(currency)).toList(), instant());
  }

  private Donation donation(Currency currency) {
    return new Donation(
        DonationId.of(id()),
        money(currency),
        maybe(this::donor),
        maybe(this::text),
        any(Designation.values()),
        maybe(() -> AssessmentId.of(id())),
        text(),
        maybe(this::instant));
  }

  private Donor donor() {
    return new Donor(maybe(() -> DonorId.of(id())), maybe(this::text), random.nextBoolean());
  }

  private ChangeName changeName() {
    return new ChangeName(ChangeId.of(id()), random.nextLong());
  }

  private CampaignTerms terms() {
    return new CampaignTerms(
        text(),
        money(any(CURRENCIES)),
        maybe(this::instant),
        any(GoalPolicy.values()),
        random.nextBoolean(),
        new Milestones(
            random.ints(random.nextInt(21), 1, 1001).distinct().sorted().boxed().toList()));
  }

  private Money money(Currency currency) {
    return Money.of(random.nextBoolean() ? any(AMOUNTS) : random.nextLong(), currency);
  }

  private String id() {
    int length = random.nextInt(4) == 0 ? 64 : 1 + random.nextInt(64);
    return random
        .ints(length, 0, ID_CHARACTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(ID_CHARACTERS.charAt(index)),
            StringBuilder::append)
        .toString()
        .replaceFirst("^\\.{1,2}$", "d");
  }

  private String text() {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(index -> any(PIECES))
        .collect(Collectors.joining());
  }

  private Instant instant() {
    return switch (random.nextInt(5)) {
      case 0 -> Instant.MIN;
      case 1 -> Instant.MAX;
      case 2 -> Instant.EPOCH;
      default ->
          Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
    };
  }

  private <V> @Nullable V maybe(Supplier<V> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <V> V any(List<V> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <V> V any(V[] values) {
    return values[random.nextInt(values.length)];
  }
}
