package amanah.deploy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An embedded database that somebody else has open, to be looked into: nothing is started, locked
 * or taken over.
 *
 * @param url where it is, for JDBC
 * @param password the user's, never shown
 */
public record RunningDatabase(String url, String user, String password) {

  /** Where PostgreSQL writes its port into its pid file. */
  private static final int PORT_LINE = 3;

  /**
   * Finds the one that runs in {@code directory}.
   *
   * @throws DatabaseStartException when none runs there
   */
  public static RunningDatabase find(Path directory) throws IOException {
    Optional<Path> pidFile = pidFile(directory);
    if (pidFile.isEmpty()) {
      throw nothing(directory);
    }
    try {
      List<String> lines = Files.readAllLines(pidFile.get());
      String port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
      if (!port.matches("\\d{1,5}")) {
        throw nothing(directory);
      }
      return new RunningDatabase(
          EmbeddedDatabase.url(Integer.parseInt(port), EmbeddedDatabase.DATABASE),
          EmbeddedDatabase.USER,
          Files.readString(directory.resolve("password")).strip());
    } catch (NoSuchFileException stoppedMeanwhile) {
      throw nothing(directory);
    }
  }

  private static Optional<Path> pidFile(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .filter(path -> path.getFileName().toString().matches("data-\\d+"))
          .map(path -> path.resolve("postmaster.pid"))
          .filter(Files::exists)
          .findFirst();
    }
  }

  private static DatabaseStartException nothing(Path directory) {
    return new DatabaseStartException("No database runs in " + directory + ".");
  }

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
