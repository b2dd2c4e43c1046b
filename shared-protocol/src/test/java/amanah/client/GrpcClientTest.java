package amanah.client;

import static amanah.client.ClientScene.GIFT;
import static amanah.client.ClientScene.donated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.NewDonation;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Calls, their names, and what a client bears. */
class GrpcClientTest {

  final ClientScene scene = new ClientScene();
  final GrpcClient client = scene.client();

  @AfterEach
  void close() {
    scene.close();
  }

  static boolean replayed(Outcome<DonateResponse> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered<DonateResponse>) outcome).answer().getReplayed();
  }

  @Nested
  class A_call {

    @Test
    void is_answered() {
      assertThat(replayed(donated(client))).isFalse();
      assertThat(scene.ledger.order("well")).containsExactly("d-1");
      assertThat(client.callsInFlight()).isZero();
    }

    @Test
    void whose_answer_is_lost_is_made_again_under_the_same_name_and_counts_once() {
      scene.node.thenLosesTheAnswer().thenLosesTheAnswer();

      assertThat(replayed(donated(client))).isTrue();

      assertThat(scene.node.tried()).extracting(ScriptedNode.Tried::donationId).containsOnly("d-1");
      assertThat(scene.node.tried()).hasSize(3);
      assertThat(scene.ledger.order("well")).containsExactly("d-1");
    }

    @Test
    void of_a_donation_without_a_name_gives_it_one_before_the_first_try() {
      scene.node.thenLosesTheAnswer();

      Outcome<DonateResponse> outcome =
          ToldOutcomes.await(client.donate("well", NewDonation.getDefaultInstance()));

      assertThat(replayed(outcome)).isTrue();
      assertThat(scene.ledger.order("well")).singleElement().asString().matches("[0-9a-f]{32}");
    }

    @Test
    void of_any_method_carries_its_name_at_each_try() {
      scene.node.thenLosesTheRequest();
      DonateRequest request = DonateRequest.newBuilder().setCampaignId("well").build();

      var unused =
          ToldOutcomes.await(client.call(DonationServiceGrpc.getDonateMethod(), request, "mine"));

      assertThat(scene.node.tried())
          .extracting(ScriptedNode.Tried::key)
          .containsExactly("mine", "mine");
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

      assertThat(scene.node.tried())
          .singleElement()
          .satisfies(tried -> assertThat(tried.timeout()).isNotNull());
    }
  }

  @Nested
  class The_client {

    @Test
    void gives_up_a_call_untried_when_as_many_are_under_way_as_may_be() {
      scene.node.always((request, caller) -> {});
      try (GrpcClient small =
          scene.client(ClientSettings.USUAL.withCallsInFlightMax(2), scene.node.uri())) {
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
      scene.node.always((request, caller) -> {});
      var asked = client.donate("well", GIFT);

      client.close();

      assertThat(ToldOutcomes.await(asked))
          .isEqualTo(new Outcome.GivenUp<>("the client was closed", true, "d-1"));
      assertThat(donated(client)).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void needs_the_door_of_a_node() {
      assertThatThrownBy(() -> scene.client(ClientSettings.USUAL))
          .hasMessage("no node is named, expected at least one");
      assertThatThrownBy(() -> scene.client(ClientSettings.USUAL, URI.create("localhost:8080")))
          .hasMessageContaining("expected such as http://127.0.0.1:8080");
    }
  }
}
