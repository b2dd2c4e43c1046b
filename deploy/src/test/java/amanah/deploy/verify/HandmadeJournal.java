package amanah.deploy.verify;

import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Writes rows of the journal as they are asked for, also such as no campaign would write. */
final class HandmadeJournal extends HandmadeStream<HandmadeJournal> {

  private static final int SERIALIZER = 1401;
  private static final int SNAPSHOT_SERIALIZER = 1402;
  private static final int PART_BYTES = 20_000;

  private Instant now = NOW;

  HandmadeJournal(PostgresExtension postgres) throws SQLException {
    super(postgres, "campaign", "campaign|well");
  }

  @Override
  HandmadeJournal self() {
    return this;
  }

  /** The next rows are written then. */
  HandmadeJournal then(Instant time) {
    now = time;
    return this;
  }

  HandmadeJournal opened() {
    return opened(terms -> {});
  }

  /** Opened, active, with a goal of 100.00 USD unless its terms are changed. */
  HandmadeJournal opened(Consumer<ObjectNode> change) {
    return opened(false, change);
  }

  /** The same of another campaign, which takes zakat. */
  HandmadeJournal openedAs(String campaignId) {
    ObjectNode event = map().put("campaignId", campaignId).put("draft", false);
    event.set("terms", terms(terms -> terms.put("zakatEligible", true)));
    return event("campaign-opened.v1", at(event, now));
  }

  HandmadeJournal opened(boolean draft, Consumer<ObjectNode> change) {
    ObjectNode event = map().put("campaignId", "well").put("draft", draft);
    event.set("terms", terms(change));
    return event("campaign-opened.v1", at(event, now));
  }

  HandmadeJournal amended(Consumer<ObjectNode> change) {
    ObjectNode event = map();
    event.set("terms", terms(change));
    return event("terms-amended.v1", at(event, now));
  }

  HandmadeJournal moved(String from, String to) {
    return event("status-changed.v1", at(map().put("from", from).put("to", to), now));
  }

  HandmadeJournal moved(String from, String to, String reason, Instant at) {
    return event(
        "status-changed.v1", at(map().put("from", from).put("to", to).put("reason", reason), at));
  }

  /** By a change of that name. */
  HandmadeJournal moved(String from, String to, String changeId) {
    ObjectNode event = map().put("from", from).put("to", to);
    event.putObject("change").put("id", changeId).put("content", -7);
    return event("status-changed.v1", at(event, now));
  }

  /** By a change of that name, which found them as they are. */
  HandmadeJournal amendedNothing(String changeId) {
    ObjectNode event = map();
    event.set("terms", terms(terms -> {}));
    event.putObject("change").put("id", changeId).put("content", 7);
    return event("terms-amended.v1", at(event, now));
  }

  HandmadeJournal gave(String donationId, long amountMinor) {
    return gave(now, "USD", gift(donationId, amountMinor));
  }

  HandmadeJournal gave(Instant at, String currency, ObjectNode... gifts) {
    ObjectNode event = map().put("c", currency);
    instant(event.putArray("t"), at);
    event.putArray("d").addAll(java.util.List.of(gifts));
    return event("donations-recorded.v1", event);
  }

  static ObjectNode gift(String donationId, long amountMinor) {
    return map().put("i", donationId).put("a", amountMinor).put("u", "s").put("p", "bank:1");
  }

  static ObjectNode giftOf(String donorId, String donationId, long amountMinor) {
    ObjectNode gift = gift(donationId, amountMinor);
    gift.putObject("o").put("i", donorId).put("h", false);
    return gift;
  }

  HandmadeJournal reached(int percent, long raisedMinor) {
    ObjectNode event = map().put("percent", percent).put("raisedMinor", raisedMinor);
    return event("milestone-reached.v1", at(event.put("currency", "USD"), now));
  }

  HandmadeJournal refunded(String refundId, String donationId, long amountMinor) {
    return refunded(refundId, donationId, amountMinor, "USD");
  }

  HandmadeJournal refunded(String refundId, String donationId, long amountMinor, String currency) {
    ObjectNode event = map().put("refundId", refundId).put("donationId", donationId);
    event.put("amountMinor", amountMinor).put("currency", currency);
    return event("donation-refunded.v1", at(event, now));
  }

  HandmadeJournal reminderScheduled(String reminderId, Instant due) {
    return event("reminder-scheduled.v1", reminder(reminderId, due));
  }

  HandmadeJournal reminderDue(String reminderId, Instant due) {
    return event("reminder-due.v1", reminder(reminderId, due));
  }

  HandmadeJournal reminderCancelled(String reminderId) {
    return event("reminder-cancelled.v1", at(map().put("reminderId", reminderId), now));
  }

  private JsonNode reminder(String reminderId, Instant due) {
    ObjectNode event = map().put("reminderId", reminderId).put("message", "Thank them");
    instant(event.putArray("due"), due);
    return at(event, now);
  }

  HandmadeJournal viewed(long count) {
    return event("views-counted.v1", at(map().put("count", count), now));
  }

  HandmadeJournal event(String manifest, JsonNode event) {
    return row(SERIALIZER, manifest, bytes(event));
  }

  /** A snapshot of a campaign with one donation of 30.00 USD, unless it is changed. */
  HandmadeJournal snapshot(long atSequence, Consumer<ObjectNode> change) {
    return snapshot(
        atSequence,
        SNAPSHOT_SERIALIZER,
        "campaign-snapshot.v1",
        bytes(snapshotOf(atSequence, change)));
  }

  /** The same in parts, of which it has six. */
  HandmadeJournal snapshotInParts(long atSequence, Consumer<ObjectNode> change) {
    byte[] whole = bytes(snapshotOf(atSequence, change));
    int parts = (whole.length + PART_BYTES - 1) / PART_BYTES;
    execute(
        """
        INSERT INTO campaign.snapshot_head
          (persistence_id, sequence_number, serializer, manifest, parts)
        VALUES ('campaign|well', %d, %d, 'campaign-snapshot.v1', %d)
        """
            .formatted(atSequence, SNAPSHOT_SERIALIZER, parts));
    for (int number = 0; number < parts; number++) {
      int start = number * PART_BYTES;
      byte[] part = Arrays.copyOfRange(whole, start, Math.min(whole.length, start + PART_BYTES));
      execute(
          "INSERT INTO campaign.snapshot_part SELECT max(snapshot_id), %d, %d, '\\x%s'"
                  .formatted(number, checksum(number, part), HexFormat.of().formatHex(part))
              + " FROM campaign.snapshot_head");
    }
    return this;
  }

  private static long checksum(int number, byte[] part) {
    CRC32C checksum = new CRC32C();
    checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    checksum.update(part);
    return checksum.getValue();
  }

  private static ObjectNode snapshotOf(long atSequence, Consumer<ObjectNode> change) {
    ObjectNode snapshot = map();
    snapshot.putObject("opening").put("campaignId", "well");
    snapshot.set("terms", terms(terms -> {}));
    snapshot.put("status", "active").put("raisedMinor", 3_000);
    snapshot.putArray("milestonesReached");
    snapshot.put("views", 0).put("sequence", atSequence);
    ObjectNode index = snapshot.putObject("index");
    index.put("donations", 1).put("donors", 0).put("refunds", 0);
    index.putArray("donationChunks").add(new byte[100_000]);
    change.accept(snapshot);
    return snapshot;
  }

  private static ObjectNode terms(Consumer<ObjectNode> change) {
    ObjectNode terms = map().put("title", "A well").put("goalMinor", 10_000);
    terms.put("currency", "USD").put("goalPolicy", "soft").put("zakatEligible", false);
    terms.putArray("milestones");
    change.accept(terms);
    return terms;
  }
}
