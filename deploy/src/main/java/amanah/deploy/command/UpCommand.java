package amanah.deploy.command;

import amanah.deploy.client.Time;
import amanah.deploy.demo.Demonstration;
import amanah.deploy.node.DataFolder;
import amanah.deploy.node.DatabaseUrl;
import amanah.deploy.node.NodeLauncher;
import amanah.deploy.node.NodeSettings;
import amanah.deploy.node.RunningNode;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amanah up}: a node, or a cluster of them, until Ctrl-C. */
@Command(
    name = "up",
    description = "Starts the database and a node, or several, until Ctrl-C or SIGTERM.",
    footer = {
      "",
      "Prints \"ready http://127.0.0.1:P\" when a node takes requests. Ctrl-C or SIGTERM",
      "drains and stops them; a second Ctrl-C ends it at once. Exit code: 0 stopped as asked,",
      "69 it could not start or has ended by itself.",
      "",
      "Environment: AMANAH_JOURNAL_USER and AMANAH_JOURNAL_PASSWORD for --db,",
      "AMANAH_LOG=json, AMANAH_LOG_LEVEL=DEBUG, AMANAH_JAVA_OPTS=-Xmx2g",
      "",
      "Examples:",
      "  amanah up --demo",
      "  amanah up --nodes 3",
      "  amanah up --port 9000 --data /srv/amanah",
      "  AMANAH_JOURNAL_PASSWORD=... amanah up --db jdbc:postgresql://db:5432/amanah",
    })
public final class UpCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(UpCommand.class);
  private static final int PORT_MAX = 65_535;
  private static final int NODES_MAX = 16;
  private static final Duration DEMONSTRATION_END_MAX = Duration.ofMillis(300);

  private final NodeLauncher launcher;
  private final Supplier<StopRequest> stopRequests;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "How many nodes (default: ${DEFAULT-VALUE}). Several run in processes of their own, at",
        "ports P, P+1, ..., and one that dies is started again."
      })
  private int nodes;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "The public port, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:AMANAH_HOME:-.}/data",
      description = "Where the embedded database keeps its files (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--db",
      paramLabel = "JDBC_URL",
      description = "A PostgreSQL database to use instead of the embedded one.")
  private @Nullable String databaseUrl;

  @Option(names = "--demo", description = "Streams a real fundraiser in, for about a minute.")
  private boolean demo;

  /** Starts nodes with {@code launcher} and stops them when a stop is requested. */
  public UpCommand(NodeLauncher launcher, Supplier<StopRequest> stopRequests) {
    this.launcher = launcher;
    this.stopRequests = stopRequests;
  }

  @Override
  public Integer call() throws InterruptedException {
    StopRequest stop = stopRequests.get();
    check();
    NodeSettings settings =
        new NodeSettings(nodes, port, data.toAbsolutePath().normalize(), databaseUrl);
    Optional<RunningNode> started =
        stop.unlessAsked(() -> launcher.start(settings, uri -> say("ready " + uri)));
    if (started.isEmpty()) {
      LOG.info("stopped before it had started");
      return ExitCode.DONE.number();
    }
    try (RunningNode node = started.get()) {
      Thread demonstration =
          Thread.startVirtualThread(demo ? () -> demonstrate(node.uri(), stop) : () -> {});
      if (!stop.await(node.terminated())) {
        throw new Failure(
            ExitCode.UNAVAILABLE, "the node has ended by itself; its log above says why");
      }
      LOG.info("stopping: no new requests, those under way are finished");
      demonstration.join(DEMONSTRATION_END_MAX);
    }
    LOG.info("stopped");
    return ExitCode.DONE.number();
  }

  private void check() {
    if (nodes < 1 || nodes > NODES_MAX) {
      throw new Failure(
          ExitCode.USAGE, "--nodes " + nodes + " is not possible, expected 1 to " + NODES_MAX);
    }
    int portMax = PORT_MAX - nodes + 1;
    if (port < 0 || port > portMax) {
      throw new Failure(
          ExitCode.USAGE,
          "--port %d is no port for %d nodes, expected 0 to %d".formatted(port, nodes, portMax));
    }
    DatabaseUrl.check(databaseUrl);
    if (databaseUrl == null) {
      DataFolder.check(data);
    }
    for (int node = 0; node < (port == 0 ? 1 : nodes); node++) {
      checkIsFree(port + node);
    }
  }

  /** Looks before the database is started; the node's own bind has the last word. */
  private static void checkIsFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException taken) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "port "
              + port
              + " cannot be used ("
              + taken.getMessage()
              + "): stop what uses it, or choose another with --port",
          taken);
    }
  }

  private void demonstrate(URI uri, StopRequest stop) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try {
      Demonstration.run(uri, Time.until(stop.asked()), err);
      Demonstration.callsToTry(uri).forEach(this::say);
    } catch (InterruptedException stopped) {
      LOG.info("the demonstration ends early");
    } catch (Failure failed) {
      LOG.warn("the demonstration ends early: {}", failed.getMessage());
    }
  }

  private void say(String line) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
