package amanah.deploy.command;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.CampaignReading;
import amanah.deploy.client.DonationDoor;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Time;
import amanah.deploy.intake.CampaignOpening;
import amanah.deploy.intake.DonationFile;
import amanah.deploy.intake.DonationImport;
import amanah.deploy.intake.ImportSettings;
import amanah.deploy.intake.ImportThrottle;
import amanah.deploy.intake.ImportTotals;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.Progress;
import amanah.deploy.terminal.Screen;
import amanah.id.CampaignId;
import amanah.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amanah import}: donations from CSV files into a campaign. */
@Command(
    name = "import",
    description = "Streams CSV files of donations into a campaign; safe to repeat.",
    footer = {
      "",
      "Columns, in any order: donation_id, donated_at, donor, amount, currency, with_comment.",
      "Files are plain or gzip. An empty donor gave anonymously. Refused rows go to",
      "FILE.refused.csv with line, code and reason; put right, that file can be imported too.",
      "What cannot be reached for a moment is tried again under the same ids.",
      "",
      "The last line is: imported=N replayed=N refused=N raised=AMOUNT CUR seconds=S",
      "Exit code: 0 all rows are in, 1 some were refused, 2 wrong usage, 65 broken file,",
      "66 no such file, 69 nothing answers, 73 refused rows cannot be written.",
      "",
      "Examples:",
      "  amanah import sgdq2013.csv.gz --campaign sgdq2013",
      "  amanah import jan.csv feb.csv --campaign well --title \"A well\" --goal \"5000 EUR\"",
    })
public final class ImportCommand implements Callable<Integer> {

  private static final Duration FIRST_CONTACT_MAX = Duration.ofSeconds(10);
  private static final long PATIENCE_MAX = 86_400;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Time time;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files, plain or gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      required = true,
      converter = CampaignIdConverter.class,
      description = "The campaign; it is opened if it does not exist.")
  private @Nullable CampaignId campaignId;

  @Option(
      names = "--title",
      paramLabel = "T",
      description = "Its title when it is opened (default: its id).")
  private @Nullable String title;

  @Option(
      names = "--goal",
      paramLabel = "\"AMOUNT CUR\"",
      converter = GoalConverter.class,
      description = "Its goal when it is opened (default: 1000000 of the file's currency).")
  private @Nullable Money goal;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long to go on while nothing gets through (default: ${DEFAULT-VALUE}).")
  private long patienceSeconds;

  @Mixin private NodeUrl url = new NodeUrl();

  /** Waits and measures by {@code time}. */
  public ImportCommand(Time time) {
    this.time = time;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    String id = required(campaignId).value();
    CommandSpec command = required(spec);
    long beganNanos = time.nanoTime();
    if (patienceSeconds < 0 || patienceSeconds > PATIENCE_MAX) {
      throw new Failure(
          ExitCode.USAGE,
          "--patience %d, expected 0 to %d seconds".formatted(patienceSeconds, PATIENCE_MAX));
    }
    checkHeaders();
    Patience patience = Patience.of(Duration.ofSeconds(patienceSeconds));
    Progress progress = Screen.progress(command.commandLine().getErr(), time::nanoTime);
    ImportSettings settings = ImportSettings.STANDARD.withPatience(patience);
    try (AmanahClient client = new AmanahClient(url.uri(), time);
        DonationDoor door = new DonationDoor(url.uri(), patience, settings.rowsMax(), time)) {
      CampaignOpening opening =
          new CampaignOpening(client, id, title == null ? id : title, goal, patience);
      opening.look(firstContact(patience));
      DonationImport imported =
          new DonationImport(door, opening, settings, progress, ImportThrottle.FREE);
      for (Path file : files) {
        imported.run(file);
      }
      CampaignReading campaign = opening.reading();
      double seconds = (time.nanoTime() - beganNanos) / NANOS_PER_SECOND;
      ImportTotals totals = imported.totals();
      command.commandLine().getOut().println(lastLine(totals, campaign.raised(), seconds));
      return (totals.refused() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
    }
  }

  static String lastLine(ImportTotals totals, Money raised, double seconds) {
    return String.format(
        Locale.ROOT,
        "imported=%d replayed=%d refused=%d raised=%s seconds=%.1f",
        totals.imported(),
        totals.replayed(),
        totals.refused(),
        raised,
        seconds);
  }

  /** A wrong file name or header is found before anything is sent. */
  private void checkHeaders() throws IOException {
    for (Path file : files) {
      if (!Files.exists(file) || Files.isRegularFile(file) || Files.isDirectory(file)) {
        DonationFile.open(file).close();
      }
    }
  }

  private static Patience firstContact(Patience patience) {
    Duration total = patience.total();
    return Patience.of(total.compareTo(FIRST_CONTACT_MAX) < 0 ? total : FIRST_CONTACT_MAX);
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("picocli sets this before the command is called");
    }
    return value;
  }
}
