package amanah.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import java.util.Optional;
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

  /**
   * The problem for which the protocol itself has ended a call, such as bytes that nobody can read:
   * its stream then fails with it, and nobody here has failed. Empty when it is no such failure.
   */
  default Optional<Problem> ended(Throwable failure) {
    return Optional.empty();
  }
}
