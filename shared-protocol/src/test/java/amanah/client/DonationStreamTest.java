package amanah.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.NewDonation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A stream of donations to nodes that follow a script, by a clock that moves as it waits. */
class DonationStreamTest {

  static final StatusRuntimeException STOPPING =
      Statuses.of(Status.Code.UNAVAILABLE, "unavailable");

  final SharedLedger ledger = new SharedLedger();
  final ScriptedNode node = new ScriptedNode(ledger);
  final ScriptedNode other = new ScriptedNode(ledger);
  final PassingTime time = new PassingTime();
  final GrpcClient client = client(StreamLimits.USUAL, node.uri());

  @AfterEach
  void close() {
    client.close();
    node.close();
    other.close();
  }

  GrpcClient client(StreamLimits limits, URI... nodes) {
    return new GrpcClient(
        List.of(nodes),
        NodeChoice.inTurn(nodes.length, 0),
        ClientSettings.USUAL.withStream(limits),
        time,
        new Random(1));
  }

  static StreamLimits silentAtMost(Duration silenceMax) {
    StreamLimits usual = StreamLimits.USUAL;
    return new StreamLimits(
        usual.openDonationsMax(),
        usual.openBytesMax(),
        usual.messageDonationsMax(),
        usual.messageBytesMax(),
        silenceMax);
  }

  static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "d-" + number).toList();
  }

  static boolean replayed(Outcome<IntakeReceipt> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered<IntakeReceipt>) outcome).answer().getReplayed();
  }

  static Outcome<IntakeReceipt> givenUp(String reason, boolean perhapsDone, String name) {
    return new Outcome.GivenUp<>(reason, perhapsDone, name);
  }

  @Nested
  class Without_trouble {

    @Test
    void each_donation_has_one_receipt_and_their_order_is_kept() {
      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 5_000).finish();

      assertThat(told.all()).noneMatch(DonationStreamTest::replayed);
      assertThat(told.twice()).isEmpty();
      assertThat(ledger.order("well")).isEqualTo(names(5_000));
    }

    @Test
    void what_gathers_while_the_transport_is_busy_goes_in_one_message() {
      new ToldOutcomes(client.donations()).offer("well", 5_000).finish();

      assertThat(node.intake().messages())
          .hasSizeLessThan(1_000)
          .allMatch(donations -> donations <= 1_000);
    }

    @Test
    void a_refused_donation_does_not_hold_up_the_others() {
      node.intake().refuses("d-2", "campaign_not_active", 1);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 3).finish();

      assertThat(told.of("d-2"))
          .isEqualTo(new Outcome.Refused<>("campaign_not_active", "as the script says"));
      assertThat(ledger.order("well")).containsExactly("d-1", "d-3");
    }

    @Test
    void a_donation_without_a_name_gets_one() {
      DonationStream stream = client.donations();
      CompletableFuture<Outcome<IntakeReceipt>> told = new CompletableFuture<>();

      stream.offer(IntakeDonation.newBuilder().setCampaignId("well").build(), told::complete);

      assertThat(replayed(ToldOutcomes.await(told))).isFalse();
      assertThat(ledger.order("well")).singleElement().asString().matches("[0-9a-f]{32}");
    }

    @Test
    void it_ends_when_its_caller_is_done() {
      DonationStream stream = client.donations();
      ToldOutcomes told = new ToldOutcomes(stream).offer("well", 1).finish();

      assertThat(node.intake().goodEnds()).isOne();
      assertThatThrownBy(() -> told.offer("well", "d-2"))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_that_was_never_used_ends_without_a_call() {
      new ToldOutcomes(client.donations()).finish();

      assertThat(node.intake().streams()).isZero();
    }

    @Test
    void who_throws_when_he_is_told_harms_nobody_else() {
      DonationStream stream = client.donations();
      stream.offer(
          ToldOutcomes.gift("well", "d-0"),
          outcome -> {
            throw new IllegalArgumentException("a caller's mistake");
          });

      ToldOutcomes told = new ToldOutcomes(stream).offer("well", 2).finish();

      assertThat(told.all()).noneMatch(DonationStreamTest::replayed);
    }
  }

  @Nested
  class In_trouble {

    @Test
    void what_has_no_receipt_on_a_broken_call_is_sent_again_in_order_and_counts_once() {
      node.intake().thenBreaksAt(700).thenBreaksAt(1).thenBreaksAt(1_500);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 5_000).finish();

      assertThat(told.all()).hasSize(5_000).allMatch(Outcome.Answered.class::isInstance);
      assertThat(told.twice()).isEmpty();
      assertThat(ledger.order("well")).isEqualTo(names(5_000));
      assertThat(node.intake().streams()).isEqualTo(4);
    }

    @Test
    void a_node_that_stops_is_left_for_the_next() {
      node.intake().thenEndsAt(700, STOPPING).alwaysEnds(STOPPING);
      other.intake().thenEndsAt(400, STOPPING);
      try (GrpcClient both = client(StreamLimits.USUAL, node.uri(), other.uri())) {
        ToldOutcomes told = new ToldOutcomes(both.donations()).offer("well", 2_000).finish();

        assertThat(told.all()).allMatch(Outcome.Answered.class::isInstance);
      }
      assertThat(ledger.order("well")).isEqualTo(names(2_000));
    }

    @Test
    void a_node_that_says_nothing_is_left_for_the_next() {
      node.intake().alwaysSilent();
      other.intake().thenIsSilentFrom(1);
      try (GrpcClient both =
          client(silentAtMost(Duration.ofMillis(150)), node.uri(), other.uri())) {
        new ToldOutcomes(both.donations()).offer("well", 10).finish();
      }
      assertThat(ledger.order("well")).isEqualTo(names(10));
    }

    @Test
    void a_node_that_says_nothing_but_not_now_is_left_for_the_next() {
      node.intake().refuses("d-1", "unavailable", Integer.MAX_VALUE);
      other.intake().refuses("d-1", "unavailable", 1);
      try (GrpcClient both = client(StreamLimits.USUAL, node.uri(), other.uri())) {
        ToldOutcomes told = new ToldOutcomes(both.donations()).offer("well", 1).finish();

        assertThat(replayed(told.of("d-1"))).isFalse();
      }
    }

    @Test
    void what_is_refused_for_the_moment_is_sent_again_by_itself() {
      node.intake()
          .refuses("d-2", "overloaded", 3)
          .refuses("d-3", "timeout", 2)
          .refuses("d-4", "unavailable", 1);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 5).finish();

      assertThat(told.all()).noneMatch(DonationStreamTest::replayed);
      assertThat(ledger.order("well")).hasSize(5).containsSubsequence("d-1", "d-5", "d-2");
      assertThat(node.intake().streams()).isOne();
      assertThat(time.waits()).hasSizeBetween(3, 6);
    }

    @Test
    void a_refusal_says_nothing_while_an_earlier_try_may_be_under_way() {
      node.intake().thenBreaksAt(1).refuses("d-1", "campaign_not_active", 1);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1).finish();

      assertThat(replayed(told.of("d-1"))).isFalse();
    }

    @Test
    void a_refusal_is_definite_when_no_earlier_try_can_be_under_way_any_more() {
      node.intake().thenBreaksAt(1).refuses("d-1", "campaign_not_active", Integer.MAX_VALUE);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1).finish();

      assertThat(told.of("d-1")).isInstanceOf(Outcome.Refused.class);
      assertThat(time.waited()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(13));
    }
  }

  @Nested
  class At_the_end_of_patience {

    @Test
    void all_without_a_receipt_are_told_of_one_by_one() {
      node.intake().thenEndsAt(3, STOPPING).alwaysEnds(STOPPING);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 4).finish();

      String reason = node.uri() + " answers unavailable: as the script says (tried for 60 s)";
      assertThat(told.of("d-1")).isInstanceOf(Outcome.Answered.class);
      assertThat(told.of("d-3")).isEqualTo(givenUp(reason, true, "d-3"));
      assertThat(told.of("d-4")).isEqualTo(givenUp(reason, true, "d-4"));
      assertThat(time.waited()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void where_nobody_listened_nothing_was_done() throws IOException {
      URI away = GrpcClientTest.nobody();
      try (GrpcClient none = client(StreamLimits.USUAL, away)) {
        ToldOutcomes told = new ToldOutcomes(none.donations()).offer("well", 2).finish();

        assertThat(told.of("d-2"))
            .isEqualTo(givenUp("nothing answers at " + away + " (tried for 60 s)", false, "d-2"));
      }
    }

    @Test
    void one_that_is_refused_for_the_moment_for_so_long_is_given_up_alone() {
      node.intake().refuses("d-2", "overloaded", Integer.MAX_VALUE);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 3).finish();

      assertThat(told.of("d-2"))
          .isEqualTo(
              givenUp(
                  node.uri() + " answers overloaded: as the script says (tried for 60 s)",
                  false,
                  "d-2"));
      assertThat(ledger.order("well")).containsExactly("d-1", "d-3");
    }

    @Test
    void what_is_offered_afterwards_is_tried_anew() {
      node.intake().alwaysEnds(STOPPING);
      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1);
      assertThat(told.of("d-1")).isInstanceOf(Outcome.GivenUp.class);
      node.intake().alwaysGoesWell();

      assertThat(told.offer("well", "d-2")).isTrue();

      assertThat(replayed(told.of("d-2"))).isFalse();
    }

    @Test
    void a_stream_that_is_refused_is_not_tried_again() {
      node.intake().alwaysEnds(Status.UNIMPLEMENTED.asRuntimeException());

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 1).finish();

      assertThat(told.of("d-1")).isInstanceOf(Outcome.GivenUp.class);
      assertThat(node.intake().streams()).isOne();
      assertThat(time.waits()).isEmpty();
    }

    @Test
    void a_receipt_that_was_not_due_is_loud() {
      node.intake().thenTellsOfAnotherAt(2);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 2).finish();

      assertThat(told.of("d-2"))
          .isInstanceOfSatisfying(
              Outcome.GivenUp.class, lost -> assertThat(lost.reason()).contains("was not due"));
    }

    @Test
    void a_stream_that_is_broken_off_gives_up_what_is_open() {
      node.intake().alwaysSilent();
      DonationStream stream = client.donations();
      ToldOutcomes told = new ToldOutcomes(stream).offer("well", 2);

      stream.close();

      assertThat(told.all()).allMatch(Outcome.GivenUp.class::isInstance);
      assertThat(told.offer("well", "d-3")).isTrue();
      assertThat(told.of("d-3")).isEqualTo(givenUp("the stream was closed", false, "d-3"));
    }
  }

  @Nested
  class At_its_bounds {

    @Test
    void a_donation_is_not_taken_until_another_has_its_receipt() {
      CompletableFuture<Void> moment = new CompletableFuture<>();
      node.intake().thenBreaksAt(1, moment);
      try (GrpcClient few = client(StreamLimits.USUAL.withOpenDonationsMax(2), node.uri())) {
        DonationStream stream = few.donations();
        ToldOutcomes told = new ToldOutcomes(stream).offer("well", 2);

        assertThat(told.offer("well", "d-3")).isFalse();
        assertThat(stream.open()).isEqualTo(2);

        assertThat(stream.whenRoom().toCompletableFuture()).isNotDone();
        moment.complete(null);
        ToldOutcomes.await(stream.whenRoom());

        assertThat(told.offer("well", "d-3")).isTrue();
        assertThat(replayed(told.finish().of("d-3"))).isFalse();
      }
    }

    @Test
    void bytes_are_bounded_as_donations_are() {
      StreamLimits small = new StreamLimits(100, 2_000, 100, 1_500, Duration.ofSeconds(60));
      node.intake().alwaysSilent();
      try (GrpcClient few = client(small, node.uri())) {
        DonationStream stream = few.donations();

        assertThat(stream.offer(large("d-1", 1_200), outcome -> {})).isTrue();
        assertThat(stream.offer(large("d-2", 1_200), outcome -> {})).isFalse();
        assertThat(stream.offer(large("d-3", 200), outcome -> {})).isTrue();
      }
    }

    @Test
    void a_donation_larger_than_a_message_is_refused_and_never_sent() {
      CompletableFuture<Outcome<IntakeReceipt>> told = new CompletableFuture<>();

      client.donations().offer(large("d-1", 300_000), told::complete);

      assertThat(ToldOutcomes.await(told))
          .isInstanceOfSatisfying(
              Outcome.Refused.class, no -> assertThat(no.code()).isEqualTo("too_large"));
      assertThat(node.intake().streams()).isZero();
    }

    @Test
    void a_message_has_no_more_than_a_node_takes() {
      StreamLimits small = new StreamLimits(1_000, 1_000_000, 7, 1_500, Duration.ofSeconds(60));
      try (GrpcClient few = client(small, node.uri())) {
        new ToldOutcomes(few.donations()).offer("well", 100).finish();
      }
      assertThat(node.intake().messages()).allMatch(donations -> donations <= 7);
    }

    private static IntakeDonation large(String donationId, int bytes) {
      return IntakeDonation.newBuilder()
          .setCampaignId("well")
          .setDonation(
              NewDonation.newBuilder().setDonationId(donationId).setMessage("x".repeat(bytes)))
          .build();
    }
  }
}
