package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Terms;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the database can tell of an event without reading it. */
final class EventMarkTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant END = Instant.parse("2026-04-01T00:00:00.123456Z");
  private static final Instant REMINDED = Instant.ofEpochSecond(1_774_000_000);
  private static final ReminderId REMINDER = ReminderId.of("n-1");
  private static final String DUE = "due:1775001600123";
  private static final CampaignId WELL = CampaignId.of("well");
  private static final Money CENT = Money.of(1, Currency.getInstance("USD"));
  private static final CampaignTerms ENDLESS = Terms.softGoal(1_000);
  private static final CampaignTerms ENDING = Terms.ending(END, ENDLESS);
  private static final boolean TAKES_ZAKAT = true;

  record Case(CampaignEvent event, Campaign before, String mark) {}

  // spotless:off
  private static List<Case> cases() {
    return List.of(
        new Case(recorded(Designation.ZAKAT),                      open(TAKES_ZAKAT),  "zakat"),
        new Case(recorded(Designation.SADAQAH, Designation.ZAKAT), open(TAKES_ZAKAT),  "zakat"),
        new Case(recorded(Designation.SADAQAH),                    open(TAKES_ZAKAT),  "plain"),
        new Case(recorded(Designation.SADAQAH),                    open(!TAKES_ZAKAT), "plain"),
        new Case(refunded(),                                       open(TAKES_ZAKAT),  "zakat"),
        new Case(refunded(),                                       open(!TAKES_ZAKAT), "plain"),
        new Case(opened(ENDLESS, false),                           Campaign.unopened(WELL), "idle"),
        new Case(opened(ENDING, false),                            Campaign.unopened(WELL), DUE),
        new Case(opened(ENDING, true),                             Campaign.unopened(WELL), "idle"),
        new Case(new CampaignEvent.TermsAmended(ENDING, AT),       opened(ENDLESS), DUE),
        new Case(new CampaignEvent.TermsAmended(ENDLESS, AT),      opened(ENDING),  "idle"),
        new Case(changed(CampaignStatus.PAUSED),                   opened(ENDING),  DUE),
        new Case(changed(CampaignStatus.PAUSED),                   opened(ENDLESS), "idle"),
        new Case(changed(CampaignStatus.COMPLETED),                opened(ENDING),  "idle"),
        new Case(changed(CampaignStatus.CANCELLED),                opened(ENDING),  "idle"),
        new Case(scheduled(REMINDED),                              opened(ENDLESS), "due:1774000000000"),
        new Case(scheduled(REMINDED),                              opened(ENDING),  "due:1774000000000"),
        new Case(scheduled(REMINDED),                              opened(ENDLESS).evolve(changed(CampaignStatus.CANCELLED)), "idle"),
        new Case(new CampaignEvent.ReminderDue(REMINDER, "Thank", REMINDED, AT), opened(ENDLESS).evolve(scheduled(REMINDED)), "idle"),
        new Case(new CampaignEvent.ReminderCancelled(REMINDER, AT), opened(ENDING).evolve(scheduled(REMINDED)), DUE),
        new Case(new CampaignEvent.MilestoneReached(25, CENT, AT), opened(ENDING),  ""),
        new Case(new CampaignEvent.ViewsCounted(1, AT),            opened(ENDING),  ""));
  }
  // spotless:on

  @ParameterizedTest
  @MethodSource("cases")
  void an_event_has_its_mark(Case one) {
    assertThat(
            EventMark.of(
                one.event(),
                one.before().isZakatEligible(),
                one.before().dueTimes().after(one.event())))
        .isEqualTo(one.mark());
  }

  private static CampaignEvent opened(CampaignTerms terms, boolean draft) {
    return new CampaignEvent.CampaignOpened(WELL, terms, draft, AT);
  }

  private static Campaign opened(CampaignTerms terms) {
    return Campaign.unopened(WELL).evolve(opened(terms, false));
  }

  private static Campaign open(boolean zakatEligible) {
    return opened(
        new CampaignTerms(
            ENDLESS.title(),
            ENDLESS.goal(),
            null,
            ENDLESS.goalPolicy(),
            zakatEligible,
            ENDLESS.milestones()));
  }

  private static CampaignEvent scheduled(Instant due) {
    return new CampaignEvent.ReminderScheduled(REMINDER, due, "Thank", AT);
  }

  private static CampaignEvent changed(CampaignStatus to) {
    return new CampaignEvent.StatusChanged(CampaignStatus.ACTIVE, to, null, AT);
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
