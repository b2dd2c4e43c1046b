package amanah.deploy.bench.baseline;

import amanah.deploy.load.loop.LoadFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that is installed on this machine, and runs for a bounded time. */
record Program(Path file) {

  private static final int SHOWN_MAX = 400;

  /** The first executable of that name on the PATH. */
  static Optional<Program> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new);
  }

  /** What it prints; its output goes through a file, so that a full pipe never holds it up. */
  String run(List<String> arguments, Map<String, String> environment, Duration longest)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    Path printed = Files.createTempFile("amanah-bench", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      int code = awaited(builder.start(), longest);
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      if (code != 0) {
        String shown = text.substring(0, Math.min(text.length(), SHOWN_MAX)).strip();
        throw new LoadFailure(file + " ended with " + code + ": " + shown);
      }
      return text;
    } finally {
      Files.delete(printed);
    }
  }

  private int awaited(Process process, Duration longest) throws InterruptedException {
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LoadFailure(file + " was still running after " + longest);
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
