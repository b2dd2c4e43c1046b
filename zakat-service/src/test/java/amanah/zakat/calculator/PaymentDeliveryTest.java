package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.testing.ActorTestKitExtension;
import amanah.testing.HandClock;
import amanah.time.ElapsedTime;
import amanah.zakat.assessment.AssessmentMessage;
import amanah.zakat.assessment.AssessmentReply;
import amanah.zakat.calculator.PaymentMessage.Delivery;
import amanah.zakat.domain.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PaymentDeliveryTest {

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final PaymentLimits LIMITS = new PaymentLimits(600, AGAIN, Duration.ofSeconds(5));
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final CampaignId WELL = CampaignId.of("well");

  private final ManualTime time = ManualTime.get(AKKA.kit().system());
  private final HandClock clock = new HandClock(AT);
  private final TestProbe<AssessmentMessage> assessments = AKKA.kit().createTestProbe();
  private final TestProbe<Delivery> root = AKKA.kit().createTestProbe();
  private final ActorRef<PaymentMessage> delivery =
      AKKA.kit()
          .spawn(
              PaymentDelivery.create(
                  (assessmentId, message) -> assessments.ref().tell(message),
                  LIMITS,
                  ElapsedTime.by(clock)));

  private static List<AssessedZakat> gifts(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            index ->
                new AssessedZakat(
                    AssessmentId.of("a-" + index % 3),
                    DonationId.of("d-" + index),
                    Optional.empty(),
                    Money.of(100, Currency.getInstance("USD")),
                    AT,
                    true))
        .toList();
  }

  private void deliver(CampaignId campaignId, int gifts) {
    delivery.tell(new PaymentMessage.Deliver(campaignId, gifts(gifts), root.ref()));
  }

  private AssessmentMessage.Count told() {
    return assessments.expectMessageClass(AssessmentMessage.Count.class);
  }

  private static void acknowledge(AssessmentMessage.Count count) {
    count.replyTo().tell(new AssessmentReply.Counted(count.campaignId(), count.zakat()));
  }

  private void pass(Duration duration) {
    clock.pass(duration);
    time.timePasses(duration);
  }

  @Test
  void a_report_is_delivered_when_every_gift_of_it_is_acknowledged() {
    deliver(WELL, 2);
    AssessmentMessage.Count first = told();
    AssessmentMessage.Count second = told();

    acknowledge(first);
    root.expectNoMessage(Duration.ZERO);
    acknowledge(second);

    root.expectMessage(new Delivery(WELL, true, ""));
  }

  @Test
  void what_is_not_acknowledged_is_told_again_and_what_is_is_not() {
    deliver(WELL, 2);
    acknowledge(told());
    AssessmentMessage.Count silent = told();

    pass(AGAIN);

    assertThat(told().zakat()).isEqualTo(silent.zakat());
    assessments.expectNoMessage(Duration.ZERO);
    acknowledge(silent);
    root.expectMessage(new Delivery(WELL, true, ""));
  }

  @Test
  void an_acknowledgement_that_comes_twice_counts_once() {
    deliver(WELL, 2);
    AssessmentMessage.Count first = told();
    AssessmentMessage.Count second = told();

    acknowledge(first);
    acknowledge(first);
    root.expectNoMessage(Duration.ZERO);

    acknowledge(second);
    root.expectMessage(new Delivery(WELL, true, ""));
  }

  @Test
  void a_report_whose_assessments_are_silent_for_too_long_is_given_up() {
    deliver(WELL, 1);
    told();
    for (int again = 0; again < 2; again++) {
      pass(AGAIN);
      told();
    }

    pass(AGAIN);

    assertThat(root.receiveMessage().acknowledged()).isFalse();
    deliver(WELL, 1);
    acknowledge(told());
    root.expectMessage(new Delivery(WELL, true, ""));
  }

  @Test
  void one_more_than_may_be_under_way_has_to_come_again() {
    deliver(WELL, 400);
    deliver(CampaignId.of("mill"), 201);

    Delivery refused = root.receiveMessage();

    assertThat(refused.campaignId()).isEqualTo(CampaignId.of("mill"));
    assertThat(refused.detail()).isEqualTo("400 payments are under way, at most 600 may");
  }

  @Test
  void what_assessments_refuse_for_now_is_told_again() {
    deliver(WELL, 1);
    AssessmentMessage.Count first = told();
    first
        .replyTo()
        .tell(
            new AssessmentReply.Refused(
                first.zakat().assessmentId(), RefusalCode.UNAVAILABLE, "away"));

    pass(AGAIN);

    acknowledge(told());
    root.expectMessage(new Delivery(WELL, true, ""));
  }
}
