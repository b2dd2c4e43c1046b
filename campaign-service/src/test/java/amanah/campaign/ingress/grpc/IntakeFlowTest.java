package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.testing.parity.Asking;
import amanah.testing.parity.Told;
import amanah.v1.IntakeDonation;
import amanah.v1.IntakeRequest;
import amanah.v1.NewDonation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeFlowTest {

  private static final IntakeLimits NARROW =
      new IntakeLimits(2, 64 * 1024, 50, 200, 1024 * 1024, Duration.ofMinutes(1));

  /** Donations may be as many as they like, and their bytes not. */
  private static final IntakeLimits FEW_BYTES =
      new IntakeLimits(2, 64 * 1024, 50, 1_000_000, 100 * 1024, Duration.ofMinutes(1));

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

  @ParameterizedTest
  @MethodSource("bounds")
  void a_stalled_ledger_stops_the_sender_and_what_is_held_is_bounded(IntakeLimits limits) {
    TwoDoors here = doors(limits, "well");
    CompletableFuture<Void> opening = new CompletableFuture<>();
    here.campaigns.answerAfter(opening);
    Receipts receipts = Receipts.open(here);
    String words = "x".repeat(900);
    int sent = sendWhileReady(receipts, words, 20_000);

    // Some hundreds in the stream, and what fits between the two: no more.
    assertThat(sent).isLessThan(5_000);
    opening.complete(null);
    receipts.await(sent);
    for (int number = sent + 1; number <= sent + 500; number++) {
      receipts.send("well", donation(number));
    }
    receipts.stream().onCompleted();
    assertThat(receipts.awaitEnd()).isNull();
    assertThat(receipts.count()).isEqualTo(sent + 500);
  }

  private static Stream<IntakeLimits> bounds() {
    return Stream.of(NARROW, FEW_BYTES);
  }

  @Test
  void a_caller_who_reads_no_receipts_stops_his_own_stream_only() {
    TwoDoors here = doors(NARROW, "well", "school");
    Receipts lazy = Receipts.unread(here);
    int sent = sendWhileReady(lazy, "x".repeat(900), 40_000);

    assertThat(sent).isLessThan(20_000);
    Receipts eager = Receipts.open(here);
    for (int number = 1; number <= 1_000; number++) {
      eager.send("school", donation(number));
    }
    eager.stream().onCompleted();
    assertThat(eager.awaitEnd()).isNull();
    assertThat(eager.count()).isEqualTo(1_000);
    assertThat(lazy.count()).isZero();

    lazy.read();
    lazy.stream().onCompleted();
    assertThat(lazy.awaitEnd()).isNull();
    assertThat(lazy.count()).isEqualTo(sent);
  }

  /** Sends until the transport takes no more for a while; says how many. */
  private int sendWhileReady(Receipts receipts, String words, int countMax) {
    int sent = 0;
    long quietSince = System.nanoTime();
    while (sent < countMax && System.nanoTime() - quietSince < TimeUnit.MILLISECONDS.toNanos(700)) {
      if (receipts.stream().isReady()) {
        receipts.send("well", donation(++sent).setMessage(words));
        quietSince = System.nanoTime();
      } else {
        Thread.onSpinWait();
      }
    }
    return sent;
  }

  @Test
  void one_stream_too_many_is_overloaded_until_another_ends() {
    TwoDoors here = doors(NARROW, "well");
    Receipts first = Receipts.open(here);
    Receipts second = Receipts.open(here);
    first.send("well", donation(1));
    second.send("well", donation(2));
    first.await(1);
    second.await(1);

    Receipts third = Receipts.open(here);
    assertThat(Asking.refused(status(third.awaitEnd())).code()).isEqualTo("overloaded");

    first.stream().onCompleted();
    assertThat(first.awaitEnd()).isNull();
    assertThat(Receipts.findPlace(here)).isTrue();
  }

  @Test
  void a_message_of_too_many_donations_ends_the_stream() {
    TwoDoors here = doors(NARROW, "well");
    Receipts receipts = Receipts.open(here);
    IntakeRequest.Builder message = IntakeRequest.newBuilder();
    IntStream.rangeClosed(1, 51)
        .forEach(
            number ->
                message.addDonations(
                    IntakeDonation.newBuilder()
                        .setCampaignId("well")
                        .setDonation(donation(number))));
    receipts.stream().onNext(message.build());

    assertThat(Asking.refused(status(receipts.awaitEnd())).code()).isEqualTo("too_large");
    assertThat(here.campaigns.changes()).isEqualTo(1);
  }

  @Test
  void a_message_of_too_many_bytes_ends_the_stream() {
    TwoDoors here = doors(NARROW, "well");
    Receipts receipts = Receipts.open(here);
    receipts.send("well", donation(1).setMessage("x".repeat(70_000)));

    Told told = Asking.refused(status(receipts.awaitEnd()));
    assertThat(told.code()).isEqualTo("too_large");
    assertThat(told.detail()).matches("the message has 70\\d{3} bytes, expected at most 65536");
  }

  @Test
  void a_message_of_nothing_ends_the_stream() {
    TwoDoors here = doors(NARROW, "well");
    Receipts receipts = Receipts.open(here);
    receipts.stream().onNext(IntakeRequest.getDefaultInstance());

    assertThat(Asking.refused(status(receipts.awaitEnd())).code()).isEqualTo("invalid_field");
  }

  @Test
  void a_stream_on_which_nothing_comes_is_ended() {
    TwoDoors here =
        doors(new IntakeLimits(2, 65_536, 50, 200, 65_536, Duration.ofMillis(300)), "well");
    Receipts receipts = Receipts.open(here);
    receipts.send("well", donation(1));

    receipts.await(1);
    assertThat(status(receipts.awaitEnd()).getStatus().getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
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
