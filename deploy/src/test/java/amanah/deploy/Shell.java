package amanah.deploy;

import amanah.deploy.client.Time;
import amanah.deploy.node.NodeLauncher;
import amanah.deploy.node.StopRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Types a command and keeps what came of it. */
record Shell(int exitCode, String out, String err) {

  static Shell run(Time time, String... arguments) {
    NodeLauncher none =
        (settings, ready) -> {
          throw new IllegalStateException("no node here");
        };
    return run(none, new StopRequest(), time, arguments);
  }

  static Shell run(NodeLauncher launcher, StopRequest stop, Time time, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Amanah.commandLine(launcher, () -> stop, time);
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exitCode = commandLine.execute(arguments);
    return new Shell(exitCode, out.toString(), err.toString());
  }

  String lastLine() {
    List<String> lines = out.lines().toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
