package amanah.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The requests of a connection of HTTP/1 are served one after the other. Those that come before the
 * one ahead of them is answered wait here, and when they are many, nothing more is read. Served at
 * once, it would be their answers that wait in Armeria: as many as a caller likes, behind a stream
 * that never ends, and never released if the connection ends first.
 */
final class OneAtATime extends ChannelDuplexHandler {

  /** Messages, of which a request has at least two; few, so that reading on costs little. */
  private static final int WAITING_MAX = 16;

  private final Queue<Object> waiting = new ArrayDeque<>();
  private boolean answering;

  /** Whether an answer ends with this message; one that only says to go on is none. */
  static boolean endsAnswer(Object message) {
    return message instanceof LastHttpContent && !isInterim(message);
  }

  static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpObject && (!waiting.isEmpty() || hasToWait(message))) {
      waiting.add(message);
      if (waiting.size() >= WAITING_MAX) {
        context.channel().config().setAutoRead(false);
      }
      return;
    }
    pass(context, message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (endsAnswer(message)) {
      answering = false;
      if (!waiting.isEmpty()) {
        // Not now: who writes this has yet to note that the answer is at its end.
        context.executor().execute(() -> passNext(context));
      }
    }
    var unused = context.write(message, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    drop();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    drop();
  }

  private boolean hasToWait(Object message) {
    return answering && message instanceof HttpRequest;
  }

  private void pass(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      answering = true;
    }
    context.fireChannelRead(message);
  }

  private void passNext(ChannelHandlerContext context) {
    while (!waiting.isEmpty() && !hasToWait(waiting.element())) {
      pass(context, waiting.remove());
      if (!waiting.isEmpty() && hasLeftTheProtocol(context)) {
        // What waits was read as HTTP/1, and is not.
        drop();
        var unused = context.close();
        return;
      }
    }
    context.fireChannelReadComplete();
    if (waiting.size() < WAITING_MAX) {
      context.channel().config().setAutoRead(true);
    }
  }

  /** The last request may have asked for another protocol, whose handlers replace the codec. */
  private static boolean hasLeftTheProtocol(ChannelHandlerContext context) {
    return context.pipeline().context(CombinedChannelDuplexHandler.class) == null;
  }

  private void drop() {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }
}
