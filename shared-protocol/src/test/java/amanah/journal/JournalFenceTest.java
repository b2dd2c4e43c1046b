package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JournalFenceTest {

  private final JournalFence fence = new JournalFence();

  @Test
  void nobody_waits_while_nobody_is_excluded() {
    assertThat(fence.isClosed()).isTrue();
    assertThat(fence.closed().toCompletableFuture()).isCompleted();
  }

  @Test
  void a_recovery_waits_until_the_last_of_the_excluded_writes_no_more() {
    fence.open("first");
    CompletableFuture<Void> early = fence.closed().toCompletableFuture();
    fence.open("second");

    fence.close("first");
    assertThat(fence.isClosed()).isFalse();
    assertThat(early).isNotDone();

    fence.close("second");
    assertThat(fence.isClosed()).isTrue();
    assertThat(early).isCompleted();
  }

  @Test
  void an_exclusion_that_is_told_twice_is_one() {
    fence.open("member");
    fence.open("member");
    fence.close("member");

    assertThat(fence.isClosed()).isTrue();
  }

  @Test
  void a_later_exclusion_is_waited_for_anew() {
    fence.open("member");
    fence.close("member");
    fence.open("another");

    assertThat(fence.isClosed()).isFalse();
  }
}
