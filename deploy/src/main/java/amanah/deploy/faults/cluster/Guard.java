package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small process beside this one that tidies up when this one dies, however it dies: it notices by
 * the end of its standard input, and then kills each node and database of the run, which it knows
 * by the run's folder in their command lines, removes the run's namespaces and its folder.
 */
public final class Guard implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      said=
      read -r said
      [ "$said" = done ] && exit 0
      ended() {
        ps -A -o pid= -o args= | while read -r found arguments; do
          case $arguments in
            *"-Dfaults.run=$run "* | *"$run/database/"* | *"$run/disk/"*)
              kill -9 "$found" 2>/dev/null ;;
          esac
        done
      }
      ended
      ended
      if command -v ip >/dev/null 2>&1; then
        for name in $(ip netns list 2>/dev/null | sed 's/ .*//'); do
          case $name in
            amanah-"$pid"-*) ip netns delete "$name" ;;
          esac
        done
        ip link delete "ama${pid}b" 2>/dev/null
      fi
      umount -l "$run/disk" 2>/dev/null
      rm -rf "$run"
      exit 0
      """;

  private final Process process;

  private Guard(Process process) {
    this.process = process;
  }

  /** Watches over this process and what has {@code run}, a folder of its own, in its command. */
  public static Guard over(Path run) throws IOException {
    String pid = String.valueOf(ProcessHandle.current().pid());
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", SCRIPT);
    builder.environment().put("run", run.toString());
    builder.environment().put("pid", pid);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new Guard(builder.start());
  }

  /** What a process of the run has in its command line, with a space behind it. */
  static String mark(Path run) {
    return "-Dfaults.run=" + run;
  }

  /** Everything is tidied up already. */
  @Override
  public void close() throws IOException {
    try (OutputStream says = process.getOutputStream()) {
      says.write("done\n".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
