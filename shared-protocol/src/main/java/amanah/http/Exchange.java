package amanah.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AsciiString;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request that is here in full, on its way to an answer. */
public final class Exchange {

  private static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");
  private static final Set<String> JSON_TYPES = Set.of(Body.JSON);

  private final ServiceRequestContext context;
  private final AggregatedHttpRequest request;
  private final RequestIdentity identity;
  private final int bytesMax;
  private final Closing closing;

  /**
   * A request.
   *
   * @param bytesMax the largest body, decoded
   */
  Exchange(
      ServiceRequestContext context,
      AggregatedHttpRequest request,
      RequestIdentity identity,
      int bytesMax,
      Closing closing) {
    this.context = context;
    this.request = request;
    this.identity = identity;
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
    String value = context.pathParam(name);
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

  /** Runs {@code end} once when the door closes before the answer has ended: for streams. */
  public void whenClosing(Runnable end) {
    closing.whenBegun(context, end);
  }
}
