package amanah.deploy.load.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

  private static final long BEGAN = 1_000_000;
  private static final long MILLI = 1_000_000;
  private static final int MANY = 20_000;

  @Test
  void an_even_pace_is_one_call_each_so_many_nanoseconds() {
    Schedule schedule = Schedule.even(BEGAN, 1_000, 0, 1);

    assertThat(due(schedule, 4))
        .containsExactly(BEGAN, BEGAN + MILLI, BEGAN + 2 * MILLI, BEGAN + 3 * MILLI);
  }

  @Test
  void several_senders_keep_one_pace_together() {
    List<Long> both = new ArrayList<>(due(Schedule.even(BEGAN, 1_000, 0, 2), 5));
    both.addAll(due(Schedule.even(BEGAN, 1_000, 1, 2), 5));

    assertThat(both.stream().sorted().toList())
        .isEqualTo(LongStream.range(0, 10).mapToObj(call -> BEGAN + call * MILLI).toList());
  }

  @Test
  void what_is_due_does_not_depend_on_when_somebody_asks() {
    Schedule schedule = Schedule.even(BEGAN, 10, 0, 1);
    schedule.passed();

    assertThat(schedule.dueNanos(0)).isEqualTo(schedule.dueNanos(Long.MAX_VALUE));
  }

  @Test
  void random_moments_have_the_rate_on_average_and_no_even_pace() {
    List<Long> due = due(Schedule.poisson(BEGAN, 1_000, 0, 1, 7), MANY);
    long longer = 0;
    for (int call = 1; call < MANY; call++) {
      longer += due.get(call) - due.get(call - 1) > MILLI ? 1 : 0;
    }

    assertThat((due.getLast() - BEGAN) / (double) MILLI / MANY).isBetween(0.97, 1.03);
    // A gap is longer than the mean one with a probability of 1/e.
    assertThat(longer / (double) MANY).isBetween(0.35, 0.39);
  }

  @Test
  void the_same_seed_is_the_same_schedule() {
    List<Long> once = due(Schedule.poisson(BEGAN, 1_000, 0, 2, 7), 100);

    assertThat(due(Schedule.poisson(BEGAN, 1_000, 0, 2, 7), 100)).isEqualTo(once);
    assertThat(due(Schedule.poisson(BEGAN, 1_000, 0, 2, 8), 100)).isNotEqualTo(once);
    assertThat(due(Schedule.poisson(BEGAN, 1_000, 1, 2, 7), 100)).isNotEqualTo(once);
  }

  @Test
  void shares_of_a_number_add_up_to_it() {
    assertThat(List.of(Pace.share(10, 0, 3), Pace.share(10, 1, 3), Pace.share(10, 2, 3)))
        .containsExactly(4, 3, 3);
  }

  @Test
  void in_a_closed_loop_a_call_is_due_at_once_and_waits_for_room() {
    Arrivals arrivals = new Pace.Closed(8).arrivals(BEGAN, 0, 1);

    assertThat(arrivals.dueNanos(5)).isEqualTo(5);
    assertThat(arrivals.sheds()).isFalse();
    assertThat(new Pace.Even(1, 8).arrivals(BEGAN, 0, 1).sheds()).isTrue();
  }

  private static List<Long> due(Schedule schedule, int calls) {
    List<Long> due = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      due.add(schedule.dueNanos(0));
      schedule.passed();
    }
    return due;
  }
}
