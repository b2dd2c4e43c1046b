package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands for the tool, to be killed; called with {@code child} it stands for a node. */
final class GuardedProcess {

  private GuardedProcess() {}

  /** {@code RUN PID_FILE}: starts a guard and a child, whose pid it writes down. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!arguments[0].equals("child")) {
      Path run = Path.of(arguments[0]);
      Guard guard = Guard.over(run);
      Process child = child(run);
      Path unfinished = Path.of(arguments[1] + ".unfinished");
      Files.writeString(unfinished, String.valueOf(child.pid()));
      Files.move(unfinished, Path.of(arguments[1]));
      if (arguments.length > 2) {
        guard.close();
        return;
      }
    }
    new CountDownLatch(1).await();
  }

  private static Process child(Path run) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-Dfaults.run=" + run,
            "-cp",
            System.getProperty("java.class.path"),
            GuardedProcess.class.getName(),
            "child")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
