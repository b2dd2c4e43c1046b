package amanah.deploy.faults.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NemesisTest {

  private static final int SEEDS = 500;
  private static final List<Set<String>> THAT_HEAL_EACH_OTHER =
      List.of(
          Set.of("pause", "kill", "starved-cpu"),
          Set.of("partition", "one-way", "bridge", "flapping", "slow-network"),
          Set.of("database-kill", "database-restart", "database-pause", "connections-cut"));

  private final Nemesis nemesis = new Nemesis();

  @Test
  void the_same_seed_draws_the_same_faults() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(nemesis.detail(blow(seed))).isEqualTo(new Nemesis().detail(blow(seed)));
    }
  }

  @Test
  void two_or_three_are_drawn_and_never_two_of_which_one_heals_the_other() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<String> drawn = names(seed);

      assertThat(drawn).hasSizeBetween(2, 3);
      for (Set<String> group : THAT_HEAL_EACH_OTHER) {
        assertThat(drawn.stream().filter(group::contains)).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void every_fault_that_may_overlap_is_drawn_by_some_seed() {
    Set<String> all = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      all.addAll(names(seed));
    }

    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            THAT_HEAL_EACH_OTHER.stream().flatMap(Set::stream).toList());
  }

  private List<String> names(long seed) {
    return Stream.of(nemesis.detail(blow(seed)).split(", "))
        .map(part -> part.substring(0, part.indexOf(' ')))
        .toList();
  }

  private static Blow blow(long seed) {
    return new Blow("nemesis", seed, Duration.ZERO);
  }
}
