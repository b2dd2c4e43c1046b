package amanah.deploy.bench.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scripts that are shipped with the benchmark. */
enum Script {
  SCHEMA("pgbench-schema.sql"),
  HOT("pgbench-hot.sql"),
  SPREAD("pgbench-spread.sql"),
  GENSERVER("genserver.exs");

  private final String file;

  Script(String file) {
    this.file = file;
  }

  String text() {
    try (InputStream stream = Script.class.getResourceAsStream("/bench/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("/bench/" + file + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A copy for a program that wants a file. */
  Path copyTo(Path folder) throws IOException {
    return Files.writeString(folder.resolve(file), text());
  }
}
