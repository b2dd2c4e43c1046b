package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import amanah.testing.parity.Asking;
import amanah.v1.IntakeReceipt;
import amanah.v1.NewDonation;
import amanah.v1.OutcomeStatus;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeEndTest {

  private static final IntakeLimits TWO_STREAMS =
      new IntakeLimits(2, 65_536, 50, 200, 65_536, Duration.ofMinutes(1));

  private final List<TwoDoors> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(TwoDoors::close);
  }

  private TwoDoors doors(IntakeLimits limits, String... campaigns) {
    TwoDoors doors = TwoDoors.with(limits, campaigns);
    opened.add(doors);
    return doors;
  }

  @Test
  void a_broken_stream_is_resumed_by_sending_again_what_had_no_receipt() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well");
    Receipts broken = Receipts.open(here);
    for (int number = 1; number <= 600; number++) {
      broken.send("well", donation(number));
    }
    List<IntakeReceipt> had = new ArrayList<>(broken.await(1));
    broken.stream().cancel("the network went away", null);
    assertThat(broken.awaitEnd()).isNotNull();

    Receipts resumed = Receipts.open(here);
    for (int number = had.size() + 1; number <= 600; number++) {
      resumed.send("well", donation(number));
    }
    resumed.stream().onCompleted();
    assertThat(resumed.awaitEnd()).isNull();

    assertThat(resumed.count() + had.size()).isEqualTo(600);
    assertThat(resumed.await(resumed.count()))
        .allMatch(receipt -> receipt.getStatus() == OutcomeStatus.OUTCOME_STATUS_CAPTURED);
    assertThat(here.campaigns.changes()).isEqualTo(1 + 600);
  }

  @Test
  void what_waits_when_the_caller_has_gone_is_never_asked_about() {
    TwoDoors here = doors(TWO_STREAMS, "well");
    long before = here.campaigns.asked();
    CompletableFuture<Void> opening = new CompletableFuture<>();
    here.campaigns.answerAfter(opening);
    Receipts other = Receipts.open(here);
    Receipts receipts = Receipts.open(here);
    receipts.send("well", donation(1));
    here.campaigns.awaitAsked(before + 1);
    receipts.send("well", donation(2), donation(3));
    receipts.stream().cancel("enough", null);
    assertThat(receipts.awaitEnd()).isNotNull();
    assertThat(Receipts.findPlace(here)).isTrue();
    opening.complete(null);

    other.send("well", donation(1));
    other.stream().onCompleted();
    assertThat(other.awaitEnd()).isNull();
    assertThat(other.await(1).getFirst().getReplayed()).isTrue();
    assertThat(here.campaigns.changes()).isEqualTo(2);
  }

  @Test
  void a_deadline_ends_the_stream_and_bounds_what_is_asked() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well");
    here.campaigns.answerAfter(new CompletableFuture<>());
    Receipts receipts = Receipts.open(here, Duration.ofSeconds(2));
    receipts.send("well", donation(1));

    assertThat(status(receipts.awaitEnd()).getStatus().getCode())
        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(here.campaigns.patiences())
        .last()
        .satisfies(
            patience -> assertThat(patience).isBetween(Duration.ZERO, Duration.ofSeconds(2)));
  }

  @Test
  void a_refusal_of_everything_is_told_for_each_donation() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well");
    here.campaigns.refuse(Refusal.OVERLOADED);
    Receipts receipts = Receipts.open(here);
    receipts.send("well", donation(1), donation(2));
    receipts.stream().onCompleted();

    assertThat(receipts.awaitEnd()).isNull();
    assertThat(receipts.await(2).stream().map(IntakeReceipt::getCode))
        .containsExactly("overloaded", "overloaded");
  }

  @Test
  void a_node_that_stops_gives_the_receipts_of_what_it_took_and_ends_the_stream() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well");
    long before = here.campaigns.asked();
    CompletableFuture<Void> opening = new CompletableFuture<>();
    here.campaigns.answerAfter(opening);
    Receipts receipts = Receipts.open(here);
    receipts.send("well", donation(1));
    here.campaigns.awaitAsked(before + 1);
    CompletableFuture<Void> stopped = here.stop().toCompletableFuture();
    assertThat(stopped).isNotDone();
    opening.complete(null);

    assertThat(receipts.await(1)).hasSize(1);
    assertThat(Asking.refused(status(receipts.awaitEnd())).code()).isEqualTo("unavailable");
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(60));
  }

  private static StatusRuntimeException status(@Nullable Throwable end) {
    if (end instanceof StatusRuntimeException refused) {
      return refused;
    }
    throw new AssertionError("expected a status", end);
  }

  private static NewDonation.Builder donation(int number) {
    return Samples.donation("d-" + number);
  }
}
