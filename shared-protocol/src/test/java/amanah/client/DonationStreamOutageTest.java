package amanah.client;

import static amanah.client.DonationStreamTest.names;
import static amanah.client.DonationStreamTest.replayed;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.v1.IntakeReceipt;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A stream of donations to nodes that break, end, refuse and say nothing. */
class DonationStreamOutageTest {

  final StatusRuntimeException stopping = Statuses.of(Status.Code.UNAVAILABLE, "unavailable");

  final ClientScene scene = new ClientScene();
  final GrpcClient client = scene.client();

  @AfterEach
  void close() {
    scene.close();
  }

  static Outcome<IntakeReceipt> givenUp(String reason, boolean perhapsDone, String name) {
    return new Outcome.GivenUp<>(reason, perhapsDone, name);
  }

  @Nested
  class In_trouble {

    @Test
    void what_has_no_receipt_on_a_broken_call_is_sent_again_in_order_and_counts_once() {
      scene.node.intake().thenBreaksAt(700).thenBreaksAt(1).thenBreaksAt(1_500);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 5_000).finish();

      assertThat(told.all()).hasSize(5_000).allMatch(Outcome.Answered.class::isInstance);
      assertThat(told.twice()).isEmpty();
      assertThat(scene.ledger.order("well")).isEqualTo(names(5_000));
      assertThat(scene.node.intake().streams()).isEqualTo(4);
    }

    @Test
    void a_node_that_stops_is_left_for_the_next() {
      scene.node.intake().thenEndsAt(700, stopping).alwaysEnds(stopping);
      scene.other.intake().thenEndsAt(400, stopping);
      try (GrpcClient both =
          scene.client(StreamLimits.USUAL, scene.node.uri(), scene.other.uri())) {
        ToldOutcomes told = new ToldOutcomes(both.donations()).offer("well", 2_000).finish();

        assertThat(told.all()).allMatch(Outcome.Answered.class::isInstance);
      }
      assertThat(scene.ledger.order("well")).isEqualTo(names(2_000));
    }

    @Test
    void a_node_that_says_nothing_is_left_for_the_next() {
      scene.node.intake().alwaysSilent();
      scene.other.intake().thenIsSilentFrom(1);
      try (GrpcClient both =
          scene.client(
              ClientScene.silentAtMost(Duration.ofMillis(150)),
              scene.node.uri(),
              scene.other.uri())) {
        new ToldOutcomes(both.donations()).offer("well", 10).finish();
      }
      assertThat(scene.ledger.order("well")).isEqualTo(names(10));
    }

    @Test
    void a_node_that_says_nothing_but_not_now_is_left_for_the_next() {
      scene.node.intake().refuses("d-1", "unavailable", Integer.MAX_VALUE);
      scene.other.intake().refuses("d-1", "unavailable", 1);
      try (GrpcClient both =
          scene.client(StreamLimits.USUAL, scene.node.uri(), scene.other.uri())) {
        ToldOutcomes told = new ToldOutcomes(both.donations()).offer("well", 1).finish();

        assertThat(replayed(told.of("d-1"))).isFalse();
      }
    }

    @Test
    void what_is_refused_for_the_moment_is_sent_again_by_itself() {
      scene
          .node
          .intake()
          .refuses("d-2", "overloaded", 3)
          .refuses("d-3", "timeout", 2)
          .refuses("d-4", "unavailable", 1);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 5).finish();

      assertThat(told.all()).noneMatch(DonationStreamTest::replayed);
      assertThat(scene.ledger.order("well")).hasSize(5).containsSubsequence("d-1", "d-5", "d-2");
      assertThat(scene.node.intake().streams()).isOne();
      assertThat(scene.time.waits()).hasSizeBetween(3, 6);
    }

    @Test
    void a_refusal_says_nothing_while_an_earlier_try_may_be_under_way() {
      scene.node.intake().thenBreaksAt(1).refuses("d-1", "campaign_not_active", 1);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1).finish();

      assertThat(replayed(told.of("d-1"))).isFalse();
    }

    @Test
    void a_refusal_is_definite_when_no_earlier_try_can_be_under_way_any_more() {
      scene.node.intake().thenBreaksAt(1).refuses("d-1", "campaign_not_active", Integer.MAX_VALUE);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1).finish();

      assertThat(told.of("d-1")).isInstanceOf(Outcome.Refused.class);
      assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
    }
  }

  @Nested
  class At_the_end_of_patience {

    @Test
    void all_without_a_receipt_are_told_of_one_by_one() {
      scene.node.intake().thenEndsAt(3, stopping).alwaysEnds(stopping);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 4).finish();

      String reason =
          scene.node.uri() + " answers unavailable: as the script says (tried for 60 s)";
      assertThat(told.of("d-1")).isInstanceOf(Outcome.Answered.class);
      assertThat(told.of("d-3")).isEqualTo(givenUp(reason, true, "d-3"));
      assertThat(told.of("d-4")).isEqualTo(givenUp(reason, true, "d-4"));
      assertThat(scene.time.waited()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void where_nobody_listened_nothing_was_done() throws IOException {
      URI away = ClientScene.nobody();
      try (GrpcClient none = scene.client(StreamLimits.USUAL, away)) {
        ToldOutcomes told = new ToldOutcomes(none.donations()).offer("well", 2).finish();

        assertThat(told.of("d-2"))
            .isEqualTo(givenUp("nothing answers at " + away + " (tried for 60 s)", false, "d-2"));
      }
    }

    @Test
    void one_that_is_refused_for_the_moment_for_so_long_is_given_up_alone() {
      scene.node.intake().refuses("d-2", "overloaded", Integer.MAX_VALUE);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 3).finish();

      assertThat(told.of("d-2"))
          .isEqualTo(
              givenUp(
                  scene.node.uri() + " answers overloaded: as the script says (tried for 60 s)",
                  false,
                  "d-2"));
      assertThat(scene.ledger.order("well")).containsExactly("d-1", "d-3");
    }

    @Test
    void what_is_offered_afterwards_is_tried_anew() {
      scene.node.intake().alwaysEnds(stopping);
      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1);
      assertThat(told.of("d-1")).isInstanceOf(Outcome.GivenUp.class);
      scene.node.intake().alwaysGoesWell();

      assertThat(told.offer("well", "d-2")).isTrue();

      assertThat(replayed(told.of("d-2"))).isFalse();
    }

    @Test
    void a_stream_that_is_refused_is_not_tried_again() {
      scene.node.intake().alwaysEnds(Status.UNIMPLEMENTED.asRuntimeException());

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1).finish();

      assertThat(told.of("d-1")).isInstanceOf(Outcome.GivenUp.class);
      assertThat(scene.node.intake().streams()).isOne();
      assertThat(scene.time.waits()).isEmpty();
    }

    @Test
    void a_receipt_that_was_not_due_is_loud() {
      scene.node.intake().thenTellsOfAnotherAt(2);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 2).finish();

      assertThat(told.of("d-2"))
          .isInstanceOfSatisfying(
              Outcome.GivenUp.class, lost -> assertThat(lost.reason()).contains("was not due"));
    }

    @Test
    void a_stream_that_is_broken_off_gives_up_what_is_open() {
      scene.node.intake().alwaysSilent();
      DonationStream stream = client.donations();
      ToldOutcomes told = new ToldOutcomes(stream).offer("well", 2);

      stream.close();

      assertThat(told.all()).allMatch(Outcome.GivenUp.class::isInstance);
      assertThat(told.offer("well", "d-3")).isTrue();
      assertThat(told.of("d-3")).isEqualTo(givenUp("the stream was closed", false, "d-3"));
    }
  }
}
