package amanah.deploy.faults.books;

import amanah.deploy.faults.history.HistoryBook;
import amanah.deploy.faults.history.StreamLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the callers were told, kept apart from the service: in memory for the check at the end,
 * and a line each in a file for people.
 */
public final class SecondBook implements AutoCloseable {

  private static final String HISTORY = ".history";

  private final PlannedDonations planned;
  private final List<CampaignPage> pages = new ArrayList<>();
  private final BufferedWriter file;
  private final HistoryBook history;
  private final ZakatBooks zakat = ZakatBooks.empty();

  private SecondBook(PlannedDonations planned, BufferedWriter file, HistoryBook history) {
    this.planned = planned;
    this.file = file;
    this.history = history;
    planned.campaigns().forEach(campaign -> pages.add(new CampaignPage()));
  }

  /** An empty book whose lines go to {@code file}, and its history beside it, replacing them. */
  public static SecondBook open(PlannedDonations planned, Path file) throws IOException {
    HistoryBook history =
        HistoryBook.open(
            file.resolveSibling(file.getFileName() + HISTORY), planned.campaigns().size());
    return new SecondBook(planned, Files.newBufferedWriter(file), history);
  }

  /** What was told of zakat. */
  public ZakatBooks zakat() {
    return zakat;
  }

  /** The log of one more listener to that campaign. */
  public StreamLog listening(int campaign) {
    return pages.get(campaign).listening();
  }

  /** The logs of all who listened to it. */
  List<StreamLog> listeners(int campaign) {
    return pages.get(campaign).listeners();
  }

  /** All operations on all campaigns. */
  public HistoryBook history() {
    return history;
  }

  /** What was planned. */
  public PlannedDonations planned() {
    return planned;
  }

  /** A donation was acknowledged. */
  public void acknowledged(Acknowledgement acknowledgement) {
    int campaign = planned.campaign(acknowledgement.number());
    pages.get(campaign).add(acknowledgement);
    write(
        "{\"acknowledged\":\"%s\",\"campaign\":\"%s\",\"minor\":%d,\"sequence\":%d,\"fault\":%d}"
            .formatted(
                planned.donationId(acknowledgement.number()),
                planned.campaigns().get(campaign),
                acknowledgement.amountMinor(),
                acknowledgement.sequence(),
                acknowledgement.fault()));
  }

  /** A donation was refused for good, after so many tries that had left open what became of it. */
  public void refused(long number, String code, int ambiguous) {
    int campaign = planned.campaign(number);
    pages.get(campaign).refused(number, ambiguous);
    write(
        "{\"refused\":\"%s\",\"campaign\":\"%s\",\"code\":\"%s\",\"ambiguous\":%d}"
            .formatted(
                planned.donationId(number), planned.campaigns().get(campaign), code, ambiguous));
  }

  /** A refund is about to be asked for. */
  public void refundAsked(long number) {
    pages.get(planned.campaign(number)).refundAsked(planned.refundMinor(number));
  }

  /** A refund was acknowledged. */
  public void refunded(long number, long amountMinor) {
    int campaign = planned.campaign(number);
    pages.get(campaign).refunded(number, amountMinor);
    write(
        "{\"refunded\":\"%s\",\"campaign\":\"%s\",\"minor\":%d}"
            .formatted(planned.donationId(number), planned.campaigns().get(campaign), amountMinor));
  }

  /** From now on the campaign may refuse as closed. */
  public void closing(int campaign) {
    pages.get(campaign).closing();
  }

  /** Its close was acknowledged, at this sequence number. */
  public void closed(int campaign, long sequence) {
    pages.get(campaign).closed(sequence);
    write(
        "{\"closed\":\"%s\",\"sequence\":%d}"
            .formatted(planned.campaigns().get(campaign), sequence));
  }

  /** Whether its close has been asked for. */
  public boolean isClosing(int campaign) {
    return pages.get(campaign).isClosing();
  }

  /** What its next answer must contain. */
  public Floor floor(int campaign) {
    return pages.get(campaign).floor();
  }

  /** What may be missing of what it raised since it may have been refunded, in cents. */
  public long refundsAskedMinor(int campaign) {
    return pages.get(campaign).refundsAskedMinor();
  }

  /** The refunds that were acknowledged: number of the donation to cents. */
  public Map<Long, Long> refunds(int campaign) {
    return pages.get(campaign).refunds();
  }

  /** The donations that were refused for good: number to the ambiguous tries before that. */
  public Map<Long, Integer> refused(int campaign) {
    return pages.get(campaign).refused();
  }

  /** Where its close was acknowledged. */
  public Optional<Long> closedAt(int campaign) {
    return Optional.ofNullable(pages.get(campaign).closedAt());
  }

  /** How many acknowledgements it has. */
  public int count(int campaign) {
    return pages.get(campaign).count();
  }

  /** One of its acknowledgements. */
  public Acknowledgement get(int campaign, int index) {
    return pages.get(campaign).get(index);
  }

  /** How many acknowledgements there are in all. */
  public long count() {
    return pages.stream().mapToLong(CampaignPage::count).sum();
  }

  /** Brings to the file what is not there yet. */
  public synchronized void flush() throws IOException {
    file.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    try (history) {
      file.close();
    }
  }

  private synchronized void write(String line) {
    try {
      file.write(line);
      file.newLine();
    } catch (IOException full) {
      throw new UncheckedIOException("the second book cannot be written", full);
    }
  }
}
