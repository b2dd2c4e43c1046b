package amanah.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not yes (RFC 9457).
 *
 * @param code why, for programs
 * @param status usually the code's own
 * @param detail why, for people
 * @param errors each field that is wrong, when fields are
 */
public record Problem(ProblemCode code, HttpStatus status, String detail, List<FieldError> errors) {

  private static final MediaType TYPE = MediaType.parse("application/problem+json");
  private static final Set<Integer> RETRIED =
      Set.of(HttpStatus.SERVICE_UNAVAILABLE.code(), HttpStatus.TOO_MANY_REQUESTS.code());
  private static final String RETRY_AFTER_SECONDS = "1";

  /** One field that is wrong, why for programs and why for people. */
  public record FieldError(String field, ProblemCode code, String message) {}

  /** With the status of its code. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, code.status(), Shown.line(detail), List.of());
  }

  /** Because of one field, if it is known which. */
  public static Problem of(ProblemCode code, String detail, Optional<String> field) {
    return field.map(name -> ofField(code, detail, name)).orElseGet(() -> of(code, detail));
  }

  /** The detail may begin with the name of the field. */
  private static Problem ofField(ProblemCode code, String detail, String field) {
    String message = detail.startsWith(field + " ") ? detail.substring(field.length() + 1) : detail;
    FieldError error = new FieldError(Shown.value(field), code, Shown.line(message));
    return new Problem(code, code.status(), Shown.line(detail), List.of(error));
  }

  static Problem of(FieldError first, List<FieldError> errors) {
    return new Problem(
        first.code(), first.code().status(), first.field() + " " + first.message(), errors);
  }

  /** The answer to a request that has used no name yet. */
  public AggregatedHttpResponse response(RequestIdentity identity) {
    return response(Responses.headers(status, identity));
  }

  /** The answer to a request that is known, with the name that it used. */
  AggregatedHttpResponse response(ServiceRequestContext context) {
    return response(Responses.headers(status, RequestIdentity.of(context)), UsedName.of(context));
  }

  /** The answer with these headers. */
  public AggregatedHttpResponse response(ResponseHeadersBuilder headers) {
    return response(headers, null);
  }

  private AggregatedHttpResponse response(ResponseHeadersBuilder headers, @Nullable UsedName name) {
    headers.contentType(TYPE);
    if (RETRIED.contains(status.code())) {
      headers.set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return AggregatedHttpResponse.of(
        headers.build(), HttpData.wrap(Json.bytes(json -> write(json, name))));
  }

  private void write(JsonGenerator json, @Nullable UsedName name) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "urn:amanah:problem:" + code.code());
    json.writeStringField("title", code.title());
    json.writeNumberField("status", status.code());
    json.writeStringField("detail", detail);
    json.writeStringField("code", code.code());
    if (name != null) {
      json.writeStringField(name.field(), name.value());
    }
    if (!errors.isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (FieldError error : errors) {
        json.writeStartObject();
        json.writeStringField("field", error.field());
        json.writeStringField("message", error.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
