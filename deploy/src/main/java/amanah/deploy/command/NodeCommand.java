package amanah.deploy.command;

import amanah.deploy.node.EnvironmentNode;
import amanah.deploy.node.RunningNode;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
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

/** {@code amanah node}: one node of a cluster, told by its environment who it is. */
@Command(
    name = "node",
    description = "Runs one node of a cluster, as containers do; the environment says which.",
    footer = {
      "",
      "Environment: AMANAH_HTTP_HOST, AMANAH_HTTP_PORT, AMANAH_NODE_HOST, AMANAH_REMOTE_PORT,",
      "AMANAH_MANAGEMENT_PORT, AMANAH_DISCOVERY, AMANAH_CONTACT_POINTS,",
      "AMANAH_CONTACT_POINTS_REQUIRED, AMANAH_SERVICE_NAME, AMANAH_ROLES, AMANAH_JOURNAL_URL,",
      "AMANAH_JOURNAL_USER, AMANAH_JOURNAL_PASSWORD, AMANAH_JOURNAL_CONNECTIONS,",
      "AMANAH_JOURNAL_MIGRATION_USER, AMANAH_JOURNAL_MIGRATION_PASSWORD,",
      "AMANAH_CLIENT_REQUESTS_MAX, AMANAH_CLIENT_BYTES_MAX, AMANAH_CLIENT_LISTENERS_MAX,",
      "AMANAH_ZAKAT_PROFILE, AMANAH_LOG, AMANAH_LOG_LEVEL; node.conf, cluster.conf, campaign.conf",
      "and zakat.conf say what each is for.",
      "",
      "Prints \"ready URL\" when it takes requests. SIGTERM drains it and stops it. Exit code:",
      "0 stopped as asked, 69 it could not start, or ended by itself, as a node does that the",
      "others have excluded: start it again.",
    })
public final class NodeCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(NodeCommand.class);

  private final Supplier<StopRequest> stopRequests;
  private final InputStream input;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--until-end-of-input",
      hidden = true,
      description = "Stops in order when the standard input ends.")
  private boolean untilEndOfInput;

  /** Stops when it is requested, or, if it is told so, when {@code input} ends. */
  public NodeCommand(Supplier<StopRequest> stopRequests, InputStream input) {
    this.stopRequests = stopRequests;
    this.input = input;
  }

  @Override
  public Integer call() throws InterruptedException {
    StopRequest stop = stopRequests.get();
    if (untilEndOfInput) {
      Thread.ofPlatform().daemon().name("end-of-input").start(() -> awaitEndOfInput(stop));
    }
    Optional<RunningNode> started = stop.unlessAsked(() -> EnvironmentNode.start(System.getenv()));
    if (started.isEmpty()) {
      LOG.info("stopped before it had started");
      return ExitCode.DONE.number();
    }
    try (RunningNode node = started.get()) {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.println("ready " + node.uri());
      out.flush();
      if (!stop.await(node.terminated())) {
        throw new Failure(
            ExitCode.UNAVAILABLE, "the node has ended by itself; its log above says why");
      }
      LOG.info("stopping: no new requests, those under way are finished");
    }
    LOG.info("stopped");
    return ExitCode.DONE.number();
  }

  private void awaitEndOfInput(StopRequest stop) {
    try {
      while (input.read() >= 0) {
        // Whatever is said does not matter.
      }
    } catch (IOException broken) {
      LOG.debug("the input broke", broken);
    }
    stop.ask();
  }
}
