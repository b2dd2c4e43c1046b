package amanah.campaign.zakat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The events of a campaign that takes zakat, and the campaign as it is shown. */
final class ZakatStory {

  static final CampaignId WELL = CampaignId.of("well");
  static final Currency USD = Currency.getInstance("USD");
  static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private ZakatStory() {}

  /** A gift of zakat that names no assessment. */
  static Donation zakat(String id, long minor) {
    return donation(id, minor, Designation.ZAKAT, null);
  }

  /** A gift of zakat towards an assessment. */
  static Donation assessed(String id, long minor) {
    return donation(id, minor, Designation.ZAKAT, AssessmentId.of("assessment-1"));
  }

  static Donation sadaqah(String id, long minor) {
    return donation(id, minor, Designation.SADAQAH, null);
  }

  private static Donation donation(
      String id, long minor, Designation designation, @Nullable AssessmentId assessmentId) {
    return new Donation(
        DonationId.of(id), usd(minor), null, null, designation, assessmentId, "bank", null);
  }

  static CampaignEvent recorded(Donation... donations) {
    return new CampaignEvent.DonationsRecorded(Arrays.asList(donations), AT);
  }

  /** So many gifts of one cent towards an assessment, named by a prefix. */
  static CampaignEvent manyAssessed(String prefix, int count) {
    return new CampaignEvent.DonationsRecorded(
        IntStream.range(0, count).mapToObj(each -> assessed(prefix + "-" + each, 1)).toList(), AT);
  }

  static CampaignEvent refunded(String refundId, String donationId, long minor) {
    return new CampaignEvent.DonationRefunded(
        RefundId.of(refundId), DonationId.of(donationId), usd(minor), null, AT);
  }

  static CampaignEvent viewed() {
    return new CampaignEvent.ViewsCounted(1, AT);
  }

  static Money usd(long minor) {
    return Money.of(minor, USD);
  }

  /** The campaign after that event. */
  static CampaignSummary campaign(boolean zakatEligible, long sequence) {
    return new CampaignSummary(
        WELL,
        new CampaignTerms(
            "A well",
            usd(1_000_000),
            null,
            GoalPolicy.SOFT,
            zakatEligible,
            new Milestones(List.of())),
        CampaignStatus.ACTIVE,
        usd(0),
        usd(0),
        0,
        0,
        BigDecimal.ZERO,
        List.of(),
        0,
        AT,
        sequence);
  }
}
