package amanah.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.NewDonation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A stream of donations to a node that answers, and what a stream bears. */
class DonationStreamTest {

  final ClientScene scene = new ClientScene();
  final GrpcClient client = scene.client();

  @AfterEach
  void close() {
    scene.close();
  }

  static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "d-" + number).toList();
  }

  static boolean replayed(Outcome<IntakeReceipt> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered<IntakeReceipt>) outcome).answer().getReplayed();
  }

  @Nested
  class Without_trouble {

    @Test
    void each_donation_has_one_receipt_and_their_order_is_kept() {
      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 5_000).finish();

      assertThat(told.all()).noneMatch(DonationStreamTest::replayed);
      assertThat(told.twice()).isEmpty();
      assertThat(scene.ledger.order("well")).isEqualTo(names(5_000));
    }

    @Test
    void what_gathers_while_the_transport_is_busy_goes_in_one_message() {
      new ToldOutcomes(client.donations()).offer("well", 5_000).finish();

      assertThat(scene.node.intake().messages())
          .hasSizeLessThan(1_000)
          .allMatch(donations -> donations <= 1_000);
    }

    @Test
    void a_refused_donation_does_not_hold_up_the_others() {
      scene.node.intake().refuses("d-2", "campaign_not_active", 1);

      ToldOutcomes told = new ToldOutcomes(client.donations()).offer("well", 3).finish();

      assertThat(told.of("d-2"))
          .isEqualTo(new Outcome.Refused<>("campaign_not_active", "as the script says"));
      assertThat(scene.ledger.order("well")).containsExactly("d-1", "d-3");
    }

    @Test
    void a_donation_without_a_name_gets_one() {
      DonationStream stream = client.donations();
      CompletableFuture<Outcome<IntakeReceipt>> told = new CompletableFuture<>();

      stream.offer(IntakeDonation.newBuilder().setCampaignId("well").build(), told::complete);

      assertThat(replayed(ToldOutcomes.await(told))).isFalse();
      assertThat(scene.ledger.order("well")).singleElement().asString().matches("[0-9a-f]{32}");
    }

    @Test
    void it_ends_when_its_caller_is_done() {
      DonationStream stream = client.donations();
      ToldOutcomes told = new ToldOutcomes(stream).offer("well", 1).finish();

      assertThat(scene.node.intake().goodEnds()).isOne();
      assertThatThrownBy(() -> told.offer("well", "d-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_that_was_never_used_ends_without_a_call() {
      new ToldOutcomes(client.donations()).finish();

      assertThat(scene.node.intake().streams()).isZero();
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
  class At_its_bounds {

    @Test
    void a_donation_is_not_taken_until_another_has_its_receipt() {
      CompletableFuture<Void> moment = new CompletableFuture<>();
      scene.node.intake().thenBreaksAt(1, moment);
      try (GrpcClient few =
          scene.client(StreamLimits.USUAL.withOpenDonationsMax(2), scene.node.uri())) {
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
      scene.node.intake().alwaysSilent();
      try (GrpcClient few = scene.client(small, scene.node.uri())) {
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
      assertThat(scene.node.intake().streams()).isZero();
    }

    @Test
    void a_message_has_no_more_than_a_node_takes() {
      StreamLimits small = new StreamLimits(1_000, 1_000_000, 7, 1_500, Duration.ofSeconds(60));
      try (GrpcClient few = scene.client(small, scene.node.uri())) {
        new ToldOutcomes(few.donations()).offer("well", 100).finish();
      }
      assertThat(scene.node.intake().messages()).allMatch(donations -> donations <= 7);
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
