package amanah.campaign.ingress.http;

import amanah.id.CampaignId;
import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AsciiString;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request that is here in full, on its way to an answer.
 *
 * @param bytesMax the largest body, decoded
 */
record Exchange(
    ServiceRequestContext context,
    AggregatedHttpRequest request,
    RequestIdentity identity,
    int bytesMax) {

  private static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");
  private static final Set<String> JSON_TYPES = Set.of(Body.JSON);

  CampaignId campaignId() {
    return pathId("campaignId", CampaignId::of);
  }

  /** The id at that place of the path. */
  <T> T pathId(String name, Function<String, T> id) {
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

  /** The JSON of the body, which has to be there. */
  JsonNode json() {
    byte[] bytes = body(JSON_TYPES).bytes();
    return Json.tree(bytes, 0, bytes.length);
  }

  Body body(Set<String> types) {
    return Body.required(request, types, bytesMax);
  }

  /** Refuses a body that says anything. */
  void requireNothing() {
    if (!request.content().isEmpty()) {
      FieldErrors errors = new FieldErrors();
      Fields.ofBody(json(), errors, Set.of());
      errors.refuseIfAny();
    }
  }

  @Nullable String idempotencyKey() {
    return request.headers().get(IDEMPOTENCY_KEY);
  }
}
