package amanah.deploy.faults.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where namespaces are not allowed, all that can be tested is that they say why. */
class NamespacesTest {

  private static final Duration HEARD_MAX = Duration.ofSeconds(60);
  private static final long SILENCE_MILLIS = 1500;
  private static final long SLACK_MILLIS = 500;

  @TempDir Path directory;

  private final List<Process> peers = new ArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Optional<String> hindrance = Namespaces.hindrance();
  private Optional<Namespaces> namespaces = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    if (hindrance.isEmpty()) {
      namespaces = Optional.of(Namespaces.open(2));
    }
  }

  @AfterEach
  void close() throws IOException {
    peers.forEach(Process::destroyForcibly);
    for (Process peer : peers) {
      peer.onExit().join();
    }
    if (namespaces.isPresent()) {
      namespaces.get().close();
    }
  }

  @Test
  void a_lost_direction_silences_a_connection_that_stands_and_healing_lets_it_go_on()
      throws IOException, InterruptedException {
    if (namespaces.isEmpty()) {
      assertThat(hindrance).isPresent();
      return;
    }
    Namespaces two = namespaces.get();
    Path heard = directory.resolve("heard");
    peers.add(peer(two, 0, "listen", heard.toString()));
    untilLonger(heard, 0);
    peers.add(peer(two, 1, "talk", two.address(0)));
    untilLonger(heard, Files.size(heard));

    two.lose(1, 0);
    await(SLACK_MILLIS);
    long atLoss = Files.size(heard);
    await(SILENCE_MILLIS);
    long afterSilence = Files.size(heard);
    two.heal();
    untilLonger(heard, afterSilence);

    assertThat(afterSilence).isEqualTo(atLoss);
  }

  @Test
  void a_slow_line_still_carries_something() throws IOException, InterruptedException {
    if (namespaces.isEmpty()) {
      assertThat(hindrance).isPresent();
      return;
    }
    Namespaces two = namespaces.get();
    Path heard = directory.resolve("heard");
    peers.add(peer(two, 0, "listen", heard.toString()));
    untilLonger(heard, 0);
    two.slow(1);
    peers.add(peer(two, 1, "talk", two.address(0)));

    untilLonger(heard, Files.size(heard));
    two.heal();
    untilLonger(heard, Files.size(heard));
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    if (namespaces.isEmpty()) {
      assertThat(hindrance).isPresent();
      return;
    }
    String own = "amanah-" + ProcessHandle.current().pid() + "-";
    assertThat(NetworkCommands.run("ip", "netns", "list")).contains(own);

    namespaces.get().close();

    assertThat(NetworkCommands.run("ip", "netns", "list")).doesNotContain(own);
    assertThat(NetworkCommands.run("ip", "-o", "link"))
        .doesNotContain("ama" + ProcessHandle.current().pid() + "b");
  }

  private Process peer(Namespaces two, int node, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(two.as(node));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(TalkingPeer.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("peer-" + node + ".log").toFile())
        .start();
  }

  private void untilLonger(Path file, long bytes) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + HEARD_MAX.toNanos();
    while (!Files.exists(file) || Files.size(file) <= bytes) {
      assertThat(System.nanoTime()).as("nothing heard within " + HEARD_MAX).isLessThan(deadline);
      await(20);
    }
  }

  private void await(long millis) throws InterruptedException {
    assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }
}
