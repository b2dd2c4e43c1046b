package amanah.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request, decoded, with what they are said to be.
 *
 * @param type the media type without parameters
 */
public record Body(String type, HttpData content) {

  /** One JSON value. */
  public static final String JSON = "application/json";

  /** A JSON value a line. */
  public static final String NDJSON = "application/x-ndjson";

  /** Reads a body that has to be there, of one of these types and of a bounded size. */
  static Body required(AggregatedHttpRequest request, Set<String> types, int bytesMax) {
    if (request.content().isEmpty()) {
      throw BadRequest.of(ProblemCode.MALFORMED, "the body is empty, expected JSON");
    }
    String type = type(request.headers().get(HttpHeaderNames.CONTENT_TYPE), types);
    HttpData content = decoded(request, bytesMax);
    if (content.length() > bytesMax) {
      throw new BadRequest(
          SizeLimit.tooLarge(
              "the body", unzipping(request) ? SizeLimit.UNKNOWN : content.length(), bytesMax));
    }
    return new Body(type, content);
  }

  /** All of them. */
  public byte[] bytes() {
    return content.array();
  }

  private static String type(@Nullable String contentType, Set<String> types) {
    if (contentType != null && types.contains(contentType)) {
      return contentType;
    }
    try {
      MediaType asked = MediaType.parse(contentType == null ? "" : contentType);
      String bare = asked.withoutParameters().toString();
      if (types.contains(bare)
          && StandardCharsets.UTF_8.equals(asked.charset(StandardCharsets.UTF_8))) {
        return bare;
      }
    } catch (IllegalArgumentException unreadable) {
      throw unsupported("Content-Type", contentType, String.join(" or ", types));
    }
    throw unsupported("Content-Type", contentType, String.join(" or ", types) + " in UTF-8");
  }

  private static HttpData decoded(AggregatedHttpRequest request, int bytesMax) {
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    if (encoding == null) {
      return request.content();
    }
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity" -> request.content();
      case "gzip", "x-gzip" -> unzipped(request.content().array(), bytesMax);
      default -> throw unsupported("Content-Encoding", encoding, "gzip or identity");
    };
  }

  /** Then nobody counts what is beyond the limit. */
  private static boolean unzipping(AggregatedHttpRequest request) {
    String encoding = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  /** At most one byte more than allowed, so that a small bomb stays small. */
  private static HttpData unzipped(byte[] zipped, int bytesMax) {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return HttpData.wrap(plain.readNBytes(bytesMax + 1));
    } catch (IOException broken) {
      throw BadRequest.of(ProblemCode.MALFORMED, "the body is not gzip");
    }
  }

  private static BadRequest unsupported(String header, @Nullable String value, String expected) {
    return BadRequest.of(
        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
        header
            + (value == null ? " is missing" : " \"" + Shown.value(value) + "\"")
            + ", expected "
            + expected);
  }
}
