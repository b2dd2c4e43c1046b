package amanah.http;

import com.linecorp.armeria.common.ExchangeType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AttributeKey;

/**
 * Whether a request has come as a whole. Until it has, nothing is done for it, so that the end of
 * its time has a certain outcome.
 */
public final class ReceivedRequest {

  private static final AttributeKey<Boolean> WHOLE =
      AttributeKey.valueOf(ReceivedRequest.class, "WHOLE");

  private ReceivedRequest() {}

  /**
   * How a request with one answer is received: collected before it is served, or, where its head
   * does not say how long its body is, served at once, so that what comes is counted.
   */
  public static ExchangeType exchangeType(RequestHeaders headers) {
    return tellsItsLength(headers) ? ExchangeType.UNARY : ExchangeType.REQUEST_STREAMING;
  }

  static boolean tellsItsLength(RequestHeaders headers) {
    return headers.contentLength() >= 0;
  }

  /** From now on. */
  public static void isWhole(ServiceRequestContext context) {
    context.setAttr(WHOLE, true);
  }

  /** The problem of a request whose time is over. */
  public static Problem late(ServiceRequestContext context) {
    return Boolean.TRUE.equals(context.attr(WHOLE))
        ? Problem.of(
            ProblemCode.TIMEOUT,
            "no answer in time; the outcome is unknown, retry with the same id")
        : Problem.of(
            ProblemCode.REQUEST_TIMEOUT,
            "the request did not come as a whole in time; nothing was done");
  }
}
