package amanah.campaign.domain;

import static amanah.campaign.domain.Donations.donation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.time.Moment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The campaign is active and has d-1 of 300 cents, of which 10 were refunded by r-1, and change
 * c-1.
 */
final class ContradictoryJournalTest {

  private static final Instant AT = Story.START;
  private static final CampaignTerms TERMS = Terms.softGoal(1_000);

  private static final ChangeName NAMED_BEFORE = new ChangeName(ChangeId.of("c-1"), 1);

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of("opened twice          ", new CampaignOpened(Story.CAMPAIGN, TERMS, true, AT)),
        Arguments.of("recorded before       ", recorded("d-1", usd(300))),
        Arguments.of("recorded in euros     ", recorded("d-2", Money.of(1, Donations.EUR))),
        Arguments.of("recorded nothing      ", recorded("d-2", usd(0))),
        Arguments.of("recorded less         ", recorded("d-2", usd(-1))),
        Arguments.of("recorded too much     ", recorded("d-2", usd(Long.MAX_VALUE))),
        Arguments.of("refunded before       ", refunded("r-1", "d-1", usd(10))),
        Arguments.of("refunded the unknown  ", refunded("r-2", "d-2", usd(10))),
        Arguments.of("refunded more         ", refunded("r-2", "d-1", usd(291))),
        Arguments.of("refunded nothing      ", refunded("r-2", "d-1", usd(0))),
        Arguments.of("refunded in euros     ", refunded("r-2", "d-1", Money.of(1, Donations.EUR))),
        Arguments.of("reached before        ", new MilestoneReached(25, usd(300), AT)),
        Arguments.of("amended to euros      ", amended(Money.of(1_000, Donations.EUR))),
        Arguments.of("amended to no goal    ", amended(usd(0))),
        Arguments.of(
            "another status before ", changed(CampaignStatus.PAUSED, CampaignStatus.ACTIVE)),
        Arguments.of(
            "no such way           ", changed(CampaignStatus.ACTIVE, CampaignStatus.DRAFT)),
        Arguments.of(
            "to where it is        ", changed(CampaignStatus.ACTIVE, CampaignStatus.ACTIVE)),
        Arguments.of("a name used before    ", new TermsAmended(TERMS, AT, NAMED_BEFORE)),
        Arguments.of("views taken back      ", new ViewsCounted(-1, AT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void an_impossible_event_is_loud(String what, CampaignEvent event) {
    Story story = Story.active(TERMS);
    story.gives("d-1", 300);
    story.refunds("r-1", "d-1", usd(10));
    story.evolve(
        new StatusChanged(CampaignStatus.ACTIVE, CampaignStatus.ACTIVE, null, AT, NAMED_BEFORE));

    assertThatThrownBy(() -> story.campaign().evolve(event))
        .as(what)
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = CampaignStatus.class,
      names = {"DRAFT", "PAUSED", "COMPLETED", "CANCELLED"})
  void donations_of_a_campaign_that_takes_none_are_loud(CampaignStatus status) {
    Campaign campaign = Story.in(status, TERMS).campaign();

    assertThatThrownBy(() -> campaign.evolve(recorded("d-1", usd(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("yet its journal says DonationsRecorded at 2026-03-01T12:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(
      value = CampaignStatus.class,
      names = {"COMPLETED", "CANCELLED"})
  void new_terms_of_a_closed_campaign_are_loud(CampaignStatus status) {
    Campaign campaign = Story.in(status, TERMS).campaign();

    assertThatThrownBy(() -> campaign.evolve(amended(usd(2_000))))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void nothing_comes_before_the_opening(String what, CampaignEvent event) {
    Campaign unopened = Campaign.unopened(CampaignId.of("another"));

    assertThatThrownBy(() -> unopened.evolve(event))
        .as(what)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("campaign another was never opened");
  }

  @Test
  void the_message_names_no_donor() {
    Campaign campaign = Story.in(CampaignStatus.PAUSED, TERMS).campaign();

    assertThatThrownBy(() -> campaign.evolve(recorded("d-1", usd(1))))
        .message()
        .doesNotContain("Aisha", "donor-1", "may it help");
  }

  @Test
  void a_campaign_that_has_evolved_already_is_not_used_again() {
    Campaign before = Story.active(TERMS).campaign();
    CampaignEvent event = recorded("d-1", usd(1));

    Campaign after = before.evolve(event);

    assertThat(after.donations()).isOne();
    assertThatThrownBy(() -> before.evolve(event)).hasMessageContaining("has evolved already");
    assertThatThrownBy(() -> before.decide(new CampaignCommand.DoWhatIsDue(), Moment.trusted(AT)))
        .hasMessageContaining("has evolved already");
    assertThatThrownBy(before::snapshot).hasMessageContaining("has evolved already");
    assertThatThrownBy(() -> before.locate(DonationId.of("d-1")))
        .hasMessageContaining("has evolved already");
  }

  @Test
  void an_unopened_campaign_has_nothing_to_keep() {
    Campaign unopened = Campaign.unopened(Story.CAMPAIGN);

    assertThat(unopened.summary()).isEmpty();
    assertThat(unopened.sequence()).isZero();
    assertThat(unopened.donations()).isZero();
    assertThat(unopened.locate(DonationId.of("d-1"))).isEmpty();
    assertThatThrownBy(unopened::snapshot).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void views_are_never_asked_back() {
    assertThatThrownBy(() -> new CampaignCommand.RecordViews(-1))
        .hasMessage("views -1, expected 0 or more");
  }

  private static DonationsRecorded recorded(String id, Money amount) {
    return new DonationsRecorded(List.of(donation(id, amount, Designation.SADAQAH)), AT);
  }

  private static DonationRefunded refunded(String refundId, String donationId, Money amount) {
    return new DonationRefunded(
        RefundId.of(refundId), DonationId.of(donationId), amount, "asked for", AT);
  }

  private static TermsAmended amended(Money goal) {
    return new TermsAmended(Terms.withGoal(goal, TERMS), AT);
  }

  private static StatusChanged changed(CampaignStatus from, CampaignStatus to) {
    return new StatusChanged(from, to, null, AT);
  }

  private static Money usd(long minor) {
    return Money.of(minor, Donations.USD);
  }
}
