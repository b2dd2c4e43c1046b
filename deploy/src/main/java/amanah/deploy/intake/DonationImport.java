package amanah.deploy.intake;

import amanah.client.DonationStream;
import amanah.deploy.client.DonationDoor;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Streams files of donations into one campaign, in bounded memory, safe to repeat.
 *
 * <p>Rows go on one stream in the file's order, so the ledger records them in that order, as long
 * as none is refused for the moment.
 */
public final class DonationImport {

  private final DonationDoor door;
  private final ImportSettings settings;
  private final CampaignOpening opening;
  private final Progress progress;
  private final ImportThrottle pace;
  private ImportTotals totals = ImportTotals.NONE;
  private long fileRows;

  /** Imports into the campaign of {@code opening} through {@code door}. */
  public DonationImport(
      DonationDoor door,
      CampaignOpening opening,
      ImportSettings settings,
      Progress progress,
      ImportThrottle pace) {
    this.door = door;
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
    try (DonationStream stream = door.open()) {
      RowWindow window =
          new RowWindow(stream, opening.campaignId(), settings, step -> settled(step, refusals));
      send(file, window);
      window.settleAll();
      file.checkComplete();
    } catch (Failure failure) {
      if (door.givenUp()) {
        InterruptedException ended = new InterruptedException("given up");
        ended.initCause(failure);
        throw ended;
      }
      throw failure;
    } finally {
      progress.ended();
    }
  }

  private void send(DonationFile file, RowWindow window) throws InterruptedException {
    for (Optional<Entry> next = file.next(); next.isPresent(); next = file.next()) {
      if (next.get() instanceof Entry.Sendable row) {
        opening.ensure(row.amount().currency());
      }
      window.add(next.get(), file.bytesRead());
    }
  }

  private void settled(Step step, Refusals refusals) throws InterruptedException {
    step.refused().forEach(refusals::add);
    totals = totals.plus(step);
    fileRows += step.rows();
    progress.reached(step.bytesRead(), fileRows);
    pace.settled(step.rows(), step.imported() > 0);
  }
}
