package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** What is told of each change, before it has happened, is what is so when all of them have. */
  @Test
  void what_is_told_of_the_last_change_is_what_the_campaign_says_after_it() {
    int told = 0;
    for (int seed = 0; seed < LIVES; seed++) {
      Random random = new Random(seed);
      RandomCommands commands = new RandomCommands(random);
      CampaignCommand.Open opening = commands.opening();
      Campaign campaign = Campaign.unopened(Story.CAMPAIGN);
      CampaignCommand command = opening;
      for (int count = 0; count < COMMANDS; count++) {
        Campaign before = campaign;
        Optional<Instant> due = before.summary().flatMap(CampaignSummary::due);
        for (CampaignEvent event : before.decide(command, commands.now()).events()) {
          if (event instanceof CampaignEvent.CampaignOpened
              || event instanceof CampaignEvent.TermsAmended
              || event instanceof CampaignEvent.StatusChanged) {
            due = before.dueAfter(event);
            told++;
          }
          campaign = campaign.evolve(event);
        }
        assertThat(campaign.summary().flatMap(CampaignSummary::due))
            .as("seed " + seed)
            .isEqualTo(due);
        command = commands.next(opening);
      }
    }
    assertThat(told).isGreaterThan(LIVES * 5);
  }
}
