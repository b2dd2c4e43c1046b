package amanah.deploy.verify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot's totals, which stand before the records of its donations; those records, which may be
 * tens of megabytes, are not read.
 *
 * @param sequence as its table says
 * @param problem why it could not be read, or null
 * @param totals its fields by their names, empty when it could not be read
 */
record SnapshotHead(long sequence, @Nullable String problem, Map<String, JsonNode> totals) {

  /** Who the table says has written a snapshot's bytes. */
  static final int SERIALIZER = 1402;

  static final String MANIFEST = "campaign-snapshot.v1";

  /** More than the terms, twice, can take. */
  static final int BYTES_MAX = 16 * 1024;

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final List<String> PLAIN =
      List.of(
          "opening",
          "terms",
          "status",
          "endedByTime",
          "raisedMinor",
          "milestonesReached",
          "views",
          "sequence");
  private static final List<String> COUNTS = List.of("donations", "donors", "refunds");

  /**
   * Reads the first bytes of a snapshot.
   *
   * @param payload the first {@link #BYTES_MAX} bytes of it
   */
  static SnapshotHead of(long sequence, int serializer, String manifest, byte[] payload) {
    if (serializer != SERIALIZER || !manifest.equals(MANIFEST)) {
      String problem =
          "found serializer %d, manifest \"%s\", expected %d and %s"
              .formatted(serializer, manifest, SERIALIZER, MANIFEST);
      return new SnapshotHead(sequence, problem, Map.of());
    }
    Map<String, JsonNode> totals = new HashMap<>();
    try (JsonParser parser = CBOR.createParser(payload)) {
      read(parser, totals);
    } catch (IOException broken) {
      return new SnapshotHead(sequence, "found bytes that are no snapshot", Map.of());
    }
    return new SnapshotHead(sequence, null, totals);
  }

  /** Takes the totals and then, within the index, its counts, and stops before its records. */
  private static void read(JsonParser parser, Map<String, JsonNode> totals) throws IOException {
    parser.nextToken();
    String field = parser.nextFieldName();
    while (field != null && (PLAIN.contains(field) || COUNTS.contains(field))) {
      parser.nextToken();
      totals.put(field, CBOR.readTree(parser));
      field = parser.nextFieldName();
      if ("index".equals(field) && parser.nextToken() == JsonToken.START_OBJECT) {
        field = parser.nextFieldName();
      }
    }
  }

  /** The same with that flaw, unless it is nothing, or there was another before. */
  SnapshotHead flawed(String flaw) {
    return flaw.isEmpty() || problem != null ? this : new SnapshotHead(sequence, flaw, totals);
  }

  /** What is otherwise in the journal at the same place, or empty when all is the same. */
  Optional<String> difference(CampaignTotals journal) {
    if (problem != null) {
      return Optional.of(problem);
    }
    List<String> differences = new ArrayList<>();
    compare(differences, "status", text("status"), journal.status());
    compare(differences, "raised", number("raisedMinor"), journal.raisedMinor());
    compare(differences, "views", number("views"), journal.views());
    compare(differences, "sequence", number("sequence"), BigInteger.valueOf(journal.sequence()));
    compare(differences, "donations", number("donations"), count(journal.donationCount()));
    compare(differences, "donors", number("donors"), count(journal.donorCount()));
    compare(differences, "refunds", number("refunds"), count(journal.refundCount()));
    compare(differences, "milestones", milestones(), journal.milestonesReached());
    compare(differences, "goal", nested("terms", "goalMinor"), Long.toString(journal.goalMinor()));
    compare(differences, "currency", nested("terms", "currency"), journal.currency().toString());
    compare(differences, "campaign", nested("opening", "campaignId"), journal.campaignId());
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of("found a snapshot with " + String.join(", ", differences));
  }

  private static void compare(
      List<String> differences, String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      differences.add("%s %s, expected %s".formatted(what, found, expected));
    }
  }

  private static BigInteger count(long count) {
    return BigInteger.valueOf(count);
  }

  private Object text(String field) {
    return value(field).asText("none");
  }

  private Object number(String field) {
    JsonNode value = value(field);
    return value.isIntegralNumber() ? value.bigIntegerValue() : "none";
  }

  private Object nested(String field, String inner) {
    return value(field).path(inner).asText("none");
  }

  private List<Integer> milestones() {
    List<Integer> milestones = new ArrayList<>();
    value("milestonesReached").forEach(percent -> milestones.add(percent.asInt()));
    return milestones;
  }

  private JsonNode value(String field) {
    JsonNode value = totals.get(field);
    return value == null ? CBOR.missingNode() : value;
  }
}
