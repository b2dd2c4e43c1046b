package amanah.http;

import amanah.money.Money;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** JSON (RFC 8259) in UTF-8, read strictly and written at once. */
public final class Json {

  private static final int DEPTH_MAX = 16;
  private static final int ANSWER_BYTES = 512;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private static final ObjectReader TREES =
      JsonMapper.builder(FACTORY)
          .build()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** Writes one answer. */
  @FunctionalInterface
  public interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /** What {@code writing} writes. */
  public static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(ANSWER_BYTES);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      writing.to(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** Writes a field with money. */
  public static void money(JsonGenerator json, String field, Money money) throws IOException {
    json.writeFieldName(field);
    money(json, money);
  }

  /** Writes money, the next of a list. */
  public static void money(JsonGenerator json, Money money) throws IOException {
    json.writeStartObject();
    json.writeStringField("amount", money.amount());
    json.writeStringField("currency", money.currency().getCurrencyCode());
    json.writeEndObject();
  }

  /** Writes a field with a time of RFC 3339, or null. */
  public static void time(JsonGenerator json, String field, @Nullable Instant time)
      throws IOException {
    json.writeStringField(field, time == null ? null : time.toString());
  }

  /** The one value that the bytes are; anything else is refused as malformed. */
  public static JsonNode tree(byte[] bytes, int offset, int length) {
    requireUtf8(bytes, offset, length);
    try {
      JsonNode tree = TREES.readTree(bytes, offset, length);
      if (tree.isMissingNode()) {
        throw malformed("the body is empty, expected JSON");
      }
      return tree;
    } catch (StreamConstraintsException beyond) {
      throw malformed(
          "the JSON is nested deeper than %d levels, or has a number of more than %d digits or a name of more than %d characters"
              .formatted(
                  DEPTH_MAX,
                  StreamReadConstraints.DEFAULT_MAX_NUM_LEN,
                  StreamReadConstraints.DEFAULT_MAX_NAME_LEN));
    } catch (MismatchedInputException more) {
      throw malformed("something follows the JSON value");
    } catch (JsonProcessingException wrong) {
      throw malformed("not JSON" + why(wrong.getOriginalMessage()) + place(wrong));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The parser's own words, unless they are about its settings. */
  private static String why(String message) {
    return message.contains("eature") ? "" : ": " + message;
  }

  private static String place(JsonProcessingException wrong) {
    return wrong.getLocation() == null
        ? ""
        : " at line "
            + wrong.getLocation().getLineNr()
            + ", column "
            + wrong.getLocation().getColumnNr();
  }

  private static void requireUtf8(byte[] bytes, int offset, int length) {
    int signs = 0;
    for (int index = offset; index < offset + length; index++) {
      signs |= bytes[index];
    }
    if (signs < 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
      } catch (CharacterCodingException wrong) {
        throw malformed("the body is not UTF-8");
      }
    }
  }

  private static BadRequest malformed(String detail) {
    return BadRequest.of(ProblemCode.MALFORMED, detail);
  }
}
