package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.node.LocalNode;
import amanah.deploy.node.NodeLauncher;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code amanah up} around a node that is only pretended. */
class UpCommandTest {

  final List<String> diary = new ArrayList<>();
  final List<NodeSettings> settings = new ArrayList<>();
  final CompletableFuture<Void> terminated = new CompletableFuture<>();
  final StopRequest stop = new StopRequest();
  final NodeLauncher launcher =
      (wanted, ready) -> {
        settings.add(wanted);
        diary.add("started");
        ready.accept(URI.create("http://127.0.0.1:1234"));
        return new PretendedNode(diary, terminated);
      };

  record PretendedNode(List<String> diary, CompletableFuture<Void> terminated)
      implements RunningNode {

    @Override
    public URI uri() {
      return URI.create("http://127.0.0.1:1234");
    }

    @Override
    public void close() {
      diary.add("closed");
      terminated.complete(null);
    }
  }

  Shell up(String... options) {
    List<String> arguments = new ArrayList<>(List.of("up"));
    arguments.addAll(List.of(options));
    return Shell.run(launcher, stop, new FakeTime(), arguments.toArray(String[]::new));
  }

  @Test
  void says_that_it_is_ready_and_closes_the_node_when_it_shall_stop() {
    stop.ask();

    Shell shell = up("--port", "0", "--data", "some/where");

    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).isEqualTo("ready http://127.0.0.1:1234\n");
    assertThat(diary).containsExactly("started", "closed");
    assertThat(settings)
        .containsExactly(new NodeSettings(1, 0, Path.of("some/where").toAbsolutePath(), null));
  }

  @Test
  void a_port_that_is_taken_is_refused_before_anything_is_started() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());

      Shell shell = up("--port", port);

      assertThat(shell.exitCode()).isEqualTo(69);
      assertThat(shell.err())
          .startsWith("amanah: port " + port + " cannot be used")
          .hasLineCount(1);
      assertThat(diary).isEmpty();
    }
  }

  @Test
  void a_node_that_ends_by_itself_ends_the_command() {
    terminated.complete(null);

    Shell shell = up("--port", "0");

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err())
        .isEqualTo("amanah: the node has ended by itself; its log above says why\n");
    assertThat(diary).containsExactly("started", "closed");
  }

  @Test
  void a_database_that_nobody_listens_for_is_told_in_one_sentence() {
    Shell shell =
        Shell.run(
            new LocalNode(),
            stop,
            new FakeTime(),
            "up",
            "--port",
            "0",
            "--db",
            "jdbc:postgresql://127.0.0.1:1/amanah?user=amanah&password=secret");

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err())
        .isEqualTo(
            "amanah: the database jdbc:postgresql://127.0.0.1:1/amanah cannot be used: nothing"
                + " listens where it should be\n");
  }

  @Test
  void several_nodes_are_asked_for_by_their_number() {
    stop.ask();

    up("--nodes", "3", "--port", "0");

    assertThat(settings).first().extracting(NodeSettings::nodes).isEqualTo(3);
  }

  @Test
  void a_number_of_nodes_that_no_machine_bears_is_refused() {
    Shell shell = up("--nodes", "17");

    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("amanah: --nodes 17 is not possible, expected 1 to 16\n");
    assertThat(diary).isEmpty();
  }

  @Test
  void a_database_that_is_not_postgresql_is_refused_without_repeating_its_password() {
    Shell shell = up("--db", "jdbc:mysql://db/amanah?password=secret");

    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err())
        .contains("jdbc:postgresql://HOST:PORT/DATABASE")
        .doesNotContain("secret");
  }

  @Test
  void a_node_that_cannot_start_is_told_in_its_sentence() {
    NodeLauncher failing =
        (wanted, ready) -> {
          throw new Failure(ExitCode.UNAVAILABLE, "the database is of a newer version");
        };

    Shell shell = Shell.run(failing, stop, new FakeTime(), "up", "--port", "0");

    assertThat(shell.exitCode()).isEqualTo(69);
    assertThat(shell.err()).isEqualTo("amanah: the database is of a newer version\n");
  }
}
