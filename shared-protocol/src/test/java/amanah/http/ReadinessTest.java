package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "ready:node,  ready:wells, ready:node",
    "ready:node,  away:wells,  away:wells",
    "away:node,   ready:wells, away:node",
    "away:node,   away:wells,  away:node"
  })
  // spotless:on
  void all_are_ready_when_each_is_and_the_first_that_is_not_says_why(
      String first, String second, String all) {
    Readiness together = Readiness.all(List.of(check(first), check(second)));

    assertThat(together.state().toCompletableFuture().join()).isEqualTo(state(all));
  }

  private static Readiness check(String state) {
    return () -> CompletableFuture.completedFuture(state(state));
  }

  private static Readiness.State state(String state) {
    return new Readiness.State(state.startsWith("ready:"), state.substring(state.indexOf(':') + 1));
  }
}
