package amanah.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import org.jspecify.annotations.Nullable;

/** A protocol of one word, spoken at {@code /more} and refused with a teapot. */
final class MoreProtocol implements OtherProtocol {

  @Override
  public void serve(ServerBuilder builder, HttpSettings settings, Closing closing) {
    builder.service("/more", (context, request) -> HttpResponse.of("more"));
  }

  @Override
  public @Nullable AggregatedHttpResponse refused(
      RequestHeaders headers, Problem problem, RequestIdentity identity) {
    return headers.path().equals("/more")
        ? AggregatedHttpResponse.of(HttpStatus.valueOf(418))
        : null;
  }
}
