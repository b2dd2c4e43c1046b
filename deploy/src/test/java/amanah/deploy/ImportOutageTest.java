package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import meets a node in trouble. */
class ImportOutageTest {

  @TempDir Path folder;
  final FakeTime time = new FakeTime();
  final FakeAmanah node = new FakeAmanah();
  Path file = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    file = DonationCsv.gzip(folder.resolve("a.csv.gz"), DonationCsv.of(3_000));
  }

  @AfterEach
  void closeNode() {
    node.close();
  }

  Shell importing() {
    return Shell.run(
        time,
        "import",
        file.toString(),
        "--campaign",
        "well",
        "--url",
        node.uri().toString(),
        "--patience",
        "60");
  }

  @Test
  void a_node_that_is_unavailable_for_a_while_is_asked_again_no_sooner_than_it_said() {
    node.intake().answersUnavailable(5);

    Shell shell = importing();

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lastLine()).startsWith("imported=3000 replayed=0 refused=0 raised=4500.00");
    assertThat(time.waits())
        .hasSize(5)
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) >= 0);
  }

  @Test
  void rows_whose_answer_was_lost_come_back_as_replays_and_count_once() {
    node.intake().cutsTheConnectionAfterRecording(1_000);

    Shell shell = importing();

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lastLine())
        .startsWith("imported=2000 replayed=1000 refused=0 raised=4500.00 USD");
  }

  @Test
  void rows_that_are_refused_for_the_moment_are_sent_again_without_the_others() {
    node.intake().refuses("d-7", "overloaded", 3);
    node.intake().refuses("d-8", "timeout", 2);
    node.intake().refuses("d-9", "unavailable", 1);

    Shell shell = importing();

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lastLine()).startsWith("imported=3000 replayed=0 refused=0 raised=4500.00");
    assertThat(node.recorded("well")).containsSubsequence("d-6", "d-10", "d-7");
    assertThat(node.intake().streams()).isOne();
  }

  @Test
  void rows_keep_their_order_when_the_stream_breaks_and_is_resumed() {
    node.intake().cutsTheConnectionAfterRecording(1_700);

    importing();

    assertThat(node.recorded("well"))
        .isEqualTo(IntStream.rangeClosed(1, 3_000).mapToObj(row -> "d-" + row).toList());
  }

  @Test
  void a_node_that_goes_away_and_comes_back_costs_nothing_but_time() {
    node.intake().answersUnavailable(1);
    AtomicInteger waits = new AtomicInteger();
    time.afterWait(
        () -> {
          switch (waits.incrementAndGet()) {
            case 1 -> node.stop();
            case 4 -> node.restart();
            default -> {}
          }
        });

    Shell shell = importing();

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lastLine()).contains(" refused=0 raised=4500.00 USD");
    assertThat(node.donations("well")).hasSize(3_000);
  }

  @Test
  void a_node_that_stays_away_ends_the_import_when_patience_ends() {
    node.intake().answersUnavailable(Integer.MAX_VALUE);

    Shell shell = importing();

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err())
        .isEqualTo("amanah: " + node.uri() + " answers unavailable: as ordered (tried for 60 s)\n");
  }
}
