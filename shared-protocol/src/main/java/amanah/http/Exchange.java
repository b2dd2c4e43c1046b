package amanah.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request that is here in full, on its way to an answer. */
public final class Exchange {

  static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");
  private static final Pattern SEQUENCE_TAG = Pattern.compile("\"(\\d{1,18})\"");

  /** No campaign ever has it. */
  private static final long NO_SEQUENCE = -1;

  private static final Set<String> JSON_TYPES = Set.of(Body.JSON);

  private final ServiceRequestContext context;
  private final AggregatedHttpRequest request;
  private final RequestIdentity identity;
  private final Route route;
  private final int bytesMax;
  private final Closing closing;

  /**
   * A request.
   *
   * @param route by which it is served
   * @param bytesMax the largest body, decoded
   */
  Exchange(
      ServiceRequestContext context,
      AggregatedHttpRequest request,
      RequestIdentity identity,
      Route route,
      int bytesMax,
      Closing closing) {
    this.context = context;
    this.request = request;
    this.identity = identity;
    this.route = route;
    this.bytesMax = bytesMax;
    this.closing = closing;
  }

  /** Where it is served. */
  public ServiceRequestContext context() {
    return context;
  }

  /** As it came. */
  public AggregatedHttpRequest request() {
    return request;
  }

  /** How it is found again. */
  public RequestIdentity identity() {
    return identity;
  }

  /** The id at that place of the path. */
  public <T> T pathId(String name, Function<String, T> id) {
    String bound = context.pathParam(name);
    String value = bound == null ? route.part(name, context.decodedPath()) : bound;
    try {
      return id.apply(value == null ? "" : value);
    } catch (IllegalArgumentException wrong) {
      FieldErrors errors = new FieldErrors();
      errors.add(ProblemCode.INVALID_FIELD, name, String.valueOf(wrong.getMessage()));
      errors.refuseIfAny();
      throw wrong;
    }
  }

  /** The query parameters, which are those of the route; read like the fields of a body. */
  public Fields query() {
    return Fields.ofQuery(context.queryParams(), new FieldErrors());
  }

  /** The JSON of the body, which has to be there. */
  public JsonNode json() {
    byte[] bytes = body(JSON_TYPES).bytes();
    return Json.tree(bytes, 0, bytes.length);
  }

  /** The body, which has to be there and of one of these types. */
  public Body body(Set<String> types) {
    return Body.required(request, types, bytesMax);
  }

  /** Refuses a body that says anything. */
  public void requireNothing() {
    if (!request.content().isEmpty()) {
      FieldErrors errors = new FieldErrors();
      Fields.ofBody(json(), errors, Set.of());
      errors.refuseIfAny();
    }
  }

  /** Names what the body does not name, or null. */
  public @Nullable String idempotencyKey() {
    return request.headers().get(IDEMPOTENCY_KEY);
  }

  /**
   * The sequence that {@code If-Match} (RFC 9110, 13.1.1) expects, as the {@code ETag} of an answer
   * told it; null when nothing is expected, and {@value #NO_SEQUENCE} when nothing can be as it is.
   */
  public @Nullable Long expectedSequence() {
    List<String> tags = request.headers().getAll(HttpHeaderNames.IF_MATCH);
    if (tags.isEmpty() || tags.equals(List.of("*"))) {
      return null;
    }
    if (tags.size() > 1 || tags.getFirst().contains(",")) {
      throw BadRequest.of(
          ProblemCode.MALFORMED, "If-Match has more than one entity tag, expected one, or *");
    }
    Matcher tag = SEQUENCE_TAG.matcher(tags.getFirst().strip());
    return tag.matches() ? Long.valueOf(tag.group(1)) : Long.valueOf(NO_SEQUENCE);
  }

  /** Runs {@code end} once when the door closes before the answer has ended: for streams. */
  public void whenClosing(Runnable end) {
    closing.whenBegun(context, end);
  }
}
