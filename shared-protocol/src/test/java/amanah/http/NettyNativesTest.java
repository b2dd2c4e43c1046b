package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.util.TransportType;
import io.netty.handler.ssl.OpenSsl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Netty's natives may be older than its Java part, and what cannot be loaded is done without,
 * slower and without a word.
 */
class NettyNativesTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_natives_of_the_transport_are_loaded() {
    assertThat(TransportType.EPOLL.isAvailable())
        .as(() -> String.valueOf(TransportType.EPOLL.unavailabilityCause()))
        .isTrue();
  }

  @Test
  void the_natives_of_TLS_are_loaded() {
    assertThat(OpenSsl.isAvailable())
        .as(() -> String.valueOf(OpenSsl.unavailabilityCause()))
        .isTrue();
  }
}
