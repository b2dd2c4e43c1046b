/**
 * The independent auditor: reads the journal with plain SQL, folds it by itself, and holds
 * snapshots and the public API against what came of that.
 *
 * <p>It shares no code with the campaigns it audits, so that one mistake cannot hide in both. It
 * only ever reads, in one transaction that sees one moment, and keeps the ids of a single campaign
 * in memory at a time.
 *
 * <p>As a library:
 *
 * <pre>{@code
 * try (Connection connection = DriverManager.getConnection(url, user, password)) {
 *   JournalReport report =
 *       JournalAudit.over(connection)
 *           .run(
 *               new JournalVisitor() {
 *                 public void donation(
 *                     String campaignId, long sequence, String donationId, long amountMinor) {
 *                   // called for every donation of every event, a duplicate as often as it is there
 *                 }
 *               });
 *   report.findings().isEmpty();
 *   report.campaigns().get("well").raisedMinor();
 * }
 * }</pre>
 *
 * <p>Another book, such as read tables, is held against the journal in the same way as the API is:
 * by a {@link amanah.deploy.verify.JournalVisitor} that compares a campaign when its totals come.
 */
@NullMarked
package amanah.deploy.verify;

import org.jspecify.annotations.NullMarked;
