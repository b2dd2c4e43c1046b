package amanah.deploy;

import amanah.deploy.bench.BenchCommand;
import amanah.deploy.bench.LocalBenchNode;
import amanah.deploy.census.CensusCommand;
import amanah.deploy.client.Time;
import amanah.deploy.command.ImportCommand;
import amanah.deploy.command.NodeCommand;
import amanah.deploy.command.StatusCommand;
import amanah.deploy.command.UpCommand;
import amanah.deploy.command.VerifyCommand;
import amanah.deploy.faults.FaultsCommand;
import amanah.deploy.load.LoadCommand;
import amanah.deploy.node.LocalCluster;
import amanah.deploy.node.LocalNode;
import amanah.deploy.node.NodeLauncher;
import amanah.deploy.node.StopRequest;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.FileReason;
import amanah.deploy.terminal.WholeNumber;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
    name = "amanah",
    description = "The back end of a donation platform: campaigns and zakat.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Amanah.Version.class,
    footer = {
      "",
      "Examples:",
      "  amanah up --demo",
      "  amanah import donations.csv.gz --campaign well --goal \"5000 EUR\"",
      "  amanah status well",
      "  amanah verify",
    })
public final class Amanah {

  private static final int USAGE_COLUMNS = 100;

  private Amanah() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Time time = Time.until(new CountDownLatch(1));
    NodeLauncher launcher =
        (settings, ready) ->
            (settings.nodes() == 1 ? new LocalNode() : new LocalCluster()).start(settings, ready);
    System.exit(commandLine(launcher, StopRequest::ofSignals, time).execute(arguments));
  }

  /** All commands; a new one is added here. */
  static CommandLine commandLine(
      NodeLauncher launcher, Supplier<StopRequest> stopRequests, Time time) {
    CommandLine commandLine = new CommandLine(new Amanah());
    commandLine.addSubcommand(new UpCommand(launcher, stopRequests));
    commandLine.addSubcommand(new NodeCommand(stopRequests, System.in));
    commandLine.addSubcommand(new ImportCommand(time));
    commandLine.addSubcommand(new StatusCommand(time));
    commandLine.addSubcommand(new VerifyCommand(time, System.getenv()));
    commandLine.addSubcommand(new BenchCommand(LocalBenchNode::start, stopRequests));
    commandLine.addSubcommand(new LoadCommand(new LocalCluster(), stopRequests));
    commandLine.addSubcommand(new FaultsCommand(stopRequests));
    commandLine.addSubcommand(new CensusCommand(stopRequests));
    WholeNumber.readAll(commandLine);
    commandLine.getSubcommands().values().forEach(Amanah::withHelp);
    withHelp(commandLine);
    commandLine.setParameterExceptionHandler(Amanah::explain);
    commandLine.setExecutionExceptionHandler((failed, command, parsed) -> end(failed, command));
    return commandLine;
  }

  private static void withHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.setUsageHelpWidth(USAGE_COLUMNS);
  }

  /** One sentence, what was perhaps meant, and where to read on. */
  private static int explain(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("amanah: " + sentence(wrong, command));
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE.number();
  }

  private static String sentence(ParameterException wrong, CommandLine command) {
    boolean isTop = command.getParent() == null;
    String commands = "expected one of: " + String.join(", ", command.getSubcommands().keySet());
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      String said = String.valueOf(wrong.getMessage());
      return isTop && said.startsWith("Missing required sub") ? "no command, " + commands : said;
    }
    String words =
        unmatched.getUnmatched().stream()
            .map(word -> "\"" + word + "\"")
            .collect(Collectors.joining(", "));
    return isTop
        ? words + " is no command, " + commands
        : "%s: no option or argument of %s, expected those of its --help"
            .formatted(words, command.getCommandSpec().qualifiedName());
  }

  private static int end(Exception failed, CommandLine command) {
    PrintWriter err = command.getErr();
    if (failed instanceof Failure failure) {
      err.println("amanah: " + failure.getMessage());
      err.flush();
      return failure.exitCode().number();
    }
    if (failed instanceof FileSystemException file) {
      err.println("amanah: " + file.getFile() + " cannot be used: " + FileReason.of(file));
      err.flush();
      return ExitCode.CANNOT_WRITE.number();
    }
    err.println("amanah: this is a fault of Amanah itself:");
    failed.printStackTrace(err);
    err.flush();
    return ExitCode.INTERNAL.number();
  }

  /** What the jar's manifest says. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Amanah.class.getPackage().getImplementationVersion();
      return new String[] {
        "amanah " + (version == null ? "(unpackaged)" : version) + ", Java " + Runtime.version()
      };
    }
  }
}
