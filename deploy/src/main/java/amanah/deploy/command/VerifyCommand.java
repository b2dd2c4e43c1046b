package amanah.deploy.command;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Backoff;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Reply;
import amanah.deploy.client.Time;
import amanah.deploy.database.DatabaseStartException;
import amanah.deploy.database.RunningDatabase;
import amanah.deploy.node.DatabaseUrl;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.FileReason;
import amanah.deploy.terminal.OptionPath;
import amanah.deploy.terminal.Progress;
import amanah.deploy.terminal.Screen;
import amanah.deploy.verify.ApiSettings;
import amanah.deploy.verify.Check;
import amanah.deploy.verify.CurrencyTotals;
import amanah.deploy.verify.Finding;
import amanah.deploy.verify.Findings;
import amanah.deploy.verify.FundTotals;
import amanah.deploy.verify.Verification;
import amanah.deploy.verify.VerificationJson;
import amanah.deploy.verify.VerificationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amanah verify}: the journal, snapshots and the API against one another. */
@Command(
    name = "verify",
    description =
        "Audits the journals, and holds them, snapshots and the API against one another, to the cent.",
    footer = {
      "",
      "Reads only, and sees one moment of the journal; the system may go on meanwhile.",
      "The journal is the database of --db, of AMANAH_JOURNAL_URL, or that of a running \"up\".",
      "User and password are in AMANAH_JOURNAL_USER and AMANAH_JOURNAL_PASSWORD.",
      "",
      "The last line is: verified campaigns=N events=N donations=N findings=N seconds=S",
      "Exit code: 0 all agree, 3 there are findings, 2 wrong usage, 69 it could not be audited,",
      "73 the file of --json cannot be written.",
      "",
      "Examples:",
      "  amanah verify",
      "  amanah verify --db \"jdbc:postgresql://db:5432/amanah\" --no-api --json audit.json",
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String URL_VARIABLE = "AMANAH_JOURNAL_URL";

  private final Time time;
  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private NodeUrl url = new NodeUrl();

  @Option(
      names = "--db",
      paramLabel = "JDBC_URL",
      description = "The PostgreSQL database with the journal.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where a running \"up\" keeps its embedded database (default: as \"up\").")
  private @Nullable Path data;

  @Option(names = "--no-api", description = "Audits the journal alone.")
  private boolean withoutApi;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "20",
      description = "Donations to ask the API for, per campaign (default: ${DEFAULT-VALUE}).")
  private int sampleSize;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which donations those are (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the report there as well.")
  private @Nullable Path json;

  /** Waits and measures by {@code time}; {@code environment} has the variables of the process. */
  public VerifyCommand(Time time, Map<String, String> environment) {
    this.time = time;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    VerificationReport report = verified();
    print(report, out);
    write(report);
    out.println(lastLine(report));
    return (report.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
  }

  static String lastLine(VerificationReport report) {
    return String.format(
        Locale.ROOT,
        "verified campaigns=%d events=%d donations=%d findings=%d seconds=%.1f",
        report.journal().campaigns().size(),
        report.journal().eventCount(),
        report.journal().donationCount(),
        report.findings().count(),
        report.seconds());
  }

  private void check() {
    if (sampleSize < 0) {
      throw new Failure(ExitCode.USAGE, "--sample " + sampleSize + ", expected 0 or more");
    }
    if (databaseUrl != null && data != null) {
      throw new Failure(ExitCode.USAGE, "--db and --data name two databases, expected one of them");
    }
    DatabaseUrl.check(databaseUrl);
    OptionPath.requireFile("--json", json);
  }

  private VerificationReport verified() throws InterruptedException, IOException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Progress progress = Screen.progress(err, time::nanoTime);
    try (Connection journal = connect()) {
      Verification verification = new Verification(journal, time, progress);
      if (withoutApi) {
        return verification.journal();
      }
      try (AmanahClient client = new AmanahClient(url.uri(), time)) {
        requireReady(client);
        return verification.journalAndApi(
            client, new ApiSettings(sampleSize, seed, Patience.of(PATIENCE)));
      }
    } catch (SQLException unreadable) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "the journal cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  /** A node that is there may be busy for a moment; one that is not there is said at once. */
  private void requireReady(AmanahClient client) throws InterruptedException {
    Backoff backoff = new Backoff(Patience.of(PATIENCE), time);
    Reply reply = client.ready();
    while (reply instanceof Reply.Later later) {
      if (!later.answered()) {
        throw new Failure(
            ExitCode.UNAVAILABLE, later.reason() + "; to audit the journal alone, add --no-api");
      }
      backoff.await(later);
      reply = client.ready();
    }
    if (reply instanceof Reply.Refused refused) {
      throw client.unexpected(refused);
    }
  }

  private Connection connect() throws IOException {
    String named = databaseUrl;
    if (named == null && data == null) {
      named = environment.get(URL_VARIABLE);
    }
    if (named != null) {
      return connect(
          named,
          environment.getOrDefault("AMANAH_JOURNAL_USER", "amanah"),
          environment.getOrDefault("AMANAH_JOURNAL_PASSWORD", ""));
    }
    Path home = Path.of(environment.getOrDefault("AMANAH_HOME", "."));
    try {
      RunningDatabase running =
          RunningDatabase.find(Objects.requireNonNullElse(data, home.resolve("data")));
      return connect(running.url(), running.user(), running.password());
    } catch (DatabaseStartException none) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          none.getMessage() + " Start a node with: amanah up; or name the journal with --db",
          none);
    } catch (FileSystemException unreadable) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          unreadable.getFile() + " cannot be read: " + FileReason.of(unreadable),
          unreadable);
    }
  }

  private static Connection connect(String jdbcUrl, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "amanah verify");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    try {
      return DriverManager.getConnection(jdbcUrl, properties);
    } catch (SQLException away) {
      throw DatabaseUrl.unusable(jdbcUrl, away);
    }
  }

  private static void print(VerificationReport report, PrintWriter out) {
    Table.print(currencies(report), out);
    out.println();
    if (!report.journal().funds().isEmpty()) {
      Table.print(funds(report), out);
      out.println();
    }
    Table.print(checks(report), out);
    report.leftOut().ifPresent(out::println);
    Findings findings = report.findings();
    if (!findings.isEmpty()) {
      out.println();
    }
    for (Finding finding : findings.kept()) {
      out.println(finding);
    }
    long more = findings.count() - findings.kept().size();
    if (more > 0) {
      out.println("and " + more + " more");
    }
    out.println();
  }

  private static List<List<String>> currencies(VerificationReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CURRENCY", "CAMPAIGNS", "DONATIONS", "DONORS", "RAISED", "REFUNDED"));
    for (CurrencyTotals totals : report.journal().currencies()) {
      rows.add(
          List.of(
              totals.currency().getCurrencyCode(),
              Long.toString(totals.campaignCount()),
              Long.toString(totals.donationCount()),
              Long.toString(totals.donorCount()),
              totals.amount(totals.raisedMinor()),
              totals.amount(totals.refundedMinor())));
    }
    return rows;
  }

  private static List<List<String>> funds(VerificationReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ZAKAT", "COLLECTED", "REFUNDED", "DISTRIBUTED", "AVAILABLE"));
    for (FundTotals fund : report.journal().funds()) {
      rows.add(
          List.of(
              fund.currency().getCurrencyCode(),
              fund.amount(fund.collectedMinor()),
              fund.amount(fund.refundedMinor()),
              fund.amount(fund.distributedInAllMinor()),
              fund.amount(fund.availableMinor())));
    }
    return rows;
  }

  private static List<List<String>> checks(VerificationReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CHECK", "FINDINGS"));
    for (Check check : report.checks()) {
      rows.add(List.of(check.label(), Long.toString(report.findings().count(check))));
    }
    return rows;
  }

  private void write(VerificationReport report) throws IOException {
    if (json == null) {
      return;
    }
    String text = VerificationJson.text(report);
    try {
      Files.writeString(json, text);
    } catch (IOException unwritable) {
      throw new Failure(
          ExitCode.CANNOT_WRITE,
          json + " cannot be written: " + FileReason.of(unwritable),
          unwritable);
    }
  }
}
