package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.client.Time;
import amanah.deploy.node.RunningNode;
import amanah.deploy.node.StopRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Signals, in a process of its own. */
class StopRequestTest {

  /** {@code amanah up} around a node that says what is done to it. */
  static final class NodeProcess {

    private NodeProcess() {}

    /** Runs until a signal. */
    public static void main(String[] arguments) {
      RunningNode node =
          new RunningNode() {
            @Override
            public URI uri() {
              return URI.create("http://127.0.0.1:1");
            }

            @Override
            public CompletableFuture<Void> terminated() {
              return new CompletableFuture<>();
            }

            @Override
            public void close() {
              System.out.println("drained");
            }
          };
      System.exit(
          Amanah.commandLine(
                  (settings, ready) -> {
                    ready.accept(node.uri());
                    return node;
                  },
                  StopRequest::ofSignals,
                  Time.until(new CountDownLatch(1)))
              .execute("up", "--port", "0"));
    }
  }

  @Test
  void a_SIGTERM_drains_the_node_and_ends_with_0() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The log settings in use, not those of the tests.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProcess.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("ready http://127.0.0.1:1");

      process.toHandle().destroy();

      assertThat(out.lines().toList())
          .anyMatch(line -> line.endsWith("those under way are finished"))
          .contains("drained")
          .last()
          .asString()
          .endsWith("stopped");
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
