package amanah.zakat.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.testing.KeyAlone;
import amanah.testing.PostgresExtension;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentEvent;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.journal.AssessmentEventSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Assessments in shards, on the real journal, over the life of more than one node. */
final class AssessmentIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final String PAYLOADS =
      "SELECT event_ser_manifest, encode(event_payload, 'hex') FROM zakat.event_journal"
          + " WHERE persistence_id = 'zakat-assessment|' || ? ORDER BY sequence_number";
  private static final String IN_TURN =
      "SELECT max(sequence_number) = count(*) AND count(DISTINCT writer) > 1"
          + " FROM zakat.event_journal WHERE persistence_id = 'zakat-assessment|' || ?";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @BeforeAll
  static void leaveTheKeyAlone() {
    KeyAlone.on(POSTGRES);
  }

  @Test
  void made_paid_and_refunded_it_is_the_same_on_the_next_node_and_in_the_same_bytes()
      throws SQLException {
    Asks one = Asks.of("everything-1447");
    FullQuestion question =
        Requests.generated(new Random(11), "hanafi-classical", Currency.getInstance("USD"));
    Assessment before;
    try (AssessmentNode node = start()) {
      node.ask(one.assessmentId(), one.make(question));
      node.ask(one.assessmentId(), one.gift("d-1", 50_000));
      node.ask(one.assessmentId(), one.refund("d-1", 20_000));
      before = seen(node.ask(one.assessmentId(), one.get()));
    }
    List<String> manifests = new ArrayList<>();
    AssessmentEventSerializer serializer = new AssessmentEventSerializer();
    for (Stored stored : stored(one)) {
      manifests.add(stored.manifest());
      byte[] payload = HexFormat.of().parseHex(stored.payloadHex());
      AssessmentEvent read = serializer.fromBinary(payload, stored.manifest());
      assertThat(serializer.toBinary(read)).isEqualTo(payload);
    }

    try (AssessmentNode node = start()) {
      AssessmentReply again = node.ask(one.assessmentId(), one.make(question));
      Assessment after = seen(node.ask(one.assessmentId(), one.get()));

      assertThat(manifests)
          .containsExactly("assessment-made.v1", "payment-received.v1", "payment-returned.v1");
      assertThat(after).isEqualTo(before);
      assertThat(after.answer()).isEqualTo(Requests.answer(question));
      assertThat(after.paid()).isEqualTo(Money.of(30_000, Requests.USD));
      assertThat(((AssessmentReply.Made) again).replayed()).isTrue();
    }
  }

  /** Two nodes that do not know of one another, as in a partition before anybody is excluded. */
  @Test
  void of_two_incarnations_the_one_that_is_behind_is_fenced_replays_and_is_right()
      throws SQLException {
    Asks one = Asks.of("contended-1447");
    try (AssessmentNode left = start();
        AssessmentNode right = start()) {
      left.ask(one.assessmentId(), one.make("10000"));
      Assessment known = seen(right.ask(one.assessmentId(), one.get()));
      left.ask(one.assessmentId(), one.gift("d-1", 100));
      left.ask(one.assessmentId(), one.gift("both", 1_000));

      AssessmentReply fenced = right.ask(one.assessmentId(), one.gift("both", 1_000));
      patiently(() -> right.ask(one.assessmentId(), one.gift("both", 1_000)));
      patiently(() -> right.ask(one.assessmentId(), one.gift("d-2", 10_000)));
      AssessmentReply behind = left.ask(one.assessmentId(), one.gift("d-3", 100_000));
      patiently(() -> left.ask(one.assessmentId(), one.gift("d-3", 100_000)));

      assertThat(known.paid().isZero()).isTrue();
      assertThat(((AssessmentReply.Refused) fenced).code())
          .isIn(RefusalCode.TIMEOUT, RefusalCode.UNAVAILABLE);
      assertThat(((AssessmentReply.Refused) behind).code())
          .isIn(RefusalCode.TIMEOUT, RefusalCode.UNAVAILABLE);
      assertThat(seen(left.ask(one.assessmentId(), one.get())).paid())
          .isEqualTo(Money.of(111_100, Requests.USD));
      assertThat(inTurn(one)).isTrue();
    }
  }

  private static AssessmentNode start() {
    return AssessmentNode.start(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  /** Again and again until the answer is yes, as callers are told to. */
  private static void patiently(Supplier<AssessmentReply> ask) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    AssessmentReply reply = ask.get();
    while (reply instanceof AssessmentReply.Refused) {
      assertThat(System.nanoTime()).as("still %s", reply).isLessThan(end);
      reply = ask.get();
    }
  }

  private static Assessment seen(AssessmentReply reply) {
    assertThat(reply).isInstanceOf(AssessmentReply.Seen.class);
    return ((AssessmentReply.Seen) reply).assessment();
  }

  private static List<Stored> stored(Asks one) throws SQLException {
    List<Stored> all = new ArrayList<>();
    try (Connection connection = POSTGRES.connect();
        PreparedStatement statement = connection.prepareStatement(PAYLOADS)) {
      statement.setString(1, one.assessmentId().value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(new Stored(row.getString(1), row.getString(2)));
        }
      }
    }
    return all;
  }

  private static boolean inTurn(Asks one) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        PreparedStatement statement = connection.prepareStatement(IN_TURN)) {
      statement.setString(1, one.assessmentId().value());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getBoolean(1);
      }
    }
  }

  private record Stored(String manifest, String payloadHex) {}
}
