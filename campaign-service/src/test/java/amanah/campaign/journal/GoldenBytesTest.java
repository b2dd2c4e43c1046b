package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes that journals hold since the first release; none of these files may ever change. */
class GoldenBytesTest {

  private static final int HEX_WIDTH = 96;
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");
  private static final Instant EARLIER = Instant.parse("2026-02-28T23:59:59Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");

  private final CampaignEventSerializer serializer = new CampaignEventSerializer();

  // spotless:off
  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of("campaign-opened.v1",    "full",   new CampaignOpened(CampaignId.of("wells-2026"), fullTerms(), true, AT)),
        Arguments.of("campaign-opened.v1",    "least",  new CampaignOpened(CampaignId.of("w"), leastTerms(), false, AT)),
        Arguments.of("terms-amended.v1",      "full",   new TermsAmended(fullTerms(), AT)),
        Arguments.of("terms-amended.v1",      "least",  new TermsAmended(leastTerms(), AT)),
        Arguments.of("terms-amended.v1",      "named",  new TermsAmended(leastTerms(), AT, new ChangeName(ChangeId.of("c-1"), -2))),
        Arguments.of("status-changed.v1",     "named",  new StatusChanged(CampaignStatus.ACTIVE, CampaignStatus.PAUSED, "a storm", AT, new ChangeName(ChangeId.of("change.2026_03-01"), Long.MAX_VALUE))),
        Arguments.of("status-changed.v1",     "full",   new StatusChanged(CampaignStatus.ACTIVE, CampaignStatus.CANCELLED, "the well is dug already", AT)),
        Arguments.of("status-changed.v1",     "least",  new StatusChanged(CampaignStatus.DRAFT, CampaignStatus.ACTIVE, null, AT)),
        Arguments.of("status-changed.v1",     "others", new StatusChanged(CampaignStatus.PAUSED, CampaignStatus.COMPLETED, null, AT)),
        Arguments.of("donations-recorded.v1", "full",   new DonationsRecorded(List.of(fullDonation(), leastDonation(USD), namelessDonor()), AT)),
        Arguments.of("donations-recorded.v1", "least",  new DonationsRecorded(List.of(leastDonation(JPY)), Instant.EPOCH)),
        Arguments.of("milestone-reached.v1",  "full",   new MilestoneReached(75, Money.of(3_750_001, USD), AT)),
        Arguments.of("donation-refunded.v1",  "full",   new DonationRefunded(RefundId.of("r-1"), DonationId.of("d-1"), Money.of(12_345, USD), "given twice", AT)),
        Arguments.of("donation-refunded.v1",  "least",  new DonationRefunded(RefundId.of("r"), DonationId.of("d"), Money.of(1, JPY), null, AT)),
        Arguments.of("views-counted.v1",      "full",   new ViewsCounted(Long.MAX_VALUE, AT)),
        Arguments.of("reminder-scheduled.v1", "full",   new ReminderScheduled(ReminderId.of("n-1"), EARLIER, "Thank everybody \u00b7 شکریہ", AT)),
        Arguments.of("reminder-cancelled.v1", "full",   new ReminderCancelled(ReminderId.of("n-1"), AT)),
        Arguments.of("reminder-due.v1",       "full",   new ReminderDue(ReminderId.of("n-1"), "Thank everybody", EARLIER, AT)));
  }
  // spotless:on

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void an_event_is_written_as_the_golden_bytes(
      String manifest, String variant, CampaignEvent event) {
    assertThat(serializer.manifest(event)).isEqualTo(manifest);
    assertThat(hex(serializer.toBinary(event))).isEqualTo(golden(manifest, variant, event));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void golden_bytes_are_read_as_the_event(String manifest, String variant, CampaignEvent event) {
    byte[] bytes = HexFormat.of().parseHex(golden(manifest, variant, event).replaceAll("\\s", ""));

    assertThat(serializer.fromBinary(bytes, manifest)).isEqualTo(event);
  }

  private String golden(String manifest, String variant, CampaignEvent event) {
    String name = "/golden/" + manifest + "." + variant + ".hex";
    try (InputStream file = GoldenBytesTest.class.getResourceAsStream(name)) {
      return file == null
          ? fail("no file " + name + "; for a new format it is\n" + hex(serializer.toBinary(event)))
          : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).replaceAll("(.{1," + HEX_WIDTH + "})", "$1\n");
  }

  private static CampaignTerms fullTerms() {
    return new CampaignTerms(
        "Wells for Tharparkar · تھرپارکر",
        Money.of(5_000_000, USD),
        EARLIER,
        GoalPolicy.HARD,
        true,
        Milestones.QUARTERS);
  }

  private static CampaignTerms leastTerms() {
    return new CampaignTerms(
        "W", Money.of(1, JPY), null, GoalPolicy.SOFT, false, new Milestones(List.of()));
  }

  private static Donation fullDonation() {
    return new Donation(
        DonationId.of("d-0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwx"),
        Money.of(Long.MAX_VALUE, USD),
        new Donor(DonorId.of("donor-7"), "Aïsha 🌙", true),
        "For the children",
        Designation.ZAKAT,
        AssessmentId.of("assessment-1447"),
        "bank:2026-03-01/17",
        EARLIER);
  }

  private static Donation namelessDonor() {
    return new Donation(
        DonationId.of("d-3"),
        Money.of(300, USD),
        new Donor(null, null, false),
        null,
        Designation.SADAQAH,
        null,
        "cash-3",
        null);
  }

  private static Donation leastDonation(Currency currency) {
    return new Donation(
        DonationId.of("d"),
        Money.of(1, currency),
        null,
        null,
        Designation.SADAQAH,
        null,
        "p",
        null);
  }
}
