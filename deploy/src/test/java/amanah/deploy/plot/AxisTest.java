package amanah.deploy.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AxisTest {

  @Test
  void an_axis_ends_at_a_round_number() {
    assertThat(Axis.round(263, 0, 1).ticks()).containsExactly(0.0, 100.0, 200.0, 300.0);
    assertThat(Axis.round(0.8, 0, 1).max()).isEqualTo(0.8);
  }

  @Test
  void a_value_lies_between_the_ends_and_never_beyond_the_last() {
    Axis axis = new Axis(10, 100, 0);

    assertThat(axis.place(0)).isEqualTo(100);
    assertThat(axis.place(5)).isEqualTo(50);
    assertThat(axis.place(11)).isZero();
  }
}
