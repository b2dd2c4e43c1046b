package amanah.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeDefaultsTest {

  private final Config defaults = NodeDefaults.of(List.of("wells.conf", "trees.conf")).resolve();

  @Test
  void they_are_those_of_the_node_and_of_its_services() {
    assertThat(defaults.getInt("amanah.wells.depth")).isEqualTo(7);
    assertThat(defaults.getInt("amanah.trees.height")).isEqualTo(3);
    assertThat(defaults.getInt("amanah.http.port")).isEqualTo(8080);
    assertThat(defaults.getInt("amanah.cluster.remote-port")).isEqualTo(25520);
    assertThat(defaults.getInt("amanah.journal.connections")).isEqualTo(8);
  }

  @Test
  void what_each_service_adds_to_a_list_of_akkas_is_kept() {
    assertThat(defaults.getStringList("akka.serialization.jackson.jackson-modules"))
        .contains(
            "amanah.wells.Wire",
            "amanah.trees.Wire",
            "akka.serialization.jackson.AkkaTypedJacksonModule");
  }

  @Test
  void a_service_without_its_file_is_refused() {
    assertThatThrownBy(() -> NodeDefaults.of(List.of("nowhere.conf")))
        .hasMessageContaining("nowhere.conf");
  }
}
