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

  /** Larger bodies, and those that do not say how large they are, are counted as they come. */
  private static final long COLLECTED_BYTES_MAX = 64 * 1024;

  private static final AttributeKey<Boolean> WHOLE =
      AttributeKey.valueOf(ReceivedRequest.class, "WHOLE");

  private ReceivedRequest() {}

  /**
   * How a request with one answer is received: collected before it is served, if its head says that
   * it is small; else it is served at once, so that what comes is counted.
   */
  public static ExchangeType exchangeType(RequestHeaders headers) {
    return saysThatItIsSmall(headers) ? ExchangeType.UNARY : ExchangeType.REQUEST_STREAMING;
  }

  static boolean saysThatItIsSmall(RequestHeaders headers) {
    long length = headers.contentLength();
    return length >= 0 && length <= COLLECTED_BYTES_MAX;
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
