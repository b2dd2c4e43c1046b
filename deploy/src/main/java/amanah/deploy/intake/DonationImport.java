package amanah.deploy.intake;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Time;
import amanah.deploy.terminal.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Streams files of donations into one campaign, in bounded memory, safe to repeat.
 *
 * <p>Batches are sent in the file's order and a few of them wait for their answers at once, so the
 * ledger records them in that order as long as nothing has to be repeated.
 */
public final class DonationImport {

  private final BatchSender sender;
  private final ImportSettings settings;
  private final CampaignOpening opening;
  private final Progress progress;
  private final Pace pace;
  private ImportTotals totals = ImportTotals.NONE;
  private long fileRows;

  /** Imports into the campaign of {@code opening} through {@code client}. */
  public DonationImport(
      AmanahClient client,
      CampaignOpening opening,
      ImportSettings settings,
      Time time,
      Progress progress,
      Pace pace) {
    this.sender = new BatchSender(client, opening.campaignId(), settings.patience(), time);
    this.settings = settings;
    this.opening = opening;
    this.progress = progress;
    this.pace = pace;
  }

  /** Imports a file of the disk; refused rows go to {@code FILE.refused.csv}. */
  public void run(Path path) throws InterruptedException, IOException {
    try (DonationFile file = DonationFile.open(path);
        RefusedFile refused = new RefusedFile(path, file.header())) {
      long refusedBefore = totals.refused();
      stream(file, refused);
      refused.complete();
      long refusedHere = totals.refused() - refusedBefore;
      if (refusedHere > 0) {
        progress.note(file.name() + ": " + refusedHere + " rows refused, see " + refused.path());
      }
    }
  }

  /** Imports an open file; {@code refusal} is told each refused row in one line. */
  public void run(DonationFile file, Consumer<String> refusal) throws InterruptedException {
    stream(
        file,
        row -> refusal.accept("line " + row.line() + ": " + row.code() + ", " + row.reason()));
  }

  /** What became of the rows so far. */
  public ImportTotals totals() {
    return totals;
  }

  private void stream(DonationFile file, Refusals refusals) throws InterruptedException {
    if (!file.unknownColumns().isEmpty()) {
      progress.note(
          file.name() + ": ignoring the columns " + String.join(", ", file.unknownColumns()));
    }
    fileRows = 0;
    progress.began(file.name(), file.bytesTotal());
    try (RequestWindow window =
        new RequestWindow(
            sender,
            settings.requestsMax(),
            (batch, outcome) -> settled(batch, outcome, refusals))) {
      send(file, window);
      window.settleAll();
      file.checkComplete();
    } finally {
      progress.ended();
    }
  }

  private void send(DonationFile file, RequestWindow window) throws InterruptedException {
    Batch batch = new Batch();
    for (Optional<Entry> next = file.next(); next.isPresent(); next = file.next()) {
      Entry entry = next.get();
      if (entry instanceof Entry.Sendable row) {
        opening.ensure(row.amount().currency());
      }
      if (batch.size() >= settings.batchMax() || batch.contains(entry)) {
        window.submit(batch);
        batch = new Batch();
      }
      batch.add(entry, file.bytesRead());
    }
    if (batch.size() > 0) {
      window.submit(batch);
    }
  }

  private void settled(Batch batch, BatchOutcome outcome, Refusals refusals)
      throws InterruptedException {
    outcome.refused().forEach(refusals::add);
    totals = totals.plus(outcome);
    fileRows += batch.size();
    progress.reached(batch.bytesRead(), fileRows);
    pace.settled(batch.size(), outcome.imported() > 0);
  }
}
