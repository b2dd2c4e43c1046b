package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.ReminderId;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a campaign has something to do by itself. */
final class DueRulesTest {

  private static final int LIVES = 200;
  private static final int COMMANDS = 300;

  @ParameterizedTest
  @CsvSource({"DRAFT,false", "ACTIVE,true", "PAUSED,true", "COMPLETED,false", "CANCELLED,false"})
  void an_end_is_due_while_the_campaign_can_complete(CampaignStatus status, boolean due) {
    Story story = Story.in(status, Terms.ending(Story.END, Terms.softGoal(1_000)));

    assertThat(story.summary().due()).isEqualTo(due ? Optional.of(Story.END) : Optional.empty());
  }

  @Test
  void nothing_is_due_without_an_end() {
    assertThat(Story.active(Terms.softGoal(1_000)).summary().due()).isEmpty();
  }

  @Test
  void the_earlier_of_end_and_reminder_is_due() {
    Story story = Story.active(Terms.ending(Story.END, Terms.softGoal(1_000)));
    story.does(remind("late", Story.END));
    story.does(remind("early", Story.END.minusSeconds(9)));

    assertThat(story.summary().due()).contains(Story.END.minusSeconds(9));
  }

  /** What is told of each event, without all that it does, is what the campaign says after it. */
  @Test
  void what_is_told_of_an_event_is_what_the_campaign_says_after_it() {
    int told = 0;
    for (int seed = 0; seed < LIVES; seed++) {
      Random random = new Random(seed);
      RandomCommands commands = new RandomCommands(random);
      CampaignCommand.Open opening = commands.opening();
      Campaign campaign = Campaign.unopened(Story.CAMPAIGN);
      CampaignCommand command = opening;
      for (int count = 0; count < COMMANDS; count++) {
        DueTimes due = campaign.dueTimes();
        for (CampaignEvent event : campaign.decide(command, commands.now()).events()) {
          due = due.after(event);
          campaign = campaign.evolve(event);
          told++;
        }
        assertThat(campaign.summary().flatMap(CampaignSummary::due))
            .as("seed " + seed)
            .isEqualTo(due.next());
        assertThat(campaign.dueTimes()).isEqualTo(due);
        command = random.nextInt(4) == 0 ? reminding(random) : commands.next(opening);
      }
    }
    assertThat(told).isGreaterThan(LIVES * 50);
  }

  private static CampaignCommand reminding(Random random) {
    String id = "n-" + random.nextInt(30);
    Instant at = Story.START.plusSeconds(random.nextInt(90_000));
    return switch (random.nextInt(4)) {
      case 0 -> new CampaignCommand.CancelReminder(ReminderId.of(id));
      case 1 -> new CampaignCommand.DoWhatIsDue();
      default -> remind(id, at);
    };
  }

  private static CampaignCommand remind(String id, Instant at) {
    return new CampaignCommand.ScheduleReminder(ReminderId.of(id), at, "Thank them");
  }
}
