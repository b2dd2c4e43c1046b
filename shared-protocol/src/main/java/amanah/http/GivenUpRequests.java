package amanah.http;

import com.linecorp.armeria.common.HttpRequestWriter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * What still comes of a request that was given up before all of it had come is dropped, such as one
 * behind another that was to be its connection's last. Armeria gives up without closing the
 * request, which then goes on collecting buffers that nobody will ever release.
 */
final class GivenUpRequests extends ChannelInboundHandlerAdapter {

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequestWriter request) {
      var unused =
          request
              .whenComplete()
              .exceptionally(
                  failure -> {
                    request.close(failure);
                    return null;
                  });
    }
    context.fireChannelRead(message);
  }
}
