package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code amanah verify} where there is nothing to audit. */
class VerifyCommandTest {

  @TempDir Path directory;

  @Test
  void a_database_that_is_not_there_is_one_sentence_and_no_verdict() {
    Shell shell = verify("--db", "jdbc:postgresql://127.0.0.1:1/amanah", "--no-api");

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err())
        .startsWith("amanah: the database jdbc:postgresql://127.0.0.1:1/amanah cannot be used")
        .hasLineCount(1);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void a_directory_where_nothing_runs_says_what_to_do() {
    Shell shell = verify("--data", directory.toString());

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err())
        .isEqualTo(
            "amanah: No database runs in "
                + directory
                + ". Start a node with: amanah up; or name the journal with --db\n");
  }

  @Test
  void options_that_cannot_be_are_refused() {
    assertThat(verify("--sample", "-1").exitCode()).isEqualTo(2);
    assertThat(verify("--db", "mysql://x").exitCode()).isEqualTo(2);
    assertThat(verify("--db", "jdbc:postgresql://x/y", "--data", "z").exitCode()).isEqualTo(2);
  }

  private static Shell verify(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "verify";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Shell.run(new FakeTime(), arguments);
  }
}
