package amanah.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of HTTP/1 ends is never guessed (RFC 9112, 6.3): after one whose head leaves that
 * open, or that cannot be read, nothing more of its connection is, for what follows may be its
 * body. It is answered, after those before it, and then the connection is closed.
 */
final class RequestFraming extends ChannelDuplexHandler {

  private int requests;
  private int answers;
  private boolean broken;

  private RequestFraming() {}

  /** Guards a new connection, as soon as it is known whether it speaks HTTP/1. */
  static void guard(ChannelPipeline pipeline) {
    pipeline.addFirst(new Detection());
  }

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
      requests++;
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
    boolean isInterim =
        message instanceof HttpResponse response
            && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (broken && message instanceof HttpResponse response && answers == requests - 1) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    if (message instanceof LastHttpContent && !isInterim) {
      answers++;
      if (broken && answers == requests) {
        var unused =
            context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
        return;
      }
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

  /**
   * Waits for the codec of HTTP/1, a decoder and an encoder in one, which is put in its place with
   * the first bytes: these go on alone, being too few for a request.
   */
  private static final class Detection extends ByteToMessageDecoder {

    /** By which the prefaces of the protocols differ. */
    private static final int FIRST_BYTES = 4;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
      if (in.readableBytes() < FIRST_BYTES) {
        return;
      }
      context.fireChannelRead(in.readRetainedSlice(FIRST_BYTES));
      ChannelHandlerContext codec = context.pipeline().context(CombinedChannelDuplexHandler.class);
      if (codec != null) {
        context.pipeline().addAfter(codec.name(), null, new RequestFraming());
      }
      context.pipeline().remove(this);
    }
  }
}
