package amanah.deploy.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.deploy.load.loop.LoadFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ElixirOutputTest {

  private static final List<String> NAMES =
      List.of(Elixir.GET_ONE, Elixir.GET_MANY, Elixir.ADD_ONE, Elixir.ADD_MANY);

  @Test
  void the_best_round_of_each_name_is_read() {
    Map<String, Double> figures =
        ElixirOutput.parse(
            """
            warning: something is unused
            get_campaign call, 100 clients 100 campaigns: 440000 ops/s
            add_donation call, 100 clients 1 campaign: 510000 ops/s
            get_campaign call, 100 clients 100 campaigns: 630000 ops/s
            get_campaign call, 100 clients 100 campaigns: 600000 ops/s
            """);
    assertThat(figures).isEqualTo(Map.of(Elixir.GET_MANY, 630_000.0, Elixir.ADD_ONE, 510_000.0));
  }

  @Test
  void output_without_figures_is_refused_with_what_was_printed() {
    assertThatThrownBy(() -> ElixirOutput.parse("** (SyntaxError)"))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("SyntaxError");
  }

  @Test
  void the_script_prints_every_line_that_is_looked_for() {
    assertThat(NAMES).allMatch(name -> Script.GENSERVER.text().contains("\"" + name + "\""));
  }
}
