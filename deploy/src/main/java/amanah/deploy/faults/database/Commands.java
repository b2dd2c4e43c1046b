package amanah.deploy.faults.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** Runs programs of the operating system whose output says nothing. */
final class Commands {

  private Commands() {}

  /**
   * Runs one and waits for its end.
   *
   * @param someMayFail whether 1, which says that a part could not be done, is good enough
   */
  static void run(List<String> command, boolean someMayFail) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int code = process.waitFor();
      if (code > (someMayFail ? 1 : 0)) {
        throw new IOException(String.join(" ", command) + " ended with " + code);
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + command);
    }
  }
}
