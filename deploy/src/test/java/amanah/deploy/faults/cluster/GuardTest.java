package amanah.deploy.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

  private static final Duration MAX = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 50;
  private static final long SILENCE_MILLIS = 1000;

  @TempDir Path directory;

  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void nothing_of_a_run_outlives_a_tool_that_is_killed() throws IOException, InterruptedException {
    Path run = Files.createDirectory(directory.resolve("run"));
    Process tool = tool(run);
    ProcessHandle child = child();

    tool.destroyForcibly();

    until(() -> !runs(child));
    until(() -> !Files.exists(run));
  }

  @Test
  void a_guard_that_was_told_of_the_end_touches_nothing() throws IOException, InterruptedException {
    Path run = Files.createDirectory(directory.resolve("run"));
    Process tool = tool(run, "ends in order");
    ProcessHandle child = child();

    assertThat(tool.waitFor()).isZero();
    assertThat(never.await(SILENCE_MILLIS, TimeUnit.MILLISECONDS)).isFalse();

    assertThat(runs(child)).isTrue();
    assertThat(run).exists();
    child.destroyForcibly();
  }

  private Process tool(Path run, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                GuardedProcess.class.getName(),
                run.toString(),
                directory.resolve("pid").toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("tool.log").toFile())
        .start();
  }

  private ProcessHandle child() throws IOException, InterruptedException {
    Path pid = directory.resolve("pid");
    until(() -> Files.exists(pid));
    return ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
  }

  /**
   * A killed process whose parent is gone may stay listed where nobody reaps; it has no command.
   */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + MAX.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("not within " + MAX).isLessThan(deadline);
      assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }
  }
}
