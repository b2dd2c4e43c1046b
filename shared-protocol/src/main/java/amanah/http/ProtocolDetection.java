package amanah.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.Function;

/**
 * Puts our own handlers among Armeria's as soon as it is known which protocol a new connection
 * speaks. The codec of HTTP/1, a decoder and an encoder in one, is put in its place with the first
 * bytes: these go on alone, being too few for a request.
 */
final class ProtocolDetection extends ByteToMessageDecoder {

  /** By which the prefaces of the protocols differ. */
  private static final int FIRST_BYTES = 4;

  private final Function<ChannelHandlerContext, ChannelHandler> requests;

  private ProtocolDetection(Function<ChannelHandlerContext, ChannelHandler> requests) {
    this.requests = requests;
  }

  /**
   * Begins with a new connection.
   *
   * @param requests makes what sees each request before it is served
   */
  static void begin(
      ChannelPipeline pipeline, Function<ChannelHandlerContext, ChannelHandler> requests) {
    pipeline.addFirst(new ProtocolDetection(requests));
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < FIRST_BYTES) {
      return;
    }
    context.fireChannelRead(in.readRetainedSlice(FIRST_BYTES));
    ChannelPipeline pipeline = context.pipeline();
    ChannelHandlerContext codec = pipeline.context(CombinedChannelDuplexHandler.class);
    if (codec != null) {
      pipeline.addAfter(codec.name(), null, new RequestFraming());
      pipeline.addAfter(codec.name(), null, new OneAtATime());
    }
    // The last one is Armeria's, which serves the requests of either protocol.
    String last = pipeline.lastContext().name();
    pipeline.addBefore(last, null, new GivenUpRequests());
    pipeline.addBefore(last, null, requests.apply(context));
    pipeline.remove(this);
  }
}
