package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small census. What it must show holds on any machine; how soon a campaign wakes is asked of a
 * large one on a machine of its own.
 */
@Timeout(900)
class CensusIT {

  private static final int CAMPAIGNS = 200;
  private static final int NODES = 2;
  private static final Pattern LAST =
      Pattern.compile(
          "result=\\w+ seed=7 campaigns=200 missing=0 strange=0 wrong=0 failed=0"
              + " opened_per_second=\\d+ read_p99_ms=[\\d.]+ donation_p99_ms=[\\d.]+");

  @TempDir Path directory;

  @Test
  void some_hundred_campaigns_are_opened_sleep_wake_and_are_all_there() throws IOException {
    Shell shell =
        Shell.run(
            new FakeTime(),
            "census",
            "--campaigns",
            String.valueOf(CAMPAIGNS),
            "--nodes",
            String.valueOf(NODES),
            "--seed",
            "7",
            "--idle",
            "5",
            "--wakes",
            "20",
            "--rate",
            "20",
            "--report",
            directory.toString());

    assertThat(shell.lastLine()).as(shell.out() + shell.err()).matches(LAST);
    JsonNode report =
        new ObjectMapper().readTree(Files.readString(directory.resolve("report.json")));
    assertThat(report.path("reads").path("count").asInt()).isEqualTo(20);
    assertThat(report.path("donations").path("count").asInt()).isEqualTo(20);
    assertThat(awake(report.path("stages").path(0))).isZero();
    assertThat(awake(report.path("stages").path(1))).isPositive();
    assertThat(awake(report.path("stages").path(2))).isZero();
    assertThat(report.path("stages").path(1).path("nodes")).hasSize(NODES);
    assertThat(report.path("count").path("asked").asInt()).isEqualTo(NODES * CAMPAIGNS);
  }

  private static long awake(JsonNode stage) {
    long awake = 0;
    for (JsonNode node : stage.path("nodes")) {
      awake += node.path("awake").asLong();
    }
    return awake;
  }
}
