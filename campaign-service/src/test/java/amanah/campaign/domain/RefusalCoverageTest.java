package amanah.campaign.domain;

import static amanah.campaign.domain.Donations.donation;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.ReminderId;
import amanah.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new refusal does not compile here until somebody says how it comes about. */
final class RefusalCoverageTest {

  private final Story story = Story.active(Terms.zakatEligible(false, Terms.hardGoal(100)));

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void every_refusal_of_the_rules_can_happen_and_records_nothing(Refusal refusal) {
    story.gives("d-1", 10);

    Optional<String> word = provoke(refusal);

    word.ifPresent(said -> assertThat(said).isEqualTo(refusal.name()));
    assertThat(story.summary().raised()).isEqualTo(Money.of(10, Donations.USD));
  }

  /** The word for what was refused, or empty if the rules know no such refusal. */
  private Optional<String> provoke(Refusal refusal) {
    return switch (refusal) {
      case CAMPAIGN_NOT_FOUND ->
          Optional.of(Story.word(Story.unopened().becomes(CampaignStatus.ACTIVE)));
      case CAMPAIGN_EXISTS -> said(new CampaignCommand.Open(Terms.softGoal(1), false));
      case CAMPAIGN_NOT_ACTIVE -> Optional.of(pausedDonation());
      case ILLEGAL_TRANSITION -> Optional.of(Story.word(story.becomes(CampaignStatus.DRAFT)));
      case PRECONDITION_FAILED ->
          said(new CampaignCommand.ChangeStatus(CampaignStatus.PAUSED, null, null, 1_000L));
      case UNKNOWN_CURRENCY -> donating(Money.of(1, Donations.DEM), Designation.SADAQAH);
      case CURRENCY_MISMATCH -> donating(Money.of(1, Donations.EUR), Designation.SADAQAH);
      case INVALID_AMOUNT -> donating(Money.of(0, Donations.USD), Designation.SADAQAH);
      case INVALID_FIELD ->
          Optional.of(Story.word(story.amends(Optional.of(""), Optional.empty())));
      case GOAL_EXCEEDED -> donating(Money.of(91, Donations.USD), Designation.SADAQAH);
      case NOT_ZAKAT_ELIGIBLE -> donating(Money.of(1, Donations.USD), Designation.ZAKAT);
      case ASSESSMENT_NOT_FOUND -> Optional.empty();
      case IDEMPOTENCY_MISMATCH -> Optional.of(Story.word(story.gives("d-1", 11)));
      case DONATION_NOT_FOUND -> Optional.of(Story.word(story.refunds("r-1", "d-9", null)));
      case REMINDER_NOT_FOUND -> said(new CampaignCommand.CancelReminder(ReminderId.of("none")));
      case REFUND_EXCEEDS_CAPTURED ->
          Optional.of(Story.word(story.refunds("r-1", "d-1", Money.of(11, Donations.USD))));
      case LIMIT_REACHED -> Optional.of(oneTooMany());
      case UNAVAILABLE -> Optional.of(endedByDoubtfulClock());
      case OVERLOADED, TIMEOUT -> Optional.empty();
    };
  }

  private static String oneTooMany() {
    Story full = Story.limited(new IndexLimits(0, 0), Terms.softGoal(100));
    return Story.word(full.gives("d-1", 1));
  }

  @Test
  void an_unopened_campaign_refuses_everything_but_its_opening() {
    List<CampaignCommand> commands =
        List.of(
            new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, null),
            new CampaignCommand.RecordDonations(List.of(donation("d-1", 1))),
            new CampaignCommand.RecordViews(1),
            new CampaignCommand.ScheduleReminder(ReminderId.of("n-1"), Story.END, "Thank them"),
            new CampaignCommand.CancelReminder(ReminderId.of("n-1")),
            new CampaignCommand.ListReminders(),
            new CampaignCommand.DoWhatIsDue());

    for (CampaignCommand command : commands) {
      assertThat(Story.word(Story.unopened().does(command))).isEqualTo("CAMPAIGN_NOT_FOUND");
    }
    assertThat(Story.word(Story.unopened().refunds("r-1", "d-1", null)))
        .isEqualTo("CAMPAIGN_NOT_FOUND");
    assertThat(Story.word(Story.unopened().amends(Optional.of("Pumps"), Optional.empty())))
        .isEqualTo("CAMPAIGN_NOT_FOUND");
  }

  @Test
  void only_a_timeout_leaves_open_whether_something_was_recorded() {
    for (Refusal refusal : Refusal.values()) {
      assertThat(refusal.definite()).isEqualTo(refusal != Refusal.TIMEOUT);
    }
  }

  private Optional<String> said(CampaignCommand command) {
    return Optional.of(Story.word(story.does(command)));
  }

  private Optional<String> donating(Money amount, Designation designation) {
    return Optional.of(Story.word(story.donates(donation("d-2", amount, designation)).getFirst()));
  }

  private String endedByDoubtfulClock() {
    story.endsAt(Story.END);
    story.clockSays(Story.END);
    return Story.word(story.gives("d-2", 1));
  }

  private String pausedDonation() {
    story.becomes(CampaignStatus.PAUSED);
    return Story.word(story.gives("d-2", 1));
  }
}
