package amanah.deploy.verify;

import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * Writes rows of a service's journal as they are asked for, also such as nobody would write.
 *
 * @param <S> what writes them
 */
abstract class HandmadeStream<S extends HandmadeStream<S>> implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final String schema;
  private final Connection connection;
  private final Connection past;
  private String stream;
  private String writer = "first";
  private long sequence;

  /** Begins with an empty journal and that stream. */
  HandmadeStream(PostgresExtension postgres, String schema, String stream) throws SQLException {
    this.schema = schema;
    this.connection = postgres.connect();
    this.past = postgres.connectPastTriggers();
    this.stream = stream;
    try (Statement statement = past.createStatement()) {
      statement.execute(
          "TRUNCATE %1$s.event_journal, %1$s.snapshot, %1$s.snapshot_head CASCADE"
              .formatted(schema));
    }
  }

  /** Itself. */
  abstract S self();

  static ObjectNode map() {
    return CBOR.createObjectNode();
  }

  S stream(String name) {
    stream = name;
    sequence = 0;
    return self();
  }

  S writer(String name) {
    writer = name;
    return self();
  }

  /** The next row gets a later number. */
  S skip(long numbers) {
    sequence += numbers;
    return self();
  }

  S row(int serializer, String manifest, byte[] payload) {
    sequence++;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + schema
                + ".event_journal (persistence_id, sequence_number, writer,"
                + " event_ser_id, event_ser_manifest, event_payload) VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, stream);
      insert.setLong(2, sequence);
      insert.setString(3, writer);
      insert.setInt(4, serializer);
      insert.setString(5, manifest);
      insert.setBytes(6, payload);
      insert.executeUpdate();
      return self();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  S snapshot(long atSequence, int serializer, String manifest, byte[] payload) {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + schema
                + ".snapshot (persistence_id, sequence_number, created,"
                + " snapshot_ser_id, snapshot_ser_manifest, snapshot_payload)"
                + " VALUES (?, ?, 0, ?, ?, ?)")) {
      insert.setString(1, stream);
      insert.setLong(2, atSequence);
      insert.setInt(3, serializer);
      insert.setString(4, manifest);
      insert.setBytes(5, payload);
      insert.executeUpdate();
      return self();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Also what the journal itself would refuse. */
  S execute(String sql) {
    try (Statement statement = past.createStatement()) {
      statement.execute(sql);
      return self();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void close() throws SQLException {
    past.close();
    connection.close();
  }

  static ObjectNode at(ObjectNode event, Instant at) {
    instant(event.putArray("at"), at);
    return event;
  }

  static void instant(ArrayNode list, Instant at) {
    list.add(at.getEpochSecond()).add(at.getNano());
  }

  static byte[] bytes(JsonNode event) {
    try {
      return CBOR.writeValueAsBytes(event);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
