package amanah.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderWayTest {

  private static final UnderWayLimits LIMITS =
      new UnderWayLimits(5, 3, 500, 300, Duration.ofSeconds(30));

  private final UnderWay underWay = new UnderWay(LIMITS);
  private final List<String> cut = new ArrayList<>();
  private final UnderWay.Connection one = connected("10.0.0.1", "one");
  private final UnderWay.Connection other = connected("10.0.0.2", "other");

  @Test
  void a_client_has_its_share_and_no_more() {
    assertThat(one.begin(0, false)).isNull();
    assertThat(one.begin(0, false)).isNull();
    assertThat(one.begin(0, false)).isNull();

    assertThat(one.begin(0, false))
        .extracting(Problem::code, Problem::detail)
        .containsExactly(
            ProblemCode.OVERLOADED,
            "10.0.0.1 has 3 requests under way at this node, the most of one client"
                + " (client-requests-max); take the answers, or ask another node");
    assertThat(other.begin(0, false)).isNull();
  }

  @Test
  void all_clients_have_what_the_node_bears_and_no_more() {
    assertThat(one.hold(300, false)).isNull();
    assertThat(other.hold(200, false)).isNull();

    assertThat(other.hold(1, false))
        .extracting(Problem::code, Problem::detail)
        .containsExactly(
            ProblemCode.OVERLOADED,
            "this node has 500 bytes under way, as many as it bears; retry later");
  }

  @Test
  void what_is_refused_is_not_held_against_anybody() {
    assertThat(one.begin(301, false)).isNotNull();
    assertThat(one.hold(301, false)).isNotNull();

    assertThat(underWay.requests()).isZero();
    assertThat(underWay.bytes()).isZero();
    assertThat(one.begin(300, false)).isNull();
  }

  @Test
  void while_answers_are_not_taken_their_client_begins_nothing_more() {
    assertThat(one.begin(0, false)).isNull();

    one.answer(300);

    assertThat(one.begin(1, false)).isNotNull();
    assertThat(other.begin(1, false)).isNull();
    one.end(0, 300);
    assertThat(one.begin(1, false)).isNull();
  }

  @Test
  void of_too_many_answers_the_connection_that_leaves_most_is_cut_whoever_is_answered_next() {
    UnderWay.Connection second = connected("10.0.0.1", "second");
    one.answer(290);
    second.answer(10);
    assertThat(cut).isEmpty();

    second.answer(1);
    assertThat(cut).containsExactly("one");

    second.answer(280);
    assertThat(cut).as("what is being cut counts no more").containsExactly("one");
    second.answer(10);
    assertThat(cut).containsExactly("one", "second");
  }

  @Test
  void what_was_taken_is_no_reason_to_cut() {
    for (int count = 0; count < 10; count++) {
      one.answer(200);
      one.end(0, 200);
    }

    assertThat(cut).isEmpty();
  }

  @Test
  void what_is_vital_has_room_when_the_others_have_taken_theirs_and_no_more_than_that() {
    assertThat(one.begin(300, false)).isNull();
    assertThat(other.begin(200, false)).isNull();
    UnderWay.Connection third = connected("10.0.0.3", "third");

    assertThat(third.begin(1, false)).isNotNull();
    assertThat(third.begin(1, true)).isNull();
    assertThat(third.begin(300, true)).as("its client's share").isNotNull();
    assertThat(connected("10.0.0.4", "fourth").begin(300, true)).isNull();
    assertThat(connected("10.0.0.5", "fifth").begin(199, true)).isNull();
    assertThat(connected("10.0.0.6", "sixth").begin(1, true)).isNotNull();
  }

  @Test
  void of_vital_requests_there_are_not_more_than_twice_as_many() {
    for (int count = 0; count < 2 * LIMITS.requestsMax(); count++) {
      assertThat(connected("10.0.1." + count, "prober").begin(0, true)).isNull();
    }

    assertThat(connected("10.0.2.1", "prober").begin(0, true)).isNotNull();
  }

  @Test
  void what_has_ended_is_given_back() {
    assertThat(one.begin(100, false)).isNull();
    assertThat(one.hold(50, false)).isNull();
    one.end(150, 0);

    assertThat(underWay.requests()).isZero();
    assertThat(underWay.bytes()).isZero();
  }

  @Test
  void a_client_is_remembered_as_long_as_it_has_a_connection() {
    UnderWay.Connection again = connected("10.0.0.1", "again");
    assertThat(underWay.clients()).isEqualTo(2);

    one.disconnected();
    assertThat(underWay.clients()).isEqualTo(2);

    again.disconnected();
    assertThat(underWay.clients()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 1 | 9 | 1 | 30 | requests-max 0, expected more than 0",
        "9 | 0 | 9 | 1 | 30 | client-requests-max 0, expected 1 to 9 (requests-max)",
        "9 | 10 | 9 | 1 | 30 | client-requests-max 10, expected 1 to 9 (requests-max)",
        "9 | 1 | 0 | 1 | 30 | bytes-max 0, expected more than 0",
        "9 | 1 | 9 | 10 | 30 | client-bytes-max 10, expected 1 to 9 (bytes-max)",
        "9 | 1 | 9 | 1 | 0 | taking-max PT0S, expected more than 0",
      })
  void limits_that_could_never_work_are_refused(
      int requests, int clientRequests, long bytes, long clientBytes, long taking, String why) {
    assertThatThrownBy(
            () ->
                new UnderWayLimits(
                    requests, clientRequests, bytes, clientBytes, Duration.ofSeconds(taking)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("http under-way." + why);
  }

  private UnderWay.Connection connected(String address, String name) {
    return underWay.connected(network(address), () -> cut.add(name));
  }

  private static ClientNetwork network(String address) {
    try {
      return ClientNetwork.of(InetAddress.getByName(address));
    } catch (UnknownHostException noSuchAddress) {
      throw new IllegalArgumentException(noSuchAddress);
    }
  }
}
