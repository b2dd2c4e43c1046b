package amanah.deploy.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zakat journal in the transaction of whoever asks: the calculator's book, which is
 * folded, and assessments, each by itself.
 */
final class ZakatAudit {

  /** How long a campaign has to report what it was given, its way through faults included. */
  static final Duration UNCOUNTED_MAX = Duration.ofMinutes(2);

  private static final String ASSESSMENTS = "zakat-assessment|";
  private static final int ROWS_FETCHED = 500;
  private static final String NOW = "SELECT now()";
  private static final String EXISTS = "SELECT to_regclass('zakat.event_journal') IS NOT NULL";

  private static final String EVENTS =
      "SELECT "
          + JournalRow.COLUMNS
          + " FROM zakat.event_journal ORDER BY persistence_id, sequence_number";

  private static final String BOOK_SINCE =
      "SELECT "
          + JournalRow.COLUMNS
          + " FROM zakat.event_journal WHERE persistence_id = '"
          + FundFold.BOOK
          + "' AND sequence_number > ? ORDER BY sequence_number";

  private final FundFold fund;
  private final Findings findings;
  private @Nullable RowOrder order;
  private String stream = "";
  private Set<String> payments = new HashSet<>();
  private Instant reportedBefore = Instant.MIN;
  private long events;

  ZakatAudit(Findings findings) {
    this.findings = findings;
    this.fund = new FundFold(findings);
  }

  /** What the calculator has counted and given. */
  FundFold fund() {
    return fund;
  }

  /** Rows that were read. */
  long events() {
    return events;
  }

  /** A campaign's zakat, to be held against what is counted of it, null for nothing. */
  CampaignZakat of(String campaignId, @Nullable CountedZakat counted) {
    CountedZakat known = Objects.requireNonNullElse(counted, CountedZakat.NONE);
    return new CampaignZakat(campaignId, known, reportedBefore, findings);
  }

  /** Reads all of it; nothing where there is no zakat service, and nobody to count. */
  void read(Connection connection) throws SQLException {
    if (!exists(connection)) {
      return;
    }
    reportedBefore = began(connection).minus(UNCOUNTED_MAX);
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(ROWS_FETCHED);
      try (ResultSet rows = select.executeQuery(EVENTS)) {
        while (rows.next()) {
          events++;
          take(new JournalRow(rows));
        }
      }
    }
  }

  /** When the transaction began, by the clock that the nodes go by as well. */
  private static Instant began(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(NOW)) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(EXISTS)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * Goes on with the book, one event after another.
   *
   * @return whether it came to a moment that was looked for
   */
  boolean readOn(Connection connection, Moment wanted) throws SQLException {
    if (wanted.isReached(fund)) {
      return true;
    }
    try (PreparedStatement select = connection.prepareStatement(BOOK_SINCE)) {
      select.setLong(1, fund.sequence());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          JournalRow row = new JournalRow(rows);
          tell(row, row.sequence());
          if (wanted.isReached(fund)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Something that the fund comes to at some event. */
  @FunctionalInterface
  interface Moment {

    /** Whether it has. */
    boolean isReached(FundFold fund);
  }

  private void take(JournalRow row) {
    if (order == null || !stream.equals(row.stream())) {
      stream = row.stream();
      order = new RowOrder(stream, findings);
      payments = new HashSet<>();
      if (!isKnown(stream)) {
        found(row.sequence(), Check.MANIFEST, "found a stream of no kind, expected none");
      }
    }
    order.follows(row);
    if (isKnown(stream)) {
      tell(row, order.last());
    }
  }

  private static boolean isKnown(String name) {
    return name.equals(FundFold.BOOK) || name.startsWith(ASSESSMENTS);
  }

  private void tell(JournalRow row, long sequence) {
    boolean book = row.stream().equals(FundFold.BOOK);
    int expected = book ? BookReading.BOOK_SERIALIZER : BookReading.ASSESSMENT_SERIALIZER;
    if (row.serializer() != expected || !BookReading.knows(expected, row.manifest())) {
      found(
          sequence,
          Check.MANIFEST,
          "found serializer %d, manifest \"%s\", expected %d and a manifest of its own"
              .formatted(row.serializer(), row.manifest(), expected));
      return;
    }
    try {
      BookEntry entry = BookReading.read(row);
      if (book) {
        fund.apply(sequence, entry);
      } else if (entry instanceof BookEntry.Paid paid && !payments.add(paid.name())) {
        found(sequence, Check.PAYMENT, "found %s again, expected it once".formatted(paid.name()));
      }
    } catch (UnreadableException unreadable) {
      found(sequence, Check.CONTENT, row.manifest() + ": " + unreadable.getMessage());
      if (book) {
        fund.incomplete(sequence);
      }
    }
  }

  private void found(long sequence, Check check, String detail) {
    findings.add(new Finding(check, stream.isEmpty() ? FundFold.BOOK : stream, sequence, detail));
  }
}
