package amanah.deploy.faults.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a JVM of this machine holds: its heap by the JDK's {@code jcmd}, after a full
 * collection, the rest from {@code /proc}. Where one of the two is missing there is no reading.
 */
final class ProcessGauge {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessGauge.class);

  /** A full collection of some gigabytes on a busy machine takes a while. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

  private static final Pattern HEAP = Pattern.compile("heap\\s.*?used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
  private static final long KILO = 1024;

  private ProcessGauge() {}

  /** What it holds, after a full collection of its heap. */
  static Optional<ProcessReading> read(ProcessHandle process) throws InterruptedException {
    try {
      jcmd(process, "GC.run");
      String heap = jcmd(process, "GC.heap_info");
      String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
      return Optional.of(
          new ProcessReading(
              number(HEAP, heap) * KILO,
              number(RESIDENT, status) * KILO,
              Math.toIntExact(number(THREADS, status))));
    } catch (IOException unreadable) {
      LOG.warn("process {} cannot be measured: {}", process.pid(), unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("no \"" + pattern + "\" in \"" + text + "\"");
    }
    return Long.parseLong(matcher.group(1));
  }

  private static String jcmd(ProcessHandle process, String command)
      throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path answer = Files.createTempFile("amanah-jcmd", ".txt");
    try {
      Process running =
          new ProcessBuilder(program.toString(), String.valueOf(process.pid()), command)
              .redirectErrorStream(true)
              .redirectOutput(answer.toFile())
              .start();
      try {
        if (!running.waitFor(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException(command + " took longer than " + ANSWER_MAX.toSeconds() + " s");
        }
      } finally {
        running.destroyForcibly();
      }
      String text = Files.readString(answer, StandardCharsets.UTF_8);
      if (running.exitValue() != 0) {
        throw new IOException(command + " failed: " + text.strip());
      }
      return text;
    } finally {
      Files.deleteIfExists(answer);
    }
  }
}
