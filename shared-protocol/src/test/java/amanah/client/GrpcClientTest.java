package amanah.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.NewDonation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client and nodes that answer as they were told to, by a clock that moves as he waits. */
class GrpcClientTest {

  static final NewDonation GIFT = NewDonation.newBuilder().setDonationId("d-1").build();

  final SharedLedger ledger = new SharedLedger();
  final ScriptedNode node = new ScriptedNode(ledger);
  final PassingTime time = new PassingTime();
  final GrpcClient client = client(ClientSettings.USUAL, node.uri());

  @AfterEach
  void close() {
    client.close();
    node.close();
  }

  GrpcClient client(ClientSettings settings, URI... nodes) {
    return new GrpcClient(
        List.of(nodes), NodeChoice.inTurn(nodes.length, 0), settings, time, new Random(1));
  }

  GrpcClient client(RetryRules rules, URI... nodes) {
    return client(ClientSettings.USUAL.withRetries(rules), nodes);
  }

  static <T> T answer(CompletionStage<T> asked) {
    return asked.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  static Outcome<DonateResponse> donated(GrpcClient client) {
    return answer(client.donate("well", GIFT));
  }

  static boolean replayed(Outcome<DonateResponse> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered<DonateResponse>) outcome).answer().getReplayed();
  }

  static URI nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }

  @Nested
  class A_call {

    @Test
    void is_answered() {
      assertThat(replayed(donated(client))).isFalse();
      assertThat(ledger.order("well")).containsExactly("d-1");
      assertThat(client.callsInFlight()).isZero();
    }

    @Test
    void whose_answer_is_lost_is_made_again_under_the_same_name_and_counts_once() {
      node.thenLosesTheAnswer().thenLosesTheAnswer();

      assertThat(replayed(donated(client))).isTrue();

      assertThat(node.tried()).extracting(ScriptedNode.Tried::donationId).containsOnly("d-1");
      assertThat(node.tried()).hasSize(3);
      assertThat(ledger.order("well")).containsExactly("d-1");
    }

    @Test
    void of_a_donation_without_a_name_gives_it_one_before_the_first_try() {
      node.thenLosesTheAnswer();

      Outcome<DonateResponse> outcome =
          answer(client.donate("well", NewDonation.getDefaultInstance()));

      assertThat(replayed(outcome)).isTrue();
      assertThat(ledger.order("well")).singleElement().asString().matches("[0-9a-f]{32}");
    }

    @Test
    void of_any_method_carries_its_name_at_each_try() {
      node.thenLosesTheRequest();
      DonateRequest request = DonateRequest.newBuilder().setCampaignId("well").build();

      var unused = answer(client.call(DonationServiceGrpc.getDonateMethod(), request, "mine"));

      assertThat(node.tried()).extracting(ScriptedNode.Tried::key).containsExactly("mine", "mine");
    }

    @Test
    void is_not_made_under_a_name_that_cannot_be_a_header() {
      DonateRequest request = DonateRequest.getDefaultInstance();

      assertThatThrownBy(
              () -> client.call(DonationServiceGrpc.getDonateMethod(), request, "two\nlines"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("two\nlines");
    }

    @Test
    void tells_the_node_how_long_each_try_may_take() {
      var unused = donated(client);

      assertThat(node.tried())
          .singleElement()
          .satisfies(tried -> assertThat(tried.timeout()).isNotNull());
    }
  }

  @Nested
  class A_refusal {

    @ParameterizedTest
    @CsvSource({
      "INVALID_ARGUMENT, invalid_amount", "NOT_FOUND, campaign_not_found",
      "ALREADY_EXISTS, campaign_exists", "FAILED_PRECONDITION, idempotency_mismatch",
      "PERMISSION_DENIED, forbidden", "UNAUTHENTICATED, unauthenticated",
    })
    void is_an_answer_with_its_code(Status.Code status, String code) {
      node.alwaysFails(Statuses.of(status, code));

      assertThat(donated(client)).isEqualTo(new Outcome.Refused<>(code, "as the script says"));

      assertThat(node.tried()).hasSize(1);
    }

    @Test
    void of_something_else_than_a_node_has_its_status_for_a_code() {
      node.alwaysFails(Status.UNIMPLEMENTED.asRuntimeException());

      assertThat(donated(client))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> {
                assertThat(refused.code()).isEqualTo("unimplemented");
                assertThat(refused.detail()).contains(node.uri().toString());
              });
    }

    @Test
    void says_nothing_while_an_earlier_try_may_be_under_way() {
      node.thenLosesTheRequest()
          .thenFails(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));

      assertThat(replayed(donated(client))).isFalse();
      assertThat(node.tried()).hasSize(3);
    }

    @Test
    void is_definite_when_no_earlier_try_can_be_under_way_any_more() {
      node.thenLosesTheRequest()
          .alwaysFails(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));

      assertThat(donated(client)).isInstanceOf(Outcome.Refused.class);
      assertThat(time.waited()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
    }

    @Test
    void that_never_became_definite_is_no_refusal() {
      node.thenLosesTheRequest()
          .alwaysFails(Statuses.of(Status.Code.FAILED_PRECONDITION, "campaign_not_active"));
      try (GrpcClient hasty =
          client(RetryRules.USUAL.withPatience(Duration.ofSeconds(3)), node.uri())) {
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
      node.thenFails(notNow).thenFails(notNow);

      assertThat(replayed(donated(client))).isFalse();
      assertThat(node.tried()).hasSize(3);

      node.alwaysFails(notNow);
      assertThat(donated(client))
          .isEqualTo(
              new Outcome.GivenUp<>(
                  node.uri() + " answers " + code + ": as the script says (tried for 60 s)",
                  perhapsDone,
                  "d-1"));
    }

    @Test
    void waits_longer_each_time_and_not_for_a_predictable_time() {
      node.alwaysFails(Statuses.of(Status.Code.UNAVAILABLE, "overloaded"));

      var unused = donated(client);

      List<Duration> waits = time.waits();
      for (int repeat = 0; repeat < 8; repeat++) {
        long longestMillis = Math.min(50L << repeat, 2_000);
        assertThat(waits.get(repeat).toMillis()).isBetween(longestMillis / 2, longestMillis);
      }
      assertThat(waits.subList(8, waits.size() - 1))
          .doesNotHaveDuplicates()
          .allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
      assertThat(time.waited()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void is_repeated_no_sooner_than_the_node_asked_for() {
      node.thenFails(
          Statuses.of(Status.Code.UNAVAILABLE, "overloaded", Duration.ofSeconds(7)));

      var unused = donated(client);

      assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void is_not_put_off_for_ever_by_a_node() {
      node.thenFails(Statuses.of(Status.Code.UNAVAILABLE, "overloaded", Duration.ofHours(1)));

      var unused = donated(client);

      assertThat(time.waits()).containsExactly(RetryRules.USUAL.leaveAloneMax());
    }

    @Test
    void does_not_include_a_nodes_own_defect_after_which_nobody_knows() {
      node.alwaysFails(Statuses.of(Status.Code.INTERNAL, "internal"));

      assertThat(donated(client))
          .isInstanceOfSatisfying(
              Outcome.GivenUp.class, givenUp -> assertThat(givenUp.perhapsDone()).isTrue());
      assertThat(node.tried()).hasSize(1);
    }
  }

  @Nested
  class Of_several_nodes {

    final ScriptedNode other = new ScriptedNode(ledger);

    @AfterEach
    void closeOther() {
      other.close();
    }

    @Test
    void each_is_asked_in_turn() {
      StatusRuntimeException notNow = Statuses.of(Status.Code.UNAVAILABLE, "unavailable");
      node.alwaysFails(notNow);
      other.thenFails(notNow).thenFails(notNow);
      try (GrpcClient both = client(ClientSettings.USUAL, node.uri(), other.uri())) {
        assertThat(replayed(donated(both))).isFalse();
      }
      assertThat(other.tried()).hasSize(3);
      assertThat(node.tried()).hasSize(3);
    }

    @Test
    void one_that_does_not_answer_in_time_is_left_for_the_next() {
      node.always((request, caller) -> {});
      RetryRules quick = RetryRules.USUAL.withTryMax(Duration.ofMillis(100));
      try (GrpcClient both = client(quick, node.uri(), other.uri())) {
        assertThat(replayed(donated(both))).isFalse();
        assertThat(replayed(donated(both))).isTrue();
      }
      assertThat(node.tried()).isNotEmpty();
    }

    @Test
    void one_where_nobody_listens_is_left_for_the_next() throws IOException {
      try (GrpcClient both = client(ClientSettings.USUAL, nobody(), other.uri())) {
        assertThat(replayed(donated(both))).isFalse();
        assertThat(replayed(donated(both))).isTrue();
      }
    }

    @Test
    void where_none_listens_nothing_was_done() throws IOException {
      URI away = nobody();
      try (GrpcClient none = client(ClientSettings.USUAL, away)) {
        assertThat(donated(none))
            .isEqualTo(
                new Outcome.GivenUp<>(
                    "nothing answers at " + away + " (tried for 60 s)", false, "d-1"));
      }
    }
  }

  @Nested
  class The_client {

    @Test
    void gives_up_a_call_untried_when_as_many_are_under_way_as_may_be() {
      node.always((request, caller) -> {});
      try (GrpcClient small =
          client(ClientSettings.USUAL.withCallsInFlightMax(2), node.uri())) {
        var first = small.donate("well", GIFT);
        var second = small.donate("well", GIFT);

        assertThat(donated(small))
            .isEqualTo(
                new Outcome.GivenUp<>(
                    "2 calls are under way, as many as there may be", false, "d-1"));
        assertThat(small.callsInFlight()).isEqualTo(2);
        assertThat(first.toCompletableFuture()).isNotDone();
        assertThat(second.toCompletableFuture()).isNotDone();
      }
    }

    @Test
    void gives_up_what_has_not_ended_when_it_is_closed() {
      node.always((request, caller) -> {});
      var asked = client.donate("well", GIFT);

      client.close();

      assertThat(answer(asked))
          .isEqualTo(new Outcome.GivenUp<>("the client was closed", true, "d-1"));
      assertThat(donated(client)).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void needs_the_door_of_a_node() {
      assertThatThrownBy(() -> client(ClientSettings.USUAL))
          .hasMessage("no node is named, expected at least one");
      assertThatThrownBy(() -> client(ClientSettings.USUAL, URI.create("localhost:8080")))
          .hasMessageContaining("expected such as http://127.0.0.1:8080");
    }
  }
}
