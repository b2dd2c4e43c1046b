package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.v1.IntakeReceipt;
import amanah.v1.NewDonation;
import amanah.v1.OutcomeStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeOrderTest {

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
  void receipts_of_a_campaign_come_in_the_order_of_its_donations() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well", "school");
    Receipts receipts = Receipts.open(here);
    for (int number = 1; number <= 3_000; number++) {
      receipts.send(number % 3 == 0 ? "school" : "well", donation(number));
    }
    receipts.stream().onCompleted();

    assertThat(receipts.awaitEnd()).isNull();
    Map<String, Long> places = new HashMap<>();
    Map<String, Long> sequences = new HashMap<>();
    for (IntakeReceipt receipt : receipts.await(3_000)) {
      assertThat(receipt.getStatus()).isEqualTo(OutcomeStatus.OUTCOME_STATUS_CAPTURED);
      assertThat(receipt.getDonationId()).isEqualTo("d-" + receipt.getPlace());
      assertThat(receipt.getPlace())
          .isGreaterThan(places.getOrDefault(receipt.getCampaignId(), 0L));
      assertThat(receipt.getSequence())
          .isGreaterThan(sequences.getOrDefault(receipt.getCampaignId(), 0L));
      places.put(receipt.getCampaignId(), receipt.getPlace());
      sequences.put(receipt.getCampaignId(), receipt.getSequence());
    }
  }

  @Test
  void what_arrives_while_a_question_is_open_is_asked_about_together() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well");
    long before = here.campaigns.asked();
    CompletableFuture<Void> opening = new CompletableFuture<>();
    here.campaigns.answerAfter(opening);
    Receipts receipts = Receipts.open(here);
    receipts.send("well", donation(0));
    here.campaigns.awaitAsked(before + 1);
    for (int number = 1; number <= 400; number++) {
      receipts.send("well", donation(number));
    }
    receipts.stream().onCompleted();
    opening.complete(null);

    assertThat(receipts.awaitEnd()).isNull();
    assertThat(receipts.count()).isEqualTo(401);
    assertThat(here.campaigns.asked() - before).isLessThan(40);
  }

  @Test
  void a_refusal_in_the_middle_holds_nobody_up() {
    TwoDoors here = doors(IntakeLimits.USUAL, "well");
    Receipts receipts = Receipts.open(here);
    receipts.send(
        "well",
        donation(1),
        donation(2).clearAmount(),
        donation(3).clearDonationId(),
        donation(1).setMessage("other words"),
        donation(1),
        donation(6));
    receipts.send("none", donation(7));
    receipts.send("no id", donation(8));
    receipts.stream().onCompleted();

    assertThat(receipts.awaitEnd()).isNull();
    assertThat(
            receipts.await(8).stream()
                .filter(receipt -> receipt.getCampaignId().equals("well"))
                .map(IntakeOrderTest::shown))
        .containsExactly(
            "1 d-1 captured",
            "2 d-2 invalid_field",
            "3  name_required",
            "4 d-1 idempotency_mismatch",
            "5 d-1 replayed",
            "6 d-6 captured");
    assertThat(
            receipts.await(8).stream()
                .filter(receipt -> !receipt.getCampaignId().equals("well"))
                .map(IntakeOrderTest::shown))
        .containsExactlyInAnyOrder("7 d-7 campaign_not_found", "8 d-8 invalid_field");
  }

  private static String shown(IntakeReceipt receipt) {
    String what =
        receipt.hasCode() ? receipt.getCode() : receipt.getReplayed() ? "replayed" : "captured";
    return receipt.getPlace() + " " + receipt.getDonationId() + " " + what;
  }

  private static NewDonation.Builder donation(int number) {
    return Samples.donation("d-" + number);
  }
}
