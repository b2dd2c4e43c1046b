package amanah.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest {

  private static final Config DEFAULTS =
      ConfigFactory.parseMap(
              Map.of(
                  "amanah.cluster.host", "127.0.0.1",
                  "amanah.cluster.discovery", "config",
                  "amanah.cluster.contact-points", "",
                  "amanah.cluster.roles", "campaign,zakat"))
          .withFallback(ConfigFactory.parseResources("cluster.conf"))
          .resolve();

  private static ClusterSettings with(String key, Object value) {
    return ClusterSettings.of(
        ConfigFactory.parseMap(Map.of("amanah.cluster." + key, value)).withFallback(DEFAULTS));
  }

  @Test
  void a_node_to_which_nobody_is_named_is_alone_and_takes_any_port() {
    ClusterSettings alone = ClusterSettings.of(DEFAULTS);

    assertThat(alone.alone()).isTrue();
    assertThat(alone.forAkka().getInt("akka.remote.artery.canonical.port")).isZero();
  }

  @Test
  void the_contact_points_are_where_the_others_are_looked_for() {
    ClusterSettings three = with("contact-points", "a:1, b:2 ,c.example.org:8558,");

    Config akka = three.forAkka();
    assertThat(three.alone()).isFalse();
    assertThat(three.contactPoints()).extracting(ContactPoint::host).contains("c.example.org");
    assertThat(akka.getConfigList("akka.discovery.config.services.amanah.endpoints"))
        .extracting(point -> point.getString("host") + "/" + point.getInt("port"))
        .containsExactly("a/1", "b/2", "c.example.org/8558");
    assertThat(akka.getInt("akka.remote.artery.canonical.port")).isEqualTo(25520);
  }

  @Test
  void a_node_in_kubernetes_is_not_alone_although_nobody_is_named() {
    ClusterSettings pod = with("discovery", "kubernetes-api");

    assertThat(pod.alone()).isFalse();
    assertThat(pod.forAkka().getString("akka.discovery.method")).isEqualTo("kubernetes-api");
  }

  @Test
  void a_node_can_have_one_role() {
    assertThat(with("roles", "zakat").forAkka().getStringList("akka.cluster.roles"))
        .isEqualTo(List.of("zakat"));
  }

  @ParameterizedTest
  @CsvSource({
    "discovery, dns, 'discovery \"dns\", expected one of config, kubernetes-api, akka-dns'",
    "contact-points, nobody, 'contact point \"nobody\", expected host:port'",
    "contact-points, a:0, 'contact point \"a:0\"'",
    "contact-points, a:65536, 'contact point \"a:65536\"'",
    "contact-points-required, 0, 'contact-points-required 0, expected 1'",
    "roles, 'campaign,zakaat', 'roles [campaign, zakaat], expected some of [campaign, zakat]'",
    "roles, '', 'roles [], expected some of'",
    "quorum-lease, 1700ms, 'quorum-lease PT1.7S, expected less than the down-removal-margin PT1.7S, after which others take over'",
    "start-timeout, 0s, 'start-timeout PT0S, expected more than nothing'",
  })
  void what_could_never_work_is_refused_by_its_name(String key, String value, String message) {
    assertThatThrownBy(() -> with(key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void more_answers_than_there_are_contact_points_are_never_waited_for() {
    Config two =
        ConfigFactory.parseMap(
                Map.of(
                    "amanah.cluster.contact-points",
                    "a:1,b:1",
                    "amanah.cluster.contact-points-required",
                    3))
            .withFallback(DEFAULTS);

    assertThatThrownBy(() -> ClusterSettings.of(two))
        .hasMessage("contact-points-required 3, expected 1 to the 2 contact points that are named");
  }
}
