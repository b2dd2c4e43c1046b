package amanah.deploy.faults.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies the data of a server that runs, as PostgreSQL's documentation has it ("Making a Base
 * Backup Using the Low Level API"); the embedded one brings no program for that.
 */
final class DataCopy {

  private static final String DATA = "data-\\d+";
  private static final String BINARIES = "binaries-.+";
  private static final List<String> OF_THE_PROCESS = List.of("postmaster.pid", "postmaster.opts");

  private DataCopy() {}

  /**
   * A copy that a server can be started upon, with the programs and the password of the original.
   *
   * @param connection to the server that runs in {@code from}
   */
  static void take(Connection connection, Path from, Path to) throws IOException, SQLException {
    Files.createDirectories(to);
    Path binaries = child(from, BINARIES);
    Files.createSymbolicLink(to.resolve(binaries.getFileName()), binaries.toRealPath());
    Files.copy(
        from.resolve("password"), to.resolve("password"), StandardCopyOption.COPY_ATTRIBUTES);
    Path data = child(from, DATA);
    Path copy = to.resolve(data.getFileName());
    try (Statement statement = connection.createStatement()) {
      single(statement, "SELECT pg_backup_start('amanah faults', true)::text");
      // Files that come and go while it copies are made good by the log, which comes last.
      Commands.run(List.of("cp", "-a", data.toString(), copy.toString()), true);
      String label = single(statement, "SELECT labelfile FROM pg_backup_stop(false)");
      Commands.run(List.of("cp", "-a", data.resolve("pg_wal") + "/.", copy + "/pg_wal"), true);
      Files.writeString(copy.resolve("backup_label"), label);
    }
    for (String name : OF_THE_PROCESS) {
      Files.deleteIfExists(copy.resolve(name));
    }
  }

  /** Has the copy follow another server, until it is promoted. */
  static void follow(Path copy, String connection) throws IOException {
    Path data = child(copy, DATA);
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = '" + connection + "'\n",
        StandardOpenOption.APPEND,
        StandardOpenOption.CREATE);
  }

  /** Removes the data of a server that has ended; its programs stay, for copies use them. */
  static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(child(home, DATA))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  static String single(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  private static Path child(Path home, String pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> children = Files.list(home)) {
      children.filter(path -> path.getFileName().toString().matches(pattern)).forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new NoSuchFileException(home.resolve(pattern).toString());
    }
    return found.getFirst();
  }
}
