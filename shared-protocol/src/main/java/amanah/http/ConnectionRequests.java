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
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection that are under way, from their head on. What a node or a client
 * may not have is refused before its body is read, and the connection of HTTP/2 that it came on
 * ends with what it had taken before. A client that does not take an answer loses its connection,
 * for Armeria gives up what is not answered in time, but not what nobody reads.
 *
 * <p>All of it happens in the connection's own thread; another may only cut it.
 */
final class ConnectionRequests extends ChannelInboundHandlerAdapter {

  private static final AttributeKey<ConnectionRequests> HERE =
      AttributeKey.valueOf(ConnectionRequests.class, "HERE");

  /** By which others know that the node lives, with a body that asks no more than that. */
  private static final Set<String> VITAL =
      Set.of("/healthz", "/readyz", "/grpc.health.v1.Health/Check");

  private static final int VITAL_BYTES_MAX = 1024;

  /** Requests that Armeria's decoder answers itself, which are seen only as streams of HTTP/2. */
  private static final int UNSEEN_MAX = 16;

  /** Refused requests whose answers are not taken yet; further ones have none. */
  private static final int REFUSED_MAX = 16;

  private final UnderWay.Connection connection;
  private final UnderWayLimits limits;
  private final LongSupplier nanoTime;
  private final IdentityHashMap<HttpRequest, Held> requests = new IdentityHashMap<>();
  private @Nullable ScheduledFuture<?> looking;
  private int refused;
  private boolean hadUnseen;

  private ConnectionRequests(
      UnderWay.Connection connection, UnderWayLimits limits, LongSupplier nanoTime) {
    this.connection = connection;
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** What is held for one request; nothing for one too many. */
  private static final class Held {

    private final @Nullable Problem tooMuch;
    private final boolean vital;
    private long bodyBytes;
    private long answerBytes;
    private long answeredNanos;
    private boolean isAnswered;

    Held(@Nullable Problem tooMuch, boolean vital, long bodyBytes) {
      this.tooMuch = tooMuch;
      this.vital = vital;
      this.bodyBytes = bodyBytes;
    }

    boolean isVitalWith(long moreBytes) {
      return vital && bodyBytes + moreBytes <= VITAL_BYTES_MAX;
    }

    void isAnswered(long now) {
      answeredNanos = now;
      isAnswered = true;
    }
  }

  /** Of a connection whose protocol is known; belongs before Armeria's handler of requests. */
  static ConnectionRequests of(
      ChannelHandlerContext context, UnderWay underWay, UnderWayLimits limits) {
    Channel channel = context.channel();
    InetSocketAddress address = (InetSocketAddress) channel.remoteAddress();
    return new ConnectionRequests(
        underWay.connected(
            ClientNetwork.of(address.getAddress()),
            () -> channel.eventLoop().execute(() -> endAtOnce(channel))),
        limits,
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
    HttpRequest counted = here.counted(held, request, context.config().maxRequestLength());
    HttpResponse response = next.serve(context, counted);
    if (context.exchangeType().isResponseStreaming()) {
      var unused = response.whenComplete().handle((done, failed) -> here.answered(context, held));
    } else {
      var unused =
          context
              .log()
              .whenAvailable(RequestLogProperty.RESPONSE_HEADERS)
              .thenAccept(log -> here.answers(log, held));
    }
    return response;
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

  /** A stream of messages has no length that could be too much; each of its messages has. */
  private HttpRequest counted(Held held, HttpRequest request, long lengthMax) {
    boolean known =
        !(request instanceof HttpRequestWriter)
            || ReceivedRequest.saysThatItIsSmall(request.headers());
    return known || lengthMax == 0
        ? request
        : CountedBody.of(request, bytes -> receive(held, bytes));
  }

  private @Nullable Problem receive(Held held, long bytes) {
    Problem tooMuch = connection.hold(bytes, held.isVitalWith(bytes));
    held.bodyBytes += tooMuch == null ? bytes : 0;
    return tooMuch;
  }

  /** A stream has ended, in whichever thread; what it wrote is still to be taken. */
  private boolean answered(ServiceRequestContext context, Held held) {
    context.eventLoop().withoutContext().execute(() -> held.isAnswered(nanoTime.getAsLong()));
    return true;
  }

  private void answers(RequestLog log, Held held) {
    long bytes = Math.max(0, log.responseHeaders().contentLength());
    held.answerBytes += bytes;
    held.isAnswered(nanoTime.getAsLong());
    connection.answer(bytes);
  }

  private void end(HttpRequest request) {
    Held held = requests.remove(request);
    if (held == null) {
      return;
    }
    if (held.tooMuch == null) {
      connection.end(held.bodyBytes, held.answerBytes);
    } else {
      refused--;
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.channel().attr(HERE).set(this);
    long period = limits.takingMax().toNanos() / 2;
    looking =
        context
            .channel()
            .eventLoop()
            .scheduleWithFixedDelay(
                () -> look(context.channel()), period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (looking != null) {
      looking.cancel(false);
    }
    List.copyOf(requests.keySet()).forEach(this::end);
    connection.disconnected();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof HttpRequest request)) {
      context.fireChannelRead(message);
      return;
    }
    Held held = begin(request);
    if (refused > REFUSED_MAX) {
      end(request);
      refuseUnanswered(context, request);
      return;
    }
    context.fireChannelRead(message);
    if (held.tooMuch != null) {
      refuse(context, request, held.tooMuch);
    }
  }

  /** Whoever makes the node write, and reads nothing, may do so for his share. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    ChannelOutboundBuffer unwritten = context.channel().unsafe().outboundBuffer();
    if (unwritten != null && unwritten.totalPendingWriteBytes() > limits.clientBytesMax()) {
      endAtOnce(context.channel());
    }
  }

  private Held begin(HttpRequest request) {
    boolean small = ReceivedRequest.saysThatItIsSmall(request.headers());
    long bytes = small ? request.headers().contentLength() : 0;
    boolean vital = VITAL.contains(request.path()) && bytes <= VITAL_BYTES_MAX;
    Held held = new Held(connection.begin(bytes, vital), vital, bytes);
    requests.put(request, held);
    if (held.tooMuch != null) {
      refused++;
      held.isAnswered(nanoTime.getAsLong());
    }
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

  /** As RFC 9113 (8.7) has it: who sees that stream refused knows that nothing was done for it. */
  private static void refuseUnanswered(ChannelHandlerContext context, HttpRequest request) {
    request.abort();
    ChannelHandlerContext codec = context.pipeline().context(Http2ConnectionHandler.class);
    if (codec == null) {
      endAtOnce(context.channel());
      return;
    }
    Http2ConnectionHandler http2 = (Http2ConnectionHandler) codec.handler();
    int stream = http2.connection().remote().lastStreamCreated();
    var unused =
        http2.resetStream(codec, stream, Http2Error.REFUSED_STREAM.code(), codec.newPromise());
  }

  private void look(Channel channel) {
    long now = nanoTime.getAsLong();
    boolean untaken =
        requests.values().stream()
            .anyMatch(
                held ->
                    held.isAnswered && now - held.answeredNanos >= limits.takingMax().toNanos());
    boolean unseen = unseen(channel) > UNSEEN_MAX;
    if (untaken || (unseen && hadUnseen)) {
      endAtOnce(channel);
    }
    hadUnseen = unseen;
  }

  private int unseen(Channel channel) {
    Http2ConnectionHandler http2 = channel.pipeline().get(Http2ConnectionHandler.class);
    return http2 == null ? 0 : http2.connection().numActiveStreams() - requests.size();
  }

  /** From the end that is next to the socket: HTTP/2 itself would wait for the client. */
  private static void endAtOnce(Channel channel) {
    var unused = channel.pipeline().firstContext().close();
  }
}
