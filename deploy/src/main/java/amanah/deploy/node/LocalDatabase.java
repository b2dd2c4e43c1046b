package amanah.deploy.node;

import amanah.deploy.database.DatabaseStartException;
import amanah.deploy.database.EmbeddedDatabase;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.FileReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal of this machine's nodes is: in the embedded database, which is closed with
 * this, or in somebody's own.
 */
final class LocalDatabase implements AutoCloseable {

  private final @Nullable EmbeddedDatabase embedded;
  private final Map<String, String> journal;
  private final DatabaseLock lock;

  private LocalDatabase(
      @Nullable EmbeddedDatabase embedded, Map<String, String> journal, DatabaseLock lock) {
    this.embedded = embedded;
    this.journal = Map.copyOf(journal);
    this.lock = lock;
  }

  /**
   * The database of these settings, which listens when this returns if it is the embedded one.
   *
   * @throws Failure if it cannot be started, or another {@code amanah up} uses it
   */
  static LocalDatabase open(NodeSettings settings) {
    if (settings.databaseUrl() != null) {
      Map<String, String> journal = Map.of("url", settings.databaseUrl());
      return new LocalDatabase(null, journal, DatabaseLock.take(journal));
    }
    try {
      EmbeddedDatabase embedded = EmbeddedDatabase.open(settings.data(), EmbeddedDatabase.ANY_PORT);
      return locked(embedded);
    } catch (DatabaseStartException refused) {
      throw new Failure(ExitCode.UNAVAILABLE, String.valueOf(refused.getMessage()), refused);
    } catch (IOException unreadable) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the database in " + settings.data() + " does not start: " + FileReason.of(unreadable),
          unreadable);
    }
  }

  private static LocalDatabase locked(EmbeddedDatabase embedded) throws IOException {
    Map<String, String> journal =
        Map.of("url", embedded.url(), "user", embedded.user(), "password", embedded.password());
    try {
      return new LocalDatabase(embedded, journal, DatabaseLock.take(journal));
    } catch (RuntimeException taken) {
      embedded.close();
      throw taken;
    }
  }

  /** The settings {@code url} and, for the embedded database, {@code user} and {@code password}. */
  Map<String, String> journal() {
    return journal;
  }

  @Override
  public void close() {
    lock.close();
    if (embedded != null) {
      try {
        embedded.close();
      } catch (IOException failed) {
        throw new UncheckedIOException("the database did not stop", failed);
      }
    }
  }

  /** Closes it because of {@code failure}, which stays the one to be told. */
  void closeAfter(Exception failure) {
    try {
      close();
    } catch (UncheckedIOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }
}
