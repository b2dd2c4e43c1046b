package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuspectsTest {

  private static final int SUSPECTS_MAX = 3;

  private final Suspects suspects = new Suspects(SUSPECTS_MAX);

  @Test
  void an_entity_is_suspect_until_it_succeeds() {
    suspects.add("entity|a");
    assertThat(suspects.contains("entity|a")).isTrue();

    suspects.remove("entity|a");

    assertThat(suspects.contains("entity|a")).isFalse();
  }

  @Test
  void the_oldest_is_forgotten_at_the_limit_and_a_repeated_one_counts_once() {
    suspects.add("entity|a");
    suspects.add("entity|b");
    suspects.add("entity|b");
    suspects.add("entity|c");
    assertThat(suspects.contains("entity|a")).isTrue();

    suspects.add("entity|d");

    assertThat(suspects.contains("entity|a")).isFalse();
    assertThat(suspects.contains("entity|b")).isTrue();
    assertThat(suspects.contains("entity|d")).isTrue();
  }
}
