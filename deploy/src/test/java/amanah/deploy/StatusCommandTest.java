package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amanah status} against a node on a socket. */
class StatusCommandTest {

  @TempDir Path folder;
  final FakeTime time = new FakeTime();
  final FakeAmanah node = new FakeAmanah();

  @AfterEach
  void closeNode() {
    node.close();
  }

  @Test
  void a_node_that_is_ready_says_so() {
    Shell shell = Shell.run(time, "status", "--url", node.uri().toString());

    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).isEqualTo("ready " + node.uri() + "\n");
  }

  @Test
  void a_node_that_is_not_ready_says_so_and_ends_with_1() {
    node.isReady(false);

    Shell shell = Shell.run(time, "status", "--url", node.uri() + "/");

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.out()).startsWith("not ready: ");
  }

  @Test
  void campaigns_stand_in_a_table() throws IOException {
    Path file = DonationCsv.write(folder.resolve("a.csv"), DonationCsv.of(4));
    String url = node.uri().toString();
    Shell.run(time, "import", file.toString(), "--campaign", "well", "--url", url);

    Shell shell = Shell.run(time, "status", "well", "other", "--url", url);

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.out().lines().skip(1))
        .containsExactly(
            "CAMPAIGN  STATUS   RAISED    GOAL            PERCENT  DONATIONS  DONORS  BATCHER",
            "well      active   6.00 USD  1000000.00 USD  12.50    4          1       processing,"
                + " 7 pending",
            "other     unknown  -         -               -        -          -       -");
  }

  @Test
  void nothing_that_answers_is_one_sentence_with_what_to_do() throws IOException {
    URI nobody = FakeAmanah.nobody();

    Shell shell = Shell.run(time, "status", "--url", nobody.toString());

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err())
        .isEqualTo("amanah: nothing answers at " + nobody + "; start a node with: amanah up\n");
  }

  @Test
  void an_address_that_is_none_is_refused() {
    Shell shell = Shell.run(time, "status", "--url", "localhost:8080");

    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err()).contains("expected such as http://127.0.0.1:8080");
  }
}
