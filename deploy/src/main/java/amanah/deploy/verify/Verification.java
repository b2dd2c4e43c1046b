package amanah.deploy.verify;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Time;
import amanah.deploy.terminal.Progress;
import java.sql.Connection;
import java.sql.SQLException;

/** Audits the journal by itself, or the journal and the API against one another. */
public final class Verification {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Connection connection;
  private final Time time;
  private final Progress progress;

  /** Audits the journal of {@code connection}, see {@link JournalAudit#over}. */
  public Verification(Connection connection, Time time, Progress progress) {
    this.connection = connection;
    this.time = time;
    this.progress = progress;
  }

  /** The journal by itself. */
  public VerificationReport journal() throws SQLException, InterruptedException {
    long beganNanos = time.nanoTime();
    JournalAudit audit = JournalAudit.over(connection);
    JournalReport report = audited(audit, new JournalVisitor() {}, new Findings());
    return new VerificationReport(report, false, 0, secondsSince(beganNanos));
  }

  /**
   * The journal, and the API of a node against it.
   *
   * @throws amanah.deploy.terminal.Failure when the node does not answer
   */
  public VerificationReport journalAndApi(AmanahClient client, ApiSettings settings)
      throws SQLException, InterruptedException {
    long beganNanos = time.nanoTime();
    JournalAudit audit = JournalAudit.over(connection);
    Findings findings = new Findings();
    try (ApiAudit api = new ApiAudit(client, settings, time, findings)) {
      JournalReport report = audited(audit, api, findings);
      api.settle(audit);
      new ApiFund(client, settings, time, findings).settle(audit, report.zakat());
      return new VerificationReport(report, true, api.donationCount(), secondsSince(beganNanos));
    }
  }

  private JournalReport audited(JournalAudit audit, JournalVisitor visitor, Findings findings)
      throws SQLException, InterruptedException {
    progress.began("journal", audit.size().bytes());
    try {
      return audit.run(new Shown(visitor, progress), findings);
    } finally {
      progress.ended();
    }
  }

  private double secondsSince(long beganNanos) {
    return (time.nanoTime() - beganNanos) / NANOS_PER_SECOND;
  }

  /** Passes everything on, and shows how far it is. */
  private static final class Shown implements JournalVisitor {

    private static final int ROWS_BETWEEN = 256;

    private final JournalVisitor visitor;
    private final Progress progress;
    private long bytes;
    private long rows;

    Shown(JournalVisitor visitor, Progress progress) {
      this.visitor = visitor;
      this.progress = progress;
    }

    @Override
    public void row(int payloadBytes) {
      bytes += payloadBytes;
      rows++;
      if (rows % ROWS_BETWEEN == 0) {
        progress.reached(bytes, rows);
      }
      visitor.row(payloadBytes);
    }

    @Override
    public void donation(String campaignId, long sequence, String donationId, long amountMinor) {
      visitor.donation(campaignId, sequence, donationId, amountMinor);
    }

    @Override
    public void refund(
        String campaignId, long sequence, String refundId, String donationId, long amountMinor) {
      visitor.refund(campaignId, sequence, refundId, donationId, amountMinor);
    }

    @Override
    public void campaign(CampaignTotals totals) throws InterruptedException {
      progress.reached(bytes, rows);
      visitor.campaign(totals);
    }
  }
}
