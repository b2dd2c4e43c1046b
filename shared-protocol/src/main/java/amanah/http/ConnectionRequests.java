package amanah.http;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpRequestWriter;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.logging.RequestLog;
import com.linecorp.armeria.common.logging.RequestLogProperty;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection that are under way, from their head on. What a node or a client
 * may not have is refused before its body is read, and the connection of HTTP/2 that it came on
 * ends with what it had taken before. A client that does not take an answer loses its connection,
 * for Armeria gives up what is not answered in time, but not what nobody reads.
 *
 * <p>All of it happens in the connection's own thread.
 */
final class ConnectionRequests extends ChannelInboundHandlerAdapter {

  private static final AttributeKey<ConnectionRequests> HERE =
      AttributeKey.valueOf(ConnectionRequests.class, "HERE");

  private final UnderWay.Client client;
  private final Duration takingMax;
  private final LongSupplier nanoTime;
  private final IdentityHashMap<HttpRequest, Held> requests = new IdentityHashMap<>();
  private @Nullable ScheduledFuture<?> looking;

  private ConnectionRequests(UnderWay.Client client, Duration takingMax, LongSupplier nanoTime) {
    this.client = client;
    this.takingMax = takingMax;
    this.nanoTime = nanoTime;
  }

  /** What is held for one request. */
  private static final class Held {

    private final @Nullable Problem tooMuch;
    private long bytes;
    private long answeredNanos;
    private boolean isAnswered;

    Held(@Nullable Problem tooMuch, long bytes) {
      this.tooMuch = tooMuch;
      this.bytes = bytes;
    }

    void isAnswered(long now) {
      answeredNanos = now;
      isAnswered = true;
    }
  }

  /** Of a connection whose protocol is known; belongs before Armeria's handler of requests. */
  static ConnectionRequests of(
      ChannelHandlerContext context, UnderWay underWay, UnderWayLimits limits) {
    InetSocketAddress address = (InetSocketAddress) context.channel().remoteAddress();
    return new ConnectionRequests(
        underWay.connected(ClientNetwork.of(address.getAddress())),
        limits.takingMax(),
        System::nanoTime);
  }

  /** Serves a request, unless it is one too many, and counts what comes of it. */
  static HttpResponse serve(
      HttpService next, ServiceRequestContext context, HttpRequest request, Failures failures)
      throws Exception {
    ConnectionRequests here = of(context.log().partial());
    Held held = here == null ? null : here.requests.get(request);
    if (here == null || held == null) {
      return next.serve(context, request);
    }
    if (held.tooMuch != null) {
      return failures.onServiceException(context, new BadRequest(held.tooMuch));
    }
    if (context.exchangeType().isResponseStreaming()) {
      return next.serve(context, request);
    }
    var unused =
        context
            .log()
            .whenAvailable(RequestLogProperty.RESPONSE_HEADERS)
            .thenAccept(log -> here.answers(held, log.responseHeaders().contentLength()));
    return next.serve(
        context,
        isCounted(request) ? request : CountedBody.of(request, bytes -> here.hold(held, bytes)));
  }

  /** Gives back what was held for a request. */
  static void end(RequestLog log) {
    ConnectionRequests here = of(log);
    HttpRequest request = log.context().request();
    if (here != null && request != null) {
      here.end(request);
    }
  }

  private static @Nullable ConnectionRequests of(RequestLog log) {
    Channel channel = log.channel();
    return channel == null ? null : channel.attr(HERE).get();
  }

  private static boolean isCounted(HttpRequest request) {
    return !(request instanceof HttpRequestWriter)
        || ReceivedRequest.tellsItsLength(request.headers());
  }

  private void answers(Held held, long length) {
    hold(held, Math.max(0, length));
    held.isAnswered(nanoTime.getAsLong());
  }

  private @Nullable Problem hold(Held held, long bytes) {
    held.bytes += bytes;
    return client.hold(bytes);
  }

  private void end(HttpRequest request) {
    Held held = requests.remove(request);
    if (held != null) {
      client.end(held.bytes);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.channel().attr(HERE).set(this);
    long period = takingMax.toNanos() / 2;
    looking =
        context
            .channel()
            .eventLoop()
            .scheduleWithFixedDelay(() -> look(context), period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (looking != null) {
      looking.cancel(false);
    }
    requests.values().forEach(held -> client.end(held.bytes));
    requests.clear();
    client.disconnected();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof HttpRequest request)) {
      context.fireChannelRead(message);
      return;
    }
    Held held = begin(request);
    context.fireChannelRead(message);
    if (held.tooMuch != null) {
      refuse(context, request, held.tooMuch);
    }
  }

  private Held begin(HttpRequest request) {
    long bytes = Math.max(0, request.headers().contentLength());
    Problem tooMany = client.begin();
    Problem tooLarge = client.hold(bytes);
    Held held = new Held(tooMany == null ? tooLarge : tooMany, bytes);
    requests.put(request, held);
    var unused =
        request
            .whenComplete()
            .exceptionally(
                failure -> {
                  held.isAnswered(nanoTime.getAsLong());
                  return null;
                });
    return held;
  }

  /** Its body is not waited for; what its connection had taken before is answered yet. */
  private static void refuse(ChannelHandlerContext context, HttpRequest request, Problem tooMuch) {
    if (request instanceof HttpRequestWriter body) {
      body.close(new BadRequest(tooMuch));
    }
    if (context.pipeline().get(Http2ConnectionHandler.class) != null) {
      var unused = context.channel().close();
    }
  }

  private void look(ChannelHandlerContext context) {
    long now = nanoTime.getAsLong();
    boolean untaken =
        requests.values().stream()
            .anyMatch(held -> held.isAnswered && now - held.answeredNanos >= takingMax.toNanos());
    if (untaken) {
      // From the pipeline's end that is next to the socket: HTTP/2 itself would wait for the
      // client.
      var unused = context.pipeline().firstContext().close();
    }
  }
}
