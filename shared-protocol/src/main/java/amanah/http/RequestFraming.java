package amanah.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of HTTP/1 ends is never guessed (RFC 9112, 6.3): after one whose head leaves that
 * open, or that cannot be read, nothing more of its connection is, for what follows may be its
 * body. It is answered, after those before it, for {@link OneAtATime} stands before this, and then
 * the connection is closed.
 */
final class RequestFraming extends ChannelDuplexHandler {

  private boolean broken;

  /** That the head of a request leaves open where the request ends, or to whom it is. */
  static final class Broken extends RuntimeException {

    Broken(String message) {
      super(message, null, false, false);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (broken) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      String wrong = request.decoderResult().isSuccess() ? problem(request) : null;
      if (wrong != null) {
        request.setDecoderResult(DecoderResult.failure(new Broken(wrong)));
      }
      broken = !request.decoderResult().isSuccess();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (broken && message instanceof HttpResponse response && !OneAtATime.isInterim(message)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    if (broken && OneAtATime.endsAnswer(message)) {
      var unused =
          context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    var unused = context.write(message, promise);
  }

  private static @Nullable String problem(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return "the version is " + version + ", expected HTTP/1.1";
    }
    HttpHeaders headers = request.headers();
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    boolean chunked = codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked");
    if (!codings.isEmpty() && (!chunked || version.equals(HttpVersion.HTTP_1_0))) {
      return "Transfer-Encoding is \""
          + Shown.value(String.join(", ", codings))
          + "\", expected chunked, with HTTP/1.1";
    }
    int hosts = headers.getAll(HttpHeaderNames.HOST).size();
    if (hosts > 1 || (hosts == 0 && version.equals(HttpVersion.HTTP_1_1))) {
      return "the request has " + hosts + " Host headers, expected one";
    }
    return null;
  }
}
