package amanah.protocol.zakat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.SerializationTestKit;
import akka.actor.typed.ActorRef;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.protocol.WireMessage;
import amanah.testing.ActorTestKitExtension;
import com.typesafe.config.ConfigFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports of zakat cross from node to node and are the same on the other side. */
final class ZakatReportingWireTest {

  @RegisterExtension
  static final ActorTestKitExtension AKKA =
      new ActorTestKitExtension(
          ConfigFactory.load(
              ConfigFactory.parseString(
                  """
                  akka.actor.provider = local
                  akka.serialization.jackson.jackson-modules += "amanah.protocol.SharedWire"
                  """)));

  private static final Currency IDR = Currency.getInstance("IDR");
  private static final CampaignId WELL = CampaignId.of("well");
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");
  private static final AssessedZakat GIFT =
      new AssessedZakat(
          AssessmentId.of("a-1"),
          DonationId.of("d-1"),
          Optional.empty(),
          Money.of(2_500_000, IDR),
          AT,
          true);
  private static final AssessedZakat REFUND =
      new AssessedZakat(
          AssessmentId.of("a-1"),
          DonationId.of("d-1"),
          Optional.of(RefundId.of("r-1")),
          Money.of(500_000, IDR),
          AT,
          true);

  private static Stream<Function<ActorRef<ZakatReported>, ZakatReporting>> reporting() {
    return Stream.of(
        replyTo -> new ZakatReporting.AskPosition(WELL, replyTo),
        replyTo -> new ZakatReporting.AskPositions(List.of(WELL, CampaignId.of("mill")), replyTo),
        replyTo -> report(3, 9, List.of(GIFT, REFUND), replyTo),
        replyTo -> report(0, 1, List.of(), replyTo));
  }

  private static ZakatReporting.Report report(
      long after, long upTo, List<AssessedZakat> assessed, ActorRef<ZakatReported> replyTo) {
    return new ZakatReporting.Report(
        WELL, after, upTo, Money.of(7_000_000, IDR), Money.of(500_000, IDR), assessed, replyTo);
  }

  private static Stream<WireMessage> reported() {
    return Stream.of(
        new ZakatReported.Position(WELL, 9),
        new ZakatReported.Positions(List.of(new ZakatReported.Position(WELL, 0))),
        new ZakatReported.NotNow("the journal is away"));
  }

  @ParameterizedTest
  @MethodSource("reporting")
  void what_a_campaign_says_is_the_same_on_the_other_node(
      Function<ActorRef<ZakatReported>, ZakatReporting> message) {
    new SerializationTestKit(AKKA.kit().system())
        .verifySerialization(
            message.apply(AKKA.kit().<ZakatReported>createTestProbe().ref()), true);
  }

  @ParameterizedTest
  @MethodSource("reported")
  void what_the_calculator_says_is_the_same_on_the_other_node(WireMessage message) {
    new SerializationTestKit(AKKA.kit().system()).verifySerialization(message, true);
  }

  @Nested
  final class Refused {

    private final ActorRef<ZakatReported> nobody =
        AKKA.kit().<ZakatReported>createTestProbe().ref();

    @Test
    void a_report_that_covers_no_event() {
      assertThatThrownBy(() -> report(4, 4, List.of(), nobody))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a report after 4 up to 4, expected to cover an event");
    }

    @Test
    void a_report_with_more_assessed_gifts_than_one_message_may_hold() {
      List<AssessedZakat> tooMany = Collections.nCopies(ZakatReporting.ASSESSED_MAX + 1, GIFT);

      assertThatThrownBy(() -> report(0, 1, tooMany, nobody))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("501 assessed gifts and refunds, expected at most 500");
    }

    @Test
    void a_question_about_more_campaigns_than_one_message_may_name() {
      List<CampaignId> tooMany = Collections.nCopies(ZakatReporting.CAMPAIGNS_MAX + 1, WELL);

      assertThatThrownBy(() -> new ZakatReporting.AskPositions(tooMany, nobody))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("501 campaigns, expected at most 500");
    }

    @Test
    void an_assessed_gift_of_nothing() {
      assertThatThrownBy(
              () ->
                  new AssessedZakat(
                      AssessmentId.of("a"),
                      DonationId.of("d"),
                      Optional.empty(),
                      Money.zero(IDR),
                      AT,
                      true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("amount 0.00 IDR of donation d, expected more than 0");
    }
  }
}
