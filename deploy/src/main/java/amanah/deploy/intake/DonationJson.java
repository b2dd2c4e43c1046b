package amanah.deploy.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The batch call's body and answer. */
final class DonationJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final SerializedString LINE_END = new SerializedString("\n");
  private static final int ROW_BYTES = 320;

  /** One donation's answer; {@code code} and {@code detail} are empty unless it was refused. */
  record Result(String donationId, String status, boolean replayed, String code, String detail) {}

  private DonationJson() {}

  /**
   * One object a line. It holds nothing but what the row says, so that a repeat from another file
   * name, batch or day is the same donation.
   */
  static byte[] encode(List<Entry.Sendable> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * ROW_BYTES);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.setRootValueSeparator(LINE_END);
      for (Entry.Sendable row : rows) {
        write(json, row);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Entry.Sendable row) throws IOException {
    json.writeStartObject();
    json.writeStringField("donationId", row.donationId());
    json.writeObjectFieldStart("amount");
    json.writeStringField("amount", row.amount().amount());
    json.writeStringField("currency", row.amount().currency().getCurrencyCode());
    json.writeEndObject();
    json.writeObjectFieldStart("donor");
    if (row.donor().isEmpty()) {
      json.writeBooleanField("anonymous", true);
    } else {
      json.writeStringField("id", row.donor());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("payment");
    json.writeStringField("method", "captured");
    json.writeStringField("reference", "import:" + row.donationId());
    json.writeEndObject();
    json.writeStringField("donatedAt", row.donatedAt().toString());
    json.writeEndObject();
  }

  /** The answers in the order of the request. */
  static List<Result> decode(String body) throws IOException {
    List<Result> results = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("expected an object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isResults = json.currentName().equals("results");
        if (json.nextToken() != JsonToken.START_ARRAY || !isResults) {
          json.skipChildren();
          continue;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
          results.add(result(json));
        }
      }
    }
    return results;
  }

  private static Result result(JsonParser json) throws IOException {
    String donationId = "";
    String status = "";
    String code = "";
    String detail = "";
    boolean replayed = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "donationId" -> donationId = json.getValueAsString("");
        case "status" -> status = json.getValueAsString("");
        case "code" -> code = json.getValueAsString("");
        case "detail" -> detail = json.getValueAsString("");
        case "replayed" -> replayed = value == JsonToken.VALUE_TRUE;
        default -> json.skipChildren();
      }
    }
    return new Result(donationId, status, replayed, code, detail);
  }
}
