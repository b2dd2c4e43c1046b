package amanah.deploy.verify;

import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes rows of the zakat journal as they are asked for, also such as nobody would write. */
final class HandmadeBook implements AutoCloseable {

  static final int BOOK = 1411;
  static final int ASSESSMENT = 1421;

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final Connection connection;
  private String stream = "zakat-calculator|book";
  private int serializer = BOOK;
  private String writer = "first";
  private long sequence;

  HandmadeBook(PostgresExtension postgres) throws SQLException {
    this.connection = postgres.connect();
    execute("TRUNCATE zakat.event_journal, zakat.snapshot");
  }

  /** The next rows are that assessment's. */
  HandmadeBook assessment(String id) {
    return stream("zakat-assessment|" + id, ASSESSMENT);
  }

  HandmadeBook stream(String name, int by) {
    stream = name;
    serializer = by;
    sequence = 0;
    return this;
  }

  HandmadeBook writer(String name) {
    writer = name;
    return this;
  }

  /** The next row gets a later number. */
  HandmadeBook skip(long numbers) {
    sequence += numbers;
    return this;
  }

  HandmadeBook reported(String campaign, long after, long upTo, long collected, long refunded) {
    return reported(campaign, after, upTo, collected, refunded, "USD");
  }

  HandmadeBook reported(
      String campaign, long after, long upTo, long collected, long refunded, String currency) {
    ObjectNode event = CBOR.createObjectNode();
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
    ObjectNode event = CBOR.createObjectNode();
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
    ObjectNode event = CBOR.createObjectNode();
    event.put("campaignId", "well").put("donationId", donation).put("amount", "100 USD");
    HandmadeJournal.instant(event.putArray("donatedAt"), HandmadeJournal.NOW);
    return event("payment-received.v1", event);
  }

  HandmadeBook returned(String refund, String donation) {
    ObjectNode event = CBOR.createObjectNode();
    event.put("campaignId", "well").put("donationId", donation).put("refundId", refund);
    HandmadeJournal.instant(event.putArray("refundedAt"), HandmadeJournal.NOW);
    return event("payment-returned.v1", event.put("amount", "100 USD"));
  }

  HandmadeBook event(String manifest, ObjectNode event) {
    return row(serializer, manifest, bytes(HandmadeJournal.at(event, HandmadeJournal.NOW)));
  }

  HandmadeBook row(int by, String manifest, byte[] payload) {
    sequence++;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO zakat.event_journal (persistence_id, sequence_number, writer,"
                + " event_ser_id, event_ser_manifest, event_payload) VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, stream);
      insert.setLong(2, sequence);
      insert.setString(3, writer);
      insert.setInt(4, by);
      insert.setString(5, manifest);
      insert.setBytes(6, payload);
      insert.executeUpdate();
      return this;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  HandmadeBook execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return this;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static byte[] bytes(JsonNode event) {
    try {
      return CBOR.writeValueAsBytes(event);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
