package amanah.zakat.assessment;

import static amanah.zakat.domain.assessment.Requests.USD;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.protocol.WireMessage;
import amanah.testing.ActorTestKitExtension;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.AssessedRefund;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Prices;
import com.typesafe.config.ConfigFactory;
import java.io.NotSerializableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What assessments are told and say crosses between nodes, the largest of it as well. */
final class AssessmentWireTest {

  /** What Akka sends in one message, by default. */
  private static final int FRAME_BYTES_MAX = 256 * 1024;

  /** What stands around a message: addresses, manifests. */
  private static final int ENVELOPE_BYTES = 4 * 1024;

  private static final String LONGEST_ID = "i".repeat(64);

  @RegisterExtension
  static final ActorTestKitExtension AKKA =
      new ActorTestKitExtension(
          ConfigFactory.load(
              ConfigFactory.parseString(
                  """
                  akka.actor.provider = local
                  akka.serialization.jackson.jackson-modules += "amanah.protocol.SharedWire"
                  akka.serialization.jackson.jackson-modules += "amanah.zakat.wire.ZakatWire"
                  """)));

  @Test
  void everything_that_can_be_assessed_is_the_same_on_the_other_side() throws Exception {
    ActorRef<AssessmentReply> replyTo = AKKA.kit().<AssessmentReply>createTestProbe().getRef();
    Random random = new Random(5);
    for (String profile : List.of("aaoifi", "uk-hanafi", "hanafi-classical")) {
      FullQuestion question = Requests.generated(random, profile, Currency.getInstance("KWD"));
      Assessment assessment = assessment(question, List.of());

      assertSame(
          new AssessmentMessage.Make(
              assessment.request(), assessment.answer(), Instant.EPOCH, replyTo));
      assertSame(new AssessmentReply.Made(assessment, true));
      assertSame(new AssessmentReply.Seen(assessment));
    }
  }

  @Test
  void the_largest_assessment_with_all_payments_that_are_shown_fits_a_message() throws Exception {
    Assessment largest = assessment(largest(), payments());

    int bytes = bytes(new AssessmentReply.Seen(largest)).length;

    assertThat(AssessmentSize.problem(largest.request(), largest.answer())).isEmpty();
    assertThat(bytes).isLessThan(FRAME_BYTES_MAX - ENVELOPE_BYTES);
    assertSame(new AssessmentReply.Seen(largest));
  }

  @Test
  void one_asset_more_is_more_than_an_assessment_has_room_for() {
    FullQuestion largest = largest();
    List<Asset> assets = new ArrayList<>(largest.assets());
    while (assets.size() < FullQuestion.ITEMS_MAX && problem(question(assets)).isEmpty()) {
      assets.add(assets.getFirst());
    }

    assertThat(problem(question(assets)))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .matches(
                        "\\d+ assets, 0 liabilities and their answer take \\d+ bytes, expected at"
                            + " most 65536"));
  }

  private static Optional<String> problem(FullQuestion question) {
    return AssessmentSize.problem(
        new AssessmentRequest(AssessmentId.of(LONGEST_ID), DonorId.of(LONGEST_ID), question),
        Requests.answer(question));
  }

  /** As many assets as there is room for, of those whose lines are the longest. */
  private static FullQuestion largest() {
    Random random = new Random(3);
    FullQuestion all = Requests.generated(random, "aaoifi", USD);
    List<Asset> assets = new ArrayList<>();
    for (int index = 0; problem(question(assets)).isEmpty(); index++) {
      assets.add(all.assets().get(index % all.assets().size()));
    }
    return question(assets.subList(0, assets.size() - 1));
  }

  private static FullQuestion question(List<Asset> assets) {
    return new FullQuestion(
        Optional.of("aaoifi"),
        USD,
        Optional.empty(),
        new Prices(Optional.of(new BigDecimal("97.31")), Optional.of(new BigDecimal("1.17"))),
        Settings.NONE,
        assets,
        List.of());
  }

  private static Assessment assessment(FullQuestion question, List<AssessedPayment> payments) {
    Money zero = Money.zero(question.currency());
    return new Assessment(
        new AssessmentRequest(AssessmentId.of(LONGEST_ID), DonorId.of(LONGEST_ID), question),
        Requests.answer(question),
        Requests.AT,
        zero,
        List.of(),
        payments,
        payments.size(),
        1);
  }

  private static List<AssessedPayment> payments() {
    List<AssessedPayment> payments = new ArrayList<>();
    Money much = Money.of(Long.MAX_VALUE, USD);
    for (int count = 0; count < Assessment.SHOWN_MAX / 2; count++) {
      payments.add(
          new AssessedPayment(
              CampaignId.of(LONGEST_ID),
              DonationId.of(LONGEST_ID),
              much,
              Requests.AT,
              much,
              List.of(new AssessedRefund(RefundId.of(LONGEST_ID), much, Requests.AT)),
              true));
    }
    return payments;
  }

  private static byte[] bytes(WireMessage message) {
    return SerializationExtension.get(AKKA.kit().system().classicSystem()).serialize(message).get();
  }

  private static void assertSame(WireMessage message) throws NotSerializableException {
    Serialization serialization = SerializationExtension.get(AKKA.kit().system().classicSystem());
    var serializer = serialization.findSerializerFor(message);

    Object read =
        serialization
            .deserialize(
                bytes(message),
                serializer.identifier(),
                Serializers.manifestFor(serializer, message))
            .get();

    assertThat(read).isEqualTo(message);
  }
}
