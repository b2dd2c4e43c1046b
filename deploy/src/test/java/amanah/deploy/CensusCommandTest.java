package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusCommandTest {

  @ParameterizedTest
  @CsvSource({
    "--campaigns, 1, 2 to 1000000",
    "--nodes, 0, 1 to 9",
    "--idle, 3601, 0 to 3600",
    "--heap, 64, 128 to 65536",
    "--rate, 0, 1 to 10000",
    "--wakes, 0, 1 to 100000",
    "--openers, 0, 1 to 1000",
    "--awake, 0, 1 to 1000000",
  })
  void a_number_that_makes_no_sense_is_named(String option, String value, String expected) {
    Shell shell = Shell.run(new FakeTime(), "census", option, value);

    assertThat(shell.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(shell.err()).contains(option + " " + value + ", expected " + expected);
  }

  @Test
  void the_help_says_that_campaigns_go_to_sleep_sooner_than_by_default() {
    Shell shell = Shell.run(new FakeTime(), "census", "--help");

    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).contains("goes to sleep after --idle seconds");
  }
}
