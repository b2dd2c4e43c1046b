package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final int SEEDS = 200;
  private static final int STEPS = 400;
  private static final int MAX = 7;
  private static final int CLIENT_MAX = 3;

  private final Places places = new Places(MAX, CLIENT_MAX, "few-max");

  @Test
  void one_client_takes_its_share_and_is_told_which_limit_it_is() {
    ClientNetwork client = client("192.0.2.1");
    IntStream.range(0, CLIENT_MAX).forEach(time -> assertThat(places.take(client)).isEmpty());

    Problem refused = places.take(client).orElseThrow();

    assertThat(refused.code()).isEqualTo(ProblemCode.OVERLOADED);
    assertThat(refused.detail())
        .isEqualTo(
            "192.0.2.1 holds 3 such requests at this node, which is the most of one client"
                + " (few-max); end one, or ask another node");
    assertThat(places.take(client("192.0.2.2"))).isEmpty();
    places.giveBack(client);
    assertThat(places.take(client)).isEmpty();
  }

  @Test
  void a_client_is_one_address_of_the_old_protocol_and_a_network_of_the_new_one() {
    assertThat(client("192.0.2.1")).isNotEqualTo(client("192.0.2.2"));
    assertThat(client("::ffff:192.0.2.1")).isEqualTo(client("192.0.2.1"));
    assertThat(client("2001:db8:1:2::1"))
        .isEqualTo(client("2001:db8:1:2:3:4:5:6"))
        .isNotEqualTo(client("2001:db8:1:3::1"))
        .hasToString("2001:db8:1:2:0:0:0:0/64");
  }

  @Test
  void places_of_which_one_client_may_have_all_remember_nobody() {
    Places shared = new Places(1);

    assertThat(shared.take(client("192.0.2.1"))).isEmpty();

    assertThat(shared.clients()).isZero();
    assertThat(shared.take(client("192.0.2.2")).map(Problem::detail))
        .hasValue("all 1 places for such requests are taken, retry later");
  }

  @Test
  void whoever_comes_and_goes_in_whatever_order_nothing_is_lost_and_nobody_is_remembered() {
    for (int seed = 0; seed < SEEDS; seed++) {
      comeAndGo(new Random(seed));
    }
  }

  private static void comeAndGo(Random random) {
    Places places = new Places(MAX, CLIENT_MAX, "few-max");
    Map<ClientNetwork, Integer> held = new HashMap<>();
    List<ClientNetwork> taken = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(5) < 3) {
        ClientNetwork client = client("192.0.2." + random.nextInt(6));
        int own = held.getOrDefault(client, 0);
        Optional<Problem> refused = places.take(client);
        assertThat(refused.isEmpty()).isEqualTo(own < CLIENT_MAX && taken.size() < MAX);
        if (refused.isEmpty()) {
          held.merge(client, 1, Integer::sum);
          taken.add(client);
        }
      } else if (!taken.isEmpty()) {
        Collections.shuffle(taken, random);
        ClientNetwork client = taken.removeLast();
        held.merge(client, -1, Integer::sum);
        places.giveBack(client);
      }
      assertThat(places.clients()).isEqualTo(held.values().stream().filter(n -> n > 0).count());
    }
    taken.forEach(places::giveBack);
    assertThat(places.clients()).isZero();
  }

  private static ClientNetwork client(String address) {
    try {
      return ClientNetwork.of(InetAddress.getByName(address));
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
