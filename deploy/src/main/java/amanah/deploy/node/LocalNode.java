package amanah.deploy.node;

import amanah.campaign.CampaignNode;
import amanah.deploy.database.DatabaseStartException;
import amanah.deploy.database.EmbeddedDatabase;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import com.typesafe.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Starts the database and the node in this process. */
public final class LocalNode implements NodeLauncher {

  @Override
  public RunningNode start(NodeSettings settings) {
    @Nullable EmbeddedDatabase database =
        settings.databaseUrl() == null ? openDatabase(settings) : null;
    try {
      return new Running(startNode(settings, database), database);
    } catch (RuntimeException failed) {
      Failure failure =
          new Failure(ExitCode.UNAVAILABLE, "the node does not start: " + reason(failed), failed);
      try {
        closeDatabase(database);
      } catch (UncheckedIOException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    }
  }

  private static EmbeddedDatabase openDatabase(NodeSettings settings) {
    try {
      return EmbeddedDatabase.open(settings.data(), EmbeddedDatabase.ANY_PORT);
    } catch (DatabaseStartException refused) {
      throw new Failure(ExitCode.UNAVAILABLE, String.valueOf(refused.getMessage()), refused);
    } catch (IOException unreadable) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the database in " + settings.data() + " does not start: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static CampaignNode startNode(
      NodeSettings settings, @Nullable EmbeddedDatabase database) {
    Config config =
        database != null
            ? NodeConfig.of(settings.port(), database)
            : NodeConfig.of(settings.port(), Objects.requireNonNull(settings.databaseUrl()));
    return CampaignNode.start(config).toCompletableFuture().join();
  }

  private static void closeDatabase(@Nullable EmbeddedDatabase database) {
    if (database != null) {
      try {
        database.close();
      } catch (IOException failed) {
        throw new UncheckedIOException("the database did not stop", failed);
      }
    }
  }

  /** One line: what the database said if it was the database, and what lies at the bottom. */
  private static String reason(RuntimeException failed) {
    Throwable said = failed;
    Throwable bottom = failed;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      boolean wraps = said instanceof CompletionException;
      if (wraps || (cause instanceof SQLException && !(said instanceof SQLException))) {
        said = cause;
      }
      bottom = cause;
    }
    String sentence = firstLine(said);
    return bottom.equals(said) ? sentence : sentence + " (" + firstLine(bottom) + ")";
  }

  private static String firstLine(Throwable failed) {
    String message = failed.getMessage();
    String said = message != null && message.contains(" ") ? message : failed.toString();
    return said.lines().findFirst().orElse("").strip();
  }

  /** The node and, if it is ours, its database. */
  private record Running(CampaignNode node, @Nullable EmbeddedDatabase database)
      implements RunningNode {

    @Override
    public URI uri() {
      return node.uri();
    }

    @Override
    public CompletionStage<?> terminated() {
      return node.terminated();
    }

    @Override
    public void close() {
      try {
        node.stop().toCompletableFuture().join();
      } finally {
        closeDatabase(database);
      }
    }
  }
}
