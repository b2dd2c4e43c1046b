package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.terminal.ExitCode;
import org.junit.jupiter.api.Test;

class FaultsCommandTest {

  @Test
  void a_kind_that_does_not_exist_is_named() {
    Shell shell = faults("--only", "earthquake");

    assertThat(shell.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(shell.err()).contains("--only earthquake is not a kind");
  }

  @Test
  void a_number_that_makes_no_sense_is_named() {
    Shell shell = faults("--nodes", "0");

    assertThat(shell.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(shell.err()).contains("--nodes 0, expected 1 to 9");
  }

  @Test
  void what_cannot_be_done_here_is_skipped_with_a_word_and_is_no_success() {
    Shell shell = faults("--only", "partition,kill-two", "--nodes", "2");

    assertThat(shell.exitCode()).isEqualTo(ExitCode.INCOMPLETE.number());
    assertThat(shell.err())
        .contains("partition is skipped: it needs 3 nodes")
        .contains("kill-two is skipped: it needs 3 nodes")
        .contains("nothing is left to do");
  }

  private static Shell faults(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "faults";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Shell.run(new FakeTime(), arguments);
  }
}
