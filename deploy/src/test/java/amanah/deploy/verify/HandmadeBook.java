package amanah.deploy.verify;

import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;

/** Writes rows of the zakat journal as they are asked for, also such as nobody would write. */
final class HandmadeBook extends HandmadeStream<HandmadeBook> {

  static final int BOOK = 1411;
  static final int ASSESSMENT = 1421;

  private int serializer = BOOK;

  HandmadeBook(PostgresExtension postgres) throws SQLException {
    super(postgres, "zakat", "zakat-calculator|book");
  }

  @Override
  HandmadeBook self() {
    return this;
  }

  /** The next rows are that assessment's. */
  HandmadeBook assessment(String id) {
    return stream("zakat-assessment|" + id, ASSESSMENT);
  }

  HandmadeBook stream(String name, int by) {
    serializer = by;
    return stream(name);
  }

  HandmadeBook reported(String campaign, long after, long upTo, long collected, long refunded) {
    return reported(campaign, after, upTo, collected, refunded, "USD");
  }

  HandmadeBook reported(
      String campaign, long after, long upTo, long collected, long refunded, String currency) {
    ObjectNode event = map();
    event
        .putArray("reports")
        .addObject()
        .put("campaign", campaign)
        .put("after", after)
        .put("upTo", upTo)
        .put("collectedMinor", collected)
        .put("refundedMinor", refunded)
        .put("currency", currency);
    return event("zakat-reported.v1", event);
  }

  HandmadeBook distributed(String id, String asnaf, long minor) {
    ObjectNode event = map();
    event
        .putObject("content")
        .put("distribution", id)
        .put("asnaf", asnaf)
        .put("amountMinor", minor)
        .put("currency", "USD")
        .put("recipient", "somebody");
    return event("zakat-distributed.v1", event);
  }

  HandmadeBook received(String donation) {
    ObjectNode event = map();
    event.put("campaignId", "well").put("donationId", donation).put("amount", "100 USD");
    instant(event.putArray("donatedAt"), NOW);
    event.put("named", true);
    return event("payment-received.v1", event);
  }

  HandmadeBook returned(String refund, String donation) {
    ObjectNode event = map();
    event.put("campaignId", "well").put("donationId", donation).put("refundId", refund);
    instant(event.putArray("refundedAt"), NOW);
    return event("payment-returned.v1", event.put("amount", "100 USD"));
  }

  HandmadeBook event(String manifest, ObjectNode event) {
    return row(serializer, manifest, bytes(at(event, NOW)));
  }
}
