package amanah.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A request waits for the answer to the one ahead of it, and never for longer than its connection.
 */
class OneAtATimeTest {

  private final EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec());

  OneAtATimeTest() {
    channel.pipeline().addLast(new OneAtATime());
  }

  @Test
  void the_next_is_served_when_the_one_ahead_is_answered() {
    get("/1");
    get("/2");
    get("/3");
    assertThat(served()).isEqualTo("/1");
    assertThat(served()).isNull();

    answer(HttpResponseStatus.OK);
    assertThat(served()).isEqualTo("/2");
    assertThat(served()).isNull();

    answer(HttpResponseStatus.OK);
    assertThat(served()).isEqualTo("/3");
  }

  @Test
  void to_be_told_to_go_on_is_no_answer() {
    get("/1");
    get("/2");
    answer(HttpResponseStatus.CONTINUE);

    assertThat(served()).isEqualTo("/1");
    assertThat(served()).isNull();
  }

  @Test
  void the_rest_of_one_that_is_answered_early_does_not_wait() {
    pass(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/1"));
    answer(HttpResponseStatus.NOT_FOUND);
    ByteBuf rest = body();
    pass(new DefaultLastHttpContent(rest));
    get("/2");

    assertThat(served()).isEqualTo("/1");
    assertThat(served()).isEqualTo("/2");
    assertThat(rest.refCnt()).isZero();
  }

  @Test
  void while_many_wait_nothing_more_is_read() {
    for (int i = 0; i < 9; i++) {
      get("/");
    }
    assertThat(channel.config().isAutoRead()).isFalse();

    answer(HttpResponseStatus.OK);
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void those_that_wait_when_the_connection_ends_are_released() {
    get("/1");
    ByteBuf body = body();
    pass(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/2"));
    pass(new DefaultLastHttpContent(body));
    assertThat(body.refCnt()).isOne();

    var unused = channel.close();

    assertThat(body.refCnt()).isZero();
  }

  @Test
  void what_waits_behind_a_change_of_the_protocol_was_never_a_request() {
    get("/1");
    get("/2");
    get("/3");
    channel.pipeline().remove(HttpServerCodec.class);

    answer(HttpResponseStatus.OK);

    assertThat(served()).isEqualTo("/1");
    assertThat(served()).isEqualTo("/2");
    assertThat(served()).isNull();
    assertThat(channel.isOpen()).isFalse();
  }

  private static ByteBuf body() {
    return Unpooled.copiedBuffer("{}", UTF_8);
  }

  private void get(String path) {
    pass(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path));
    pass(new DefaultLastHttpContent());
  }

  /** From the codec on. */
  private void pass(Object message) {
    Objects.requireNonNull(channel.pipeline().context(HttpServerCodec.class))
        .fireChannelRead(message);
  }

  private void answer(HttpResponseStatus status) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    var unused = channel.writeAndFlush(answer);
    channel.runPendingTasks();
  }

  /** The path of the next request that is served, if any is. */
  private @Nullable String served() {
    Object message = channel.readInbound();
    while (message instanceof LastHttpContent end) {
      end.release();
      message = channel.readInbound();
    }
    return message instanceof HttpRequest request ? request.uri() : null;
  }
}
