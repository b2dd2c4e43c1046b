package amanah.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a compressed message is, nothing of it is kept. */
class GzipMessagesTest {

  private final GzipMessages messages = new GzipMessages();

  @ParameterizedTest
  @ValueSource(strings = {"", "1f8b", "01020304", "1f8b0700000000000000"})
  void one_that_cannot_be_read_is_released(String hex) {
    ByteBuf bytes = Unpooled.buffer().writeBytes(HexFormat.of().parseHex(hex));

    assertThatThrownBy(() -> messages.decompress(new ByteBufInputStream(bytes, true)))
        .isInstanceOf(IOException.class);

    assertThat(bytes.refCnt()).isZero();
  }

  @Test
  void one_that_can_is_released_by_its_reader() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(written)) {
      gzip.write("well".getBytes(UTF_8));
    }
    ByteBuf bytes = Unpooled.copiedBuffer(written.toByteArray());

    try (InputStream read = messages.decompress(new ByteBufInputStream(bytes, true))) {
      assertThat(read.readAllBytes()).asString(UTF_8).isEqualTo("well");
    }

    assertThat(bytes.refCnt()).isZero();
  }
}
