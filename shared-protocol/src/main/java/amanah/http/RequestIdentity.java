package amanah.http;

import com.linecorp.armeria.common.HttpHeadersBuilder;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AsciiString;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * How a request is found again in answers and logs.
 *
 * @param requestId the caller's {@code X-Request-Id}, or one that was made here
 * @param traceparent the caller's W3C trace context when it is well formed
 */
public record RequestIdentity(String requestId, @Nullable String traceparent) {

  static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
  static final AsciiString TRACEPARENT = AsciiString.cached("traceparent");

  private static final int LENGTH_MAX = 128;
  private static final String TRACE_SHAPE = "00-" + "x".repeat(32) + "-" + "x".repeat(16) + "-xx";
  private static final int TRACE_ID_START = 3;
  private static final int TRACE_ID_END = 35;

  /** The same for every call with the same context. */
  public static RequestIdentity of(ServiceRequestContext context) {
    return of(context.request().headers(), () -> context.id().text());
  }

  static RequestIdentity of(RequestHeaders headers, Supplier<String> ids) {
    String asked = headers.get(REQUEST_ID);
    String trace = headers.get(TRACEPARENT);
    return new RequestIdentity(
        asked != null && sane(asked) ? asked : ids.get(),
        trace != null && wellFormed(trace) ? trace : null);
  }

  /** Tells it with an answer. */
  public void addTo(HttpHeadersBuilder headers) {
    headers.set(REQUEST_ID, requestId);
    if (traceparent != null) {
      headers.set(TRACEPARENT, traceparent);
    }
  }

  /** Runs with this identity in the log's context. */
  public <T> T inLogs(Supplier<T> work) {
    MDC.put("requestId", requestId);
    if (traceparent != null) {
      MDC.put("traceId", traceparent.substring(TRACE_ID_START, TRACE_ID_END));
    }
    try {
      return work.get();
    } finally {
      MDC.remove("requestId");
      MDC.remove("traceId");
    }
  }

  private static boolean sane(String requestId) {
    boolean sane = !requestId.isEmpty() && requestId.length() <= LENGTH_MAX;
    for (int index = 0; sane && index < requestId.length(); index++) {
      char character = requestId.charAt(index);
      sane = character > ' ' && character < 0x7f;
    }
    return sane;
  }

  private static boolean wellFormed(String traceparent) {
    boolean fits = traceparent.length() == TRACE_SHAPE.length();
    for (int index = 0; fits && index < traceparent.length(); index++) {
      char wanted = TRACE_SHAPE.charAt(index);
      char found = traceparent.charAt(index);
      fits = wanted == 'x' ? hex(found) : found == wanted;
    }
    return fits && !traceparent.startsWith("0".repeat(32), TRACE_ID_START);
  }

  private static boolean hex(char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
