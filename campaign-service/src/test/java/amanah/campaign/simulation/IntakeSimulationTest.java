package amanah.campaign.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole of a campaign's tree under simulated faults, seed by seed, against the {@link Law
 * laws}. A failure names its seed; {@code -Damanah.simulation.seed=N} runs that one again and
 * leaves its trace in {@code target}. {@code -Damanah.simulation.seeds=N} says how many are run,
 * {@code -Damanah.simulation.first=N} where they begin: at the second of the commit that is tested,
 * unless told, so each commit is held against seeds of its own, and the same ones again.
 */
final class IntakeSimulationTest {

  private static final int SEEDS = Integer.getInteger("amanah.simulation.seeds", 10_000);
  private static final Long SEED = Long.getLong("amanah.simulation.seed");

  /** With fewer, chance may well have left something out. */
  private static final int COVERING_SEEDS_MIN = 5_000;

  private static final int TRACE_CHARACTERS_MAX = 12_000;

  private static Simulations simulations;

  @BeforeAll
  static void start() {
    simulations = new Simulations();
  }

  @AfterAll
  static void stop() {
    simulations.close();
  }

  /** A run cannot hang, for every step takes simulated time; it is only as long as it is told. */
  @Test
  @Timeout(value = 12, unit = TimeUnit.HOURS)
  void no_seed_breaks_a_law_and_together_they_have_seen_everything() throws IOException {
    if (SEED != null) {
      Simulation.Outcome outcome = simulations.run(SEED, Mutation.NONE);
      Files.writeString(Path.of("target", "simulation-" + SEED + ".txt"), outcome.trace());
      requireLawful(outcome);
      return;
    }
    Map<Happening, Integer> seen = new EnumMap<>(Happening.class);
    Set<Long> traces = new HashSet<>();
    long first = firstSeed();
    for (long seed = first; seed < first + SEEDS; seed++) {
      Simulation.Outcome outcome = simulations.run(seed, Mutation.NONE);
      requireLawful(outcome);
      traces.add(outcome.hash());
      outcome
          .verdict()
          .happenings()
          .forEach((happening, times) -> seen.merge(happening, times, Integer::sum));
    }
    if (SEEDS >= COVERING_SEEDS_MIN) {
      Set<Happening> never = EnumSet.allOf(Happening.class);
      never.removeAll(seen.keySet());
      assertThat(never).as("what never happened in %d seeds; seen: %s", SEEDS, seen).isEmpty();
    }
    assertThat(traces).as("different runs of %d seeds from %d", SEEDS, first).hasSize(SEEDS);
  }

  private static long firstSeed() throws IOException {
    Long told = Long.getLong("amanah.simulation.first");
    if (told != null) {
      return told;
    }
    try (BufferedReader git =
        new ProcessBuilder("git", "show", "-s", "--format=%ct", "HEAD")
            .redirectErrorStream(true)
            .start()
            .inputReader()) {
      String second = git.readLine();
      return second != null && second.matches("[0-9]+") ? Long.parseLong(second) : 0;
    } catch (IOException noGit) {
      return 0;
    }
  }

  private static void requireLawful(Simulation.Outcome outcome) {
    if (!outcome.verdict().breaches().isEmpty()) {
      String trace = outcome.trace();
      throw new AssertionError(
          """
          Seed %d breaks %s.
          Run it again with -Dtest=IntakeSimulationTest -Damanah.simulation.seed=%d
          Its last steps, each with its time in microseconds:
          %s"""
              .formatted(
                  outcome.seed(),
                  outcome.verdict().breaches(),
                  outcome.seed(),
                  trace.substring(Math.max(0, trace.length() - TRACE_CHARACTERS_MAX))));
    }
  }

  @Test
  void the_same_seed_is_the_same_run_whatever_ran_before() {
    Map<Long, Long> hashes = new HashMap<>();
    for (long seed = 0; seed < 60; seed++) {
      hashes.put(seed, simulations.run(seed, Mutation.NONE).hash());
    }

    for (long seed = 59; seed >= 0; seed--) {
      assertThat(simulations.run(seed, Mutation.NONE).hash()).isEqualTo(hashes.get(seed));
    }
    assertThat(Set.copyOf(hashes.values())).hasSize(60);
  }

  @Test
  void a_failure_names_its_seed_and_shows_its_last_steps() {
    long seed = 0;
    while (!broken(simulations.run(seed, Mutation.ID_CHECK)).contains(Law.ACCEPTED_ONCE)) {
      seed++;
    }
    Simulation.Outcome outcome = simulations.run(seed, Mutation.ID_CHECK);

    assertThatThrownBy(() -> requireLawful(outcome))
        .hasMessageContaining("Seed " + seed + " breaks [")
        .hasMessageContaining("Breach[law=ACCEPTED_ONCE")
        .hasMessageContaining("-Damanah.simulation.seed=" + seed)
        .hasMessageContaining("opener asks node-");
  }

  /** Each defence that is switched off is missed, by the law that it is there for, and soon. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          switched off         | law                        | seeds
          ID_CHECK             | ACCEPTED_ONCE              | 20
          FENCE                | ACKNOWLEDGED_IS_JOURNALED  | 100
          REPLAY_ANSWER        | REPLAY_IS_THE_FIRST_ANSWER | 20
          REFUND_BOUND         | REFUNDS_WITHIN_CAPTURED    | 200
          COMMIT_BEFORE_ANSWER | ACKNOWLEDGED_IS_JOURNALED  | 20
          QUORUM               | OWN_WRITES_ARE_READ        | 1000
          LEASE_TO_STRANGERS   | OWN_WRITES_ARE_READ        | 1000
          LEASE_ALONE          | OWN_WRITES_ARE_READ        | 2000
          JOURNAL_FENCE        | OVERTAKEN_WRITES_NOTHING   | 1000
          ACKNOWLEDGEMENT_WITHOUT_QUORUM | OWN_WRITES_ARE_READ | 1000
          REPORT_POSITION      | ZAKAT_IS_COUNTED_ONCE      | 200
          """)
  void a_defence_that_is_switched_off_is_missed(Mutation switchedOff, Law law, int seedsMax) {
    long seed = 0;
    while (seed < seedsMax && !broken(simulations.run(seed, switchedOff)).contains(law)) {
      seed++;
    }

    assertThat(seed).as("seeds until %s was broken", law).isLessThan(seedsMax);
  }

  private static Set<Law> broken(Simulation.Outcome outcome) {
    return outcome.verdict().breaches().stream()
        .map(Verdict.Breach::law)
        .collect(Collectors.toSet());
  }
}
