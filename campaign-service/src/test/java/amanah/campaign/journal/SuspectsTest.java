package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuspectsTest {

  private static final int SUSPECTS_MAX = 3;

  private final Suspects suspects = new Suspects(SUSPECTS_MAX);

  @Test
  void a_campaign_is_suspect_until_it_succeeds() {
    suspects.add("campaign|a");
    assertThat(suspects.contains("campaign|a")).isTrue();

    suspects.remove("campaign|a");

    assertThat(suspects.contains("campaign|a")).isFalse();
  }

  @Test
  void the_oldest_is_forgotten_at_the_limit_and_a_repeated_one_counts_once() {
    suspects.add("campaign|a");
    suspects.add("campaign|b");
    suspects.add("campaign|b");
    suspects.add("campaign|c");
    assertThat(suspects.contains("campaign|a")).isTrue();

    suspects.add("campaign|d");

    assertThat(suspects.contains("campaign|a")).isFalse();
    assertThat(suspects.contains("campaign|b")).isTrue();
    assertThat(suspects.contains("campaign|d")).isTrue();
  }
}
