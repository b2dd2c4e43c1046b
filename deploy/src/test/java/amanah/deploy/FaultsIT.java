package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run under real faults. What it must show holds on any machine; how long campaigns may be
 * away is asked of a longer run on a machine of its own.
 */
@Timeout(900)
class FaultsIT {

  private static final Pattern LAST =
      Pattern.compile(
          "result=\\w+ seed=7 faults=3 skipped=0 acknowledged=(\\d+) lost=0 doubled=0 wrong=0"
              + " failed=0 ambiguous=(\\d+) resolved=(\\d+) findings=0 seconds=\\d+");

  @TempDir Path directory;

  @Test
  void nothing_is_lost_and_nothing_doubled_when_nodes_are_killed_and_stopped_and_answers_cut()
      throws IOException {
    Shell shell =
        Shell.run(
            new FakeTime(),
            "faults",
            "--seed",
            "7",
            "--only",
            "kill,reply-cut,stop",
            "--rate",
            "40",
            "--campaigns",
            "15",
            "--any-moment",
            "--report",
            directory.toString());

    Matcher last = LAST.matcher(shell.lastLine());
    assertThat(last.matches()).as(shell.out() + shell.err()).isTrue();
    assertThat(Long.parseLong(last.group(1))).isPositive();
    assertThat(Long.parseLong(last.group(2))).isPositive();
    assertThat(Long.parseLong(last.group(3))).isPositive();
    assertThat(Files.readString(directory.resolve("report.html"))).contains("<svg");
    assertThat(Files.size(directory.resolve("acknowledged.ndjson"))).isPositive();
  }
}
