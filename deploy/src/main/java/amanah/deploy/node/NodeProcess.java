package amanah.deploy.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node in a process of its own: the same program with the same options, told by its environment
 * who it is. It stops in order when this process closes its input, also by dying.
 */
public final class NodeProcess {

  private static final String READY = "ready ";
  private static final String MAIN = "amanah.deploy.Amanah";

  private static final Pattern PASSWORD =
      Pattern.compile("-Damanah\\.journal\\.(migration\\.)?password=(.*)", Pattern.DOTALL);

  /** A terminal's Ctrl-C goes to all processes at once, and this one alone shall hear it. */
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

  private final Process process;
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private NodeProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param log what it has to say is appended to this file
   * @param options further options for java
   */
  public static NodeProcess start(NodeEnvironment environment, Path log, List<String> options)
      throws IOException {
    return start(environment.variables(), log, options);
  }

  /** The same with any variables. */
  public static NodeProcess start(Map<String, String> variables, Path log, List<String> options)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command(options))
            .redirectInput(Redirect.PIPE)
            .redirectOutput(Redirect.PIPE)
            .redirectError(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(variables);
    builder.environment().putAll(passwords(options()));
    NodeProcess node = new NodeProcess(builder.start());
    Thread.ofVirtual().name("node-" + node.process.pid()).start(node::listen);
    return node;
  }

  /** As this process was started, but for what tells of a terminal or of a debugger. */
  private static List<String> command(List<String> options) {
    List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    options().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .filter(option -> !option.startsWith("-Damanah.terminal"))
        .filter(option -> !PASSWORD.matcher(option).matches())
        .forEach(command::add);
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(MAIN);
    command.add("node");
    command.add("--until-end-of-input");
    return command;
  }

  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  /** Of options that tell a password, the variables that tell it: only its owner can read those. */
  static Map<String, String> passwords(List<String> options) {
    Map<String, String> variables = new HashMap<>();
    for (String option : options) {
      Matcher password = PASSWORD.matcher(option);
      if (password.matches()) {
        String role = password.group(1) == null ? "" : "MIGRATION_";
        variables.put("AMANAH_JOURNAL_" + role + "PASSWORD", password.group(2));
      }
    }
    return variables;
  }

  /** Reads what it says until it has ended. */
  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length()).strip()));
        }
      }
      ready.completeExceptionally(new IOException("it ended before it was ready"));
    } catch (IOException broken) {
      ready.completeExceptionally(broken);
    }
  }

  /** Where it takes requests, once it does; fails when it ends before. */
  public CompletionStage<URI> ready() {
    return ready.minimalCompletionStage();
  }

  /** Its number in the operating system. */
  public long pid() {
    return process.pid();
  }

  /** Done with its exit code when it has ended. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks it to stop in order. */
  public void stop() {
    process.destroy();
  }

  /** Ends it at once. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Waits until it has ended; false if it has not in time. */
  public boolean awaitEnd(Duration timeout) throws InterruptedException {
    return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
