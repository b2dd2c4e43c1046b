package amanah.client;

import static amanah.client.ClientScene.donated;
import static amanah.client.GrpcClientTest.replayed;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.protocol.EarlierTries;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an answer, what is tried again, where and after how long. */
class GrpcClientRetryTest {

  final ClientScene scene = new ClientScene();
  final GrpcClient client = scene.client();

  @AfterEach
  void close() {
    scene.close();
  }

  @Nested
  class A_refusal {

    @ParameterizedTest
    @CsvSource({
      "INVALID_ARGUMENT, invalid_amount",
      "NOT_FOUND, campaign_not_found",
      "RESOURCE_EXHAUSTED, limit_reached",
      "ALREADY_EXISTS, campaign_exists",
      "FAILED_PRECONDITION, idempotency_mismatch",
      "PERMISSION_DENIED, forbidden",
      "UNAUTHENTICATED, unauthenticated",
    })
    void is_an_answer_with_its_code(Status.Code status, String code) {
      scene.node.alwaysFails(Statuses.of(status, code));

      assertThat(donated(client)).isEqualTo(new Outcome.Refused<>(code, "as the script says"));

      assertThat(scene.node.tried()).hasSize(1);
    }

    @Test
    void of_something_else_than_a_node_has_its_status_for_a_code() {
      scene.node.alwaysFails(Status.UNIMPLEMENTED.asRuntimeException());

      assertThat(donated(client))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> {
                assertThat(refused.code()).isEqualTo("unimplemented");
                assertThat(refused.detail()).contains(scene.node.uri().toString());
              });
    }

    @Test
    void says_nothing_while_an_earlier_try_may_be_under_way() {
      scene
          .node
          .thenLosesTheRequest()
          .thenFails(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));

      assertThat(replayed(donated(client))).isFalse();
      assertThat(scene.node.tried()).hasSize(3);
    }

    @Test
    void is_definite_when_no_earlier_try_can_be_under_way_any_more() {
      scene
          .node
          .thenLosesTheRequest()
          .alwaysFails(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));

      assertThat(donated(client)).isInstanceOf(Outcome.Refused.class);
      assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    @Test
    void is_definite_only_when_its_try_began_after_no_other_could_be_under_way() {
      List<Duration> began = new CopyOnWriteArrayList<>();
      scene
          .node
          .thenLosesTheRequest()
          .always(
              (request, caller) -> {
                began.add(Duration.ofNanos(scene.time.nanoTime()));
                scene.time.passes(Duration.ofSeconds(4));
                caller.onError(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));
              });

      assertThat(donated(client)).isInstanceOf(Outcome.Refused.class);
      assertThat(began.getLast()).isGreaterThanOrEqualTo(EarlierTries.UNDER_WAY_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idempotency_mismatch", "currency_mismatch", "not_zakat_eligible"})
    void that_no_earlier_try_can_belie_is_definite_at_once(String code) {
      scene
          .node
          .thenLosesTheRequest()
          .alwaysFails(Statuses.of(Status.Code.FAILED_PRECONDITION, code));

      assertThat(donated(client)).isInstanceOf(Outcome.Refused.class);
      assertThat(scene.node.tried()).hasSize(2);
    }

    @Test
    void that_never_became_definite_is_no_refusal() {
      scene
          .node
          .thenLosesTheRequest()
          .alwaysFails(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));
      try (GrpcClient hasty =
          scene.client(RetryRules.USUAL.withPatience(Duration.ofSeconds(3)), scene.node.uri())) {
        assertThat(donated(hasty))
            .isInstanceOfSatisfying(
                Outcome.GivenUp.class,
                givenUp -> {
                  assertThat(givenUp.perhapsDone()).isTrue();
                  assertThat(givenUp.reason()).contains("campaign_not_active");
                });
      }
    }
  }

  @Nested
  class What_may_be_repeated {

    @ParameterizedTest
    @CsvSource({
      "UNAVAILABLE, overloaded, false",
      "UNAVAILABLE, unavailable, false",
      "RESOURCE_EXHAUSTED, rate_limited, false",
      "DEADLINE_EXCEEDED, timeout, true",
    })
    void is_repeated_and_given_up_with_what_is_known(
        Status.Code status, String code, boolean perhapsDone) {
      StatusRuntimeException notNow = Statuses.of(status, code);
      scene.node.thenFails(notNow).thenFails(notNow);

      assertThat(replayed(donated(client))).isFalse();
      assertThat(scene.node.tried()).hasSize(3);

      scene.node.alwaysFails(notNow);
      assertThat(donated(client))
          .isEqualTo(
              new Outcome.GivenUp<>(
                  scene.node.uri() + " answers " + code + ": as the script says (tried for 60 s)",
                  perhapsDone,
                  "d-1"));
    }

    @Test
    void waits_longer_each_time_and_not_for_a_predictable_time() {
      scene.node.alwaysFails(Statuses.of(Status.Code.UNAVAILABLE, "overloaded"));

      var unused = donated(client);

      List<Duration> waits = scene.time.waits();
      for (int repeat = 0; repeat < 8; repeat++) {
        long longestMillis = Math.min(50L << repeat, 2_000);
        assertThat(waits.get(repeat).toMillis()).isBetween(longestMillis / 2, longestMillis);
      }
      assertThat(waits.subList(8, waits.size() - 1))
          .doesNotHaveDuplicates()
          .allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
      assertThat(scene.time.waited()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void is_repeated_no_sooner_than_the_node_asked_for() {
      scene.node.thenFails(
          Statuses.of(Status.Code.UNAVAILABLE, "overloaded", Duration.ofSeconds(7)));

      var unused = donated(client);

      assertThat(scene.time.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void is_not_put_off_for_ever_by_a_node() {
      scene.node.thenFails(Statuses.of(Status.Code.UNAVAILABLE, "overloaded", Duration.ofHours(1)));

      var unused = donated(client);

      assertThat(scene.time.waits()).containsExactly(RetryRules.USUAL.leaveAloneMax());
    }

    @Test
    void does_not_include_a_nodes_own_defect_after_which_nobody_knows() {
      scene.node.alwaysFails(Statuses.of(Status.Code.INTERNAL, "internal"));

      assertThat(donated(client))
          .isInstanceOfSatisfying(
              Outcome.GivenUp.class, givenUp -> assertThat(givenUp.perhapsDone()).isTrue());
      assertThat(scene.node.tried()).hasSize(1);
    }
  }

  @Nested
  class Of_several_nodes {

    @Test
    void each_is_asked_in_turn() {
      StatusRuntimeException notNow = Statuses.of(Status.Code.UNAVAILABLE, "unavailable");
      scene.node.alwaysFails(notNow);
      scene.other.thenFails(notNow).thenFails(notNow);
      try (GrpcClient both =
          scene.client(ClientSettings.USUAL, scene.node.uri(), scene.other.uri())) {
        assertThat(replayed(donated(both))).isFalse();
      }
      assertThat(scene.other.tried()).hasSize(3);
      assertThat(scene.node.tried()).hasSize(3);
    }

    @Test
    void one_that_does_not_answer_in_time_is_left_for_the_next() {
      scene.node.always((request, caller) -> {});
      RetryRules quick = RetryRules.USUAL.withTryMax(Duration.ofMillis(100));
      try (GrpcClient both = scene.client(quick, scene.node.uri(), scene.other.uri())) {
        assertThat(replayed(donated(both))).isFalse();
        assertThat(replayed(donated(both))).isTrue();
      }
      assertThat(scene.node.tried()).isNotEmpty();
    }

    @Test
    void one_where_nobody_listens_is_left_for_the_next() throws IOException {
      try (GrpcClient both =
          scene.client(ClientSettings.USUAL, ClientScene.nobody(), scene.other.uri())) {
        assertThat(replayed(donated(both))).isFalse();
        assertThat(replayed(donated(both))).isTrue();
      }
    }

    @Test
    void where_none_listens_nothing_was_done() throws IOException {
      URI away = ClientScene.nobody();
      try (GrpcClient none = scene.client(ClientSettings.USUAL, away)) {
        assertThat(donated(none))
            .isEqualTo(
                new Outcome.GivenUp<>(
                    "nothing answers at " + away + " (tried for 60 s)", false, "d-1"));
      }
    }
  }
}
