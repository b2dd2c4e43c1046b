package amanah.deploy.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the whole journal once, in one read-only transaction that sees one moment, and folds each
 * campaign by itself, after what the zakat journal says of it. Rows are streamed; in memory are the
 * ids of one campaign, the totals of every campaign, and the totals of their snapshots.
 */
public final class JournalAudit {

  private static final int ROWS_FETCHED = 500;

  private static final String SIZE =
      "SELECT count(*), coalesce(sum(octet_length(event_payload)), 0)"
          + " FROM campaign.event_journal";

  private static final String EVENTS =
      "SELECT "
          + JournalRow.COLUMNS
          + " FROM campaign.event_journal ORDER BY persistence_id, sequence_number";

  private static final String EVENTS_OF_ONE =
      "SELECT "
          + JournalRow.COLUMNS
          + " FROM campaign.event_journal WHERE persistence_id = ? AND sequence_number <= ?"
          + " ORDER BY sequence_number";

  private final Connection connection;

  private JournalAudit(Connection connection) {
    this.connection = connection;
  }

  /**
   * Audits over this connection, which must be idle and is made read-only; nobody else may use it
   * until the audit has ended, and its caller closes it.
   */
  public static JournalAudit over(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return new JournalAudit(connection);
  }

  /** How much there is, now. */
  public JournalSize size() throws SQLException {
    try (Statement statement = patient();
        ResultSet row = statement.executeQuery(SIZE)) {
      row.next();
      return new JournalSize(row.getLong(1), row.getLong(2));
    } finally {
      connection.rollback();
    }
  }

  /**
   * Audits all of it.
   *
   * @throws SQLException if the journal cannot be read, so that nothing is known of it
   */
  public JournalReport run(JournalVisitor visitor) throws SQLException, InterruptedException {
    return run(visitor, new Findings());
  }

  /** The same, adding to findings that others add to as well. */
  JournalReport run(JournalVisitor visitor, Findings findings)
      throws SQLException, InterruptedException {
    try (Statement statement = patient()) {
      ZakatAudit zakat = new ZakatAudit(findings);
      zakat.read(connection);
      Map<String, List<SnapshotHead>> snapshots = SnapshotReading.read(connection);
      try (ResultSet rows = statement.executeQuery(EVENTS)) {
        return folded(rows, snapshots, zakat, visitor, findings);
      }
    } finally {
      connection.rollback();
    }
  }

  /**
   * What the journal, as it is now, says of a campaign at that sequence number, or empty when the
   * campaign has not come so far. Findings are not looked for.
   */
  public Optional<CampaignTotals> totalsAt(String campaignId, long sequence) throws SQLException {
    String stream = StreamFold.nameOf(campaignId);
    StreamFold fold =
        new StreamFold(
            stream,
            List.of(),
            new ZakatAudit(new Findings()).of(campaignId, null),
            new JournalVisitor() {},
            new Findings());
    patient().close();
    try (PreparedStatement select = connection.prepareStatement(EVENTS_OF_ONE)) {
      select.setFetchSize(ROWS_FETCHED);
      select.setString(1, stream);
      select.setLong(2, sequence);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          fold.take(new JournalRow(rows));
        }
      }
      return fold.end().filter(totals -> totals.sequence() == sequence);
    } finally {
      connection.rollback();
    }
  }

  /** Whether the zakat journal, as it is now, comes to a moment that it had not come to yet. */
  boolean zakatComesTo(ZakatAudit zakat, ZakatAudit.Moment wanted) throws SQLException {
    patient().close();
    try {
      return zakat.readOn(connection, wanted);
    } finally {
      connection.rollback();
    }
  }

  /** A statement in a new transaction that no server-side timeout cuts off. */
  private Statement patient() throws SQLException {
    Statement statement = connection.createStatement();
    statement.execute("SET LOCAL statement_timeout = 0");
    statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
    statement.setFetchSize(ROWS_FETCHED);
    return statement;
  }

  private static JournalReport folded(
      ResultSet rows,
      Map<String, List<SnapshotHead>> snapshots,
      ZakatAudit zakat,
      JournalVisitor visitor,
      Findings findings)
      throws SQLException, InterruptedException {
    Map<String, CampaignTotals> campaigns = new TreeMap<>();
    Map<String, CountedZakat> counted = new HashMap<>(zakat.fund().counted());
    long events = zakat.events();
    long inFlight = 0;
    Optional<JournalRow> row = next(rows);
    while (row.isPresent()) {
      String name = row.get().stream();
      List<SnapshotHead> own = Objects.requireNonNullElse(snapshots.remove(name), List.of());
      String campaignId = StreamFold.campaignOf(name);
      CampaignZakat ownZakat = zakat.of(campaignId, counted.remove(campaignId));
      StreamFold fold = new StreamFold(name, own, ownZakat, visitor, findings);
      while (row.isPresent() && row.get().stream().equals(name)) {
        visitor.row(row.get().payload().length);
        fold.take(row.get());
        events++;
        row = next(rows);
      }
      Optional<CampaignTotals> totals = fold.end();
      inFlight += ownZakat.inFlight();
      if (totals.isPresent()) {
        campaigns.put(totals.get().campaignId(), totals.get());
        visitor.campaign(totals.get());
      }
    }
    snapshots.forEach((stream, left) -> orphaned(stream, left, findings));
    counted.forEach((campaignId, left) -> zakat.of(campaignId, left).end(0));
    return new JournalReport(campaigns, zakat, inFlight, events, findings);
  }

  private static Optional<JournalRow> next(ResultSet rows) throws SQLException {
    return rows.next() ? Optional.of(new JournalRow(rows)) : Optional.empty();
  }

  private static void orphaned(String stream, List<SnapshotHead> snapshots, Findings findings) {
    String name = StreamFold.isCampaign(stream) ? StreamFold.campaignId(stream) : stream;
    for (SnapshotHead snapshot : snapshots) {
      findings.add(
          new Finding(
              Check.SNAPSHOT,
              name,
              snapshot.sequence(),
              "found a snapshot, expected none of a stream without events"));
    }
  }
}
