package amanah.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import org.jspecify.annotations.Nullable;

/** What is spoken at the port beside HTTP, such as gRPC. */
public interface OtherProtocol {

  /**
   * Adds what it serves.
   *
   * @param settings what the door bears
   * @param closing whether the door closes, and who is to be told
   */
  void serve(ServerBuilder builder, HttpSettings settings, Closing closing);

  /**
   * What is answered to a request in its own words when the request never got as far as a service,
   * such as one that is too large; null when the request is none of its own.
   */
  @Nullable AggregatedHttpResponse refused(
      RequestHeaders headers, Problem problem, RequestIdentity identity);
}
