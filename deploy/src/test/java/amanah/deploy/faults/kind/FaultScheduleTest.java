package amanah.deploy.faults.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {

  private static final int SEEDS = 200;

  @Test
  void the_same_seed_is_the_same_schedule() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(rounds(seed)).isEqualTo(rounds(seed));
    }
  }

  @Test
  void another_seed_is_another_schedule() {
    assertThat(rounds(1)).isNotEqualTo(rounds(2));
  }

  @Test
  void a_round_has_each_kind_once_and_lasts_as_long_as_the_kind_says() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Blow> round = new FaultSchedule(seed, FaultKinds.all(), 0).round();

      assertThat(round)
          .extracting(Blow::kind)
          .containsExactlyInAnyOrderElementsOf(
              FaultKinds.all().stream().map(FaultKind::name).toList());
      for (Blow blow : round) {
        int[] range = FaultKinds.named(blow.kind()).orElseThrow().secondsRange();
        assertThat(blow.lasts().toSeconds()).isBetween((long) range[0], (long) range[1]);
      }
    }
  }

  @Test
  void a_pause_ends_before_in_and_after_the_time_in_which_others_take_over() {
    List<Long> millis =
        LongStream.range(0, SEEDS)
            .mapToObj(seed -> new FaultSchedule(seed, named("pause"), 0).round().getFirst())
            .map(blow -> blow.lasts().toMillis())
            .toList();

    assertThat(millis).allMatch(lasts -> lasts >= 6_000 && lasts <= 16_000);
    assertThat(millis).anyMatch(lasts -> lasts < 9_000).anyMatch(lasts -> lasts > 12_000);
    assertThat(millis.stream().distinct()).hasSizeGreaterThan(SEEDS / 2);
  }

  @Test
  void seconds_that_are_asked_for_hold_for_every_fault() {
    assertThat(new FaultSchedule(1, FaultKinds.all(), 7).round())
        .extracting(Blow::lasts)
        .containsOnly(Duration.ofSeconds(7));
  }

  @Test
  void every_kind_has_a_name_of_its_own_and_a_source_for_what_it_may_cost() {
    assertThat(FaultKinds.all()).extracting(FaultKind::name).doesNotHaveDuplicates();
    assertThat(FaultKinds.all()).allMatch(kind -> !kind.bounds().source().isBlank());
    assertThat(FaultKinds.all()).extracting(FaultKind::says).doesNotHaveDuplicates();
  }

  @Test
  void a_fault_that_nobody_noticed_proves_nothing() {
    Seen nothing =
        new Seen(
            0,
            Duration.ZERO,
            false,
            0,
            0,
            0,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            true,
            Optional.empty(),
            new Waits(new Histogram(2)),
            new Waits(new Histogram(2)));
    Blow blow = new Blow("any", 1, Duration.ofSeconds(40));

    assertThat(FaultKinds.all())
        .filteredOn(kind -> kind.unproven(blow, nothing).isEmpty())
        .extracting(FaultKind::name)
        .containsExactlyInAnyOrder("stop", "rolling", "clock", "database-clock");
  }

  private static List<FaultKind> named(String name) {
    return List.of(FaultKinds.named(name).orElseThrow());
  }

  private static List<Blow> rounds(long seed) {
    FaultSchedule schedule = new FaultSchedule(seed, FaultKinds.all(), 0);
    return Stream.of(schedule.round(), schedule.round()).flatMap(List::stream).toList();
  }
}
