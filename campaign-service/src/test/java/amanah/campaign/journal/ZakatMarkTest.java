package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Terms;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which events are found by those who look for zakat. */
final class ZakatMarkTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Money CENT = Money.of(1, Currency.getInstance("USD"));
  private static final boolean TAKES_ZAKAT = true;

  record Case(CampaignEvent event, boolean zakatEligible, String mark) {}

  // spotless:off
  private static List<Case> cases() {
    return List.of(
        new Case(recorded(Designation.ZAKAT),                      TAKES_ZAKAT,  "zakat"),
        new Case(recorded(Designation.SADAQAH, Designation.ZAKAT), TAKES_ZAKAT,  "zakat"),
        new Case(recorded(Designation.SADAQAH),                    TAKES_ZAKAT,  "plain"),
        new Case(recorded(Designation.SADAQAH),                    !TAKES_ZAKAT, "plain"),
        new Case(refunded(),                                       TAKES_ZAKAT,  "zakat"),
        new Case(refunded(),                                       !TAKES_ZAKAT, "plain"),
        new Case(opened(),                                         TAKES_ZAKAT,  ""),
        new Case(new CampaignEvent.TermsAmended(Terms.softGoal(1), AT), TAKES_ZAKAT, ""),
        new Case(new CampaignEvent.StatusChanged(CampaignStatus.DRAFT, CampaignStatus.ACTIVE, null, AT), TAKES_ZAKAT, ""),
        new Case(new CampaignEvent.MilestoneReached(25, CENT, AT), TAKES_ZAKAT,  ""),
        new Case(new CampaignEvent.ViewsCounted(1, AT),            TAKES_ZAKAT,  ""));
  }
  // spotless:on

  @ParameterizedTest
  @MethodSource("cases")
  void an_event_has_its_mark(Case one) {
    assertThat(ZakatMark.of(one.event(), one.zakatEligible())).isEqualTo(one.mark());
  }

  private static CampaignEvent opened() {
    return new CampaignEvent.CampaignOpened(
        CampaignId.of("well"), Terms.softGoal(1_000), false, AT);
  }

  private static CampaignEvent refunded() {
    return new CampaignEvent.DonationRefunded(RefundId.of("r"), DonationId.of("d"), CENT, null, AT);
  }

  private static CampaignEvent recorded(Designation... designations) {
    return new CampaignEvent.DonationsRecorded(
        Arrays.stream(designations)
            .map(
                designation ->
                    new Donation(
                        DonationId.of("d"), CENT, null, null, designation, null, "bank", null))
            .toList(),
        AT);
  }
}
