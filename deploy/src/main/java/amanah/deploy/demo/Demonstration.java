package amanah.deploy.demo;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.DonationDoor;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Time;
import amanah.deploy.intake.CampaignOpening;
import amanah.deploy.intake.DonationFile;
import amanah.deploy.intake.DonationImport;
import amanah.deploy.intake.ImportSettings;
import amanah.deploy.terminal.Progress;
import amanah.deploy.terminal.Screen;
import amanah.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Summer Games Done Quick 2013, ten days of donations in a minute, through the public API.
 *
 * <p>What a former demonstration recorded is skipped at full speed.
 */
public final class Demonstration {

  private static final String CAMPAIGN = "sgdq2013";
  private static final String FILE = CAMPAIGN + ".csv.gz";
  private static final int STEPS_PER_SECOND = 4;
  private static final int STEP_ROWS = 45;
  private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(30));

  private Demonstration() {}

  /** Runs to its end, or until {@code time} gives up waiting. */
  public static void run(URI node, Time time, PrintWriter err) throws InterruptedException {
    Progress progress = Screen.progress(err, time::nanoTime);
    Money goal = Money.parse("250000", Currency.getInstance("USD"));
    try (AmanahClient client = new AmanahClient(node, time);
        DonationDoor door = new DonationDoor(node, PATIENCE, STEP_ROWS, time);
        DonationFile file = file()) {
      CampaignOpening opening =
          new CampaignOpening(client, CAMPAIGN, "Summer Games Done Quick 2013", goal, PATIENCE);
      opening.look(PATIENCE);
      DonationImport donations =
          new DonationImport(
              door,
              opening,
              new ImportSettings(STEP_ROWS, STEP_ROWS, PATIENCE),
              progress,
              new SteadyPace(time, Duration.ofSeconds(1).dividedBy(STEPS_PER_SECOND)));
      donations.run(file, progress::note);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Lines to copy into a shell. */
  public static List<String> callsToTry(URI node) {
    String campaign = "curl " + node + "/v1/campaigns/" + CAMPAIGN;
    return List.of(
        "the demonstration is through; look at it with:",
        "  " + campaign,
        "  " + campaign + "/donations/" + CAMPAIGN + "-10781",
        "  " + campaign + "/batcher");
  }

  private static DonationFile file() throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(
            Demonstration.class.getResourceAsStream("/demo/" + FILE), "demo/" + FILE)) {
      byte[] bytes = resource.readAllBytes();
      return DonationFile.of(FILE, new ByteArrayInputStream(bytes), bytes.length);
    }
  }
}
