package amanah.deploy.intake;

import amanah.client.DonationStream;
import amanah.client.Outcome;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.v1.IntakeReceipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * The rows that are on their way, settled in the order of the file, the unreadable ones among them.
 *
 * <p>Two rows with one donation id are never on their way together: the first row of an id decides,
 * as it would if the rows were sent one after the other.
 */
final class RowWindow {

  /** No row gets further when one is refused for such a reason. */
  private static final Set<String> ABOUT_ALL_ROWS =
      Set.of("campaign_not_found", "unauthenticated", "forbidden");

  private final DonationStream stream;
  private final String campaignId;
  private final ImportSettings settings;
  private final Settled settled;
  private final Deque<Row> rows = new ArrayDeque<>();
  private final Set<String> donationIds = new HashSet<>();

  /** Learns what became of rows, in order. */
  interface Settled {
    void accept(Step step) throws InterruptedException;
  }

  /**
   * A row.
   *
   * @param bytesRead how far the file was read with it
   * @param outcome what becomes of it, known at once when it cannot be read
   */
  private record Row(
      Entry entry, long bytesRead, CompletableFuture<Outcome<IntakeReceipt>> outcome) {}

  RowWindow(DonationStream stream, String campaignId, ImportSettings settings, Settled settled) {
    this.stream = stream;
    this.campaignId = campaignId;
    this.settings = settings;
    this.settled = settled;
  }

  /** Takes a row; while as many are on their way as may be, waits for the oldest. */
  void add(Entry entry, long bytesRead) throws InterruptedException {
    if (rows.size() >= settings.rowsMax()) {
      settle(settings.stepRows());
    }
    CompletableFuture<Outcome<IntakeReceipt>> outcome = new CompletableFuture<>();
    switch (entry) {
      case Entry.Sendable row -> send(row, outcome);
      case Entry.Refused row -> outcome.complete(new Outcome.Refused<>(row.code(), row.reason()));
    }
    rows.add(new Row(entry, bytesRead, outcome));
  }

  void settleAll() throws InterruptedException {
    while (!rows.isEmpty()) {
      settle(settings.stepRows());
    }
    await(stream.finish());
  }

  private void send(Entry.Sendable row, CompletableFuture<Outcome<IntakeReceipt>> outcome)
      throws InterruptedException {
    while (donationIds.contains(row.donationId())) {
      settle(1);
    }
    while (!stream.offer(DonationMessages.of(campaignId, row), outcome::complete)) {
      await(stream.whenRoom());
    }
    donationIds.add(row.donationId());
  }

  private void settle(int count) throws InterruptedException {
    Tally tally = new Tally();
    while (tally.rows < count && !rows.isEmpty()) {
      tally.add(rows.remove());
    }
    settled.accept(tally.step());
  }

  private static <T> T await(CompletionStage<T> stage) throws InterruptedException {
    try {
      return stage.toCompletableFuture().get();
    } catch (ExecutionException failed) {
      throw new Failure(ExitCode.INTERNAL, "sending failed: " + failed.getCause(), failed);
    }
  }

  /** What some rows come to. */
  private final class Tally {

    private final List<Entry.Refused> refused = new ArrayList<>();
    private int rows;
    private long bytesRead;
    private long imported;
    private long replayed;

    void add(Row row) throws InterruptedException {
      rows++;
      bytesRead = row.bytesRead();
      if (row.entry() instanceof Entry.Sendable sent) {
        donationIds.remove(sent.donationId());
      }
      switch (await(row.outcome())) {
        case Outcome.Answered<IntakeReceipt> yes -> {
          imported += yes.answer().getReplayed() ? 0 : 1;
          replayed += yes.answer().getReplayed() ? 1 : 0;
        }
        case Outcome.Refused<IntakeReceipt> no -> {
          if (ABOUT_ALL_ROWS.contains(no.code())) {
            throw new Failure(
                ExitCode.UNAVAILABLE,
                "donations are refused with " + no.code() + ": " + no.detail());
          }
          refused.add(row.entry().refused(no.code(), no.detail()));
        }
        case Outcome.GivenUp<IntakeReceipt> lost ->
            throw new Failure(ExitCode.UNAVAILABLE, lost.reason());
      }
    }

    Step step() {
      return new Step(rows, bytesRead, imported, replayed, List.copyOf(refused));
    }
  }
}
