package amanah.zakat.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.Route;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.testing.parity.Asking;
import amanah.testing.parity.Question;
import amanah.testing.parity.Told;
import amanah.v1.ZakatServiceGrpc;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.AssessedRefund;
import amanah.zakat.ingress.http.InMemoryZakat;
import amanah.zakat.ingress.http.ZakatRoutes;
import amanah.zakat.ingress.request.RefusalCodes;
import amanah.zakat.rules.Profiles;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both doors give the same answers to the same questions about zakat. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {

  private final TwoZakatDoors one = new TwoZakatDoors();
  private final TwoZakatDoors other = new TwoZakatDoors();
  private final TwoZakatDoors refusing = new TwoZakatDoors();
  private final TwoZakatDoors failing = new TwoZakatDoors();

  @AfterAll
  void close() {
    List.of(one, other, refusing, failing).forEach(TwoZakatDoors::close);
  }

  private static Money idr(String amount) {
    return Money.parse(amount, Currency.getInstance("IDR"));
  }

  @Test
  void every_question_has_the_same_answer_at_both_doors_and_so_has_its_repetition() {
    Set<String> codes = new HashSet<>();
    List.of(one, other).forEach(doors -> doors.zakat.report(idr("10000.00"), idr("250.00")));
    List<Question> questions = Questions.all();
    codes.addAll(asked(one, other, questions));
    List.of(one, other).forEach(doors -> doors.zakat.pay(AssessmentId.of("siti"), payment()));
    codes.addAll(asked(one, other, Questions.later()));

    asked(other, one, questions);
    asked(other, one, Questions.later());

    assertThat(one.contract().held() + other.contract().held()).isGreaterThan(250);
    assertThat(other.zakat.state()).isEqualTo(one.zakat.state());
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "",
            "invalid_field",
            "invalid_amount",
            "unknown_currency",
            "currency_mismatch",
            "price_missing",
            "price_stale",
            "nisab_not_published",
            "publication_not_found",
            "assessment_not_found",
            "idempotency_mismatch",
            "name_required",
            "fund_exceeded",
            "amil_cap_exceeded");
  }

  /** Asks the one over HTTP and the other over gRPC; the codes of what they told. */
  private static Set<String> asked(
      TwoZakatDoors overHttp, TwoZakatDoors overGrpc, List<Question> questions) {
    Set<String> codes = new HashSet<>();
    for (Question question : questions) {
      Told told = Asking.overGrpc(overGrpc, question);

      assertThat(told).as(question.name()).isEqualTo(Asking.overHttp(overHttp, question));
      codes.add(told.code());
    }
    return codes;
  }

  private static AssessedPayment payment() {
    return new AssessedPayment(
        CampaignId.of("well"),
        DonationId.of("d-1"),
        idr("1000000.00"),
        InMemoryZakat.NOON,
        idr("250000.00"),
        List.of(new AssessedRefund(RefundId.of("r-1"), idr("250000.00"), InMemoryZakat.NOON)),
        true);
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void every_refusal_sounds_the_same_at_both_doors_from_every_call(RefusalCode refusal) {
    refusing.zakat.refuse(refusal);
    refusing.contract().allowAnyRefusal();
    for (Question question : answeredByTheApplication()) {
      Told overGrpc = Asking.overGrpc(refusing, question);

      assertThat(overGrpc.code()).as(question.name()).isEqualTo(RefusalCodes.of(refusal).code());
      assertThat(named(overGrpc))
          .as(question.name())
          .isEqualTo(named(Asking.overHttp(refusing, question)));
    }
  }

  /** With the names that the server made for it, which are new ones each time, as one. */
  private static Told named(Told told) {
    return new Told(
        told.code(),
        told.detail(),
        told.errors(),
        told.names().entrySet().stream()
            .collect(
                Collectors.toMap(
                    name -> name.getKey(), name -> name.getValue().replaceAll("\\d+", "N"))),
        told.replayed(),
        told.retry(),
        told.fields());
  }

  @Test
  void a_failure_that_nobody_expected_tells_nothing_at_either_door() {
    failing.zakat.fail(new IllegalStateException("secret"));
    for (Question question : answeredByTheApplication()) {
      Told overGrpc = Asking.overGrpc(failing, question);

      assertThat(overGrpc.code()).as(question.name()).isEqualTo("internal");
      assertThat(overGrpc.detail()).doesNotContain("secret");
      assertThat(named(overGrpc))
          .as(question.name())
          .isEqualTo(named(Asking.overHttp(failing, question)));
    }
  }

  @Test
  void every_call_of_either_door_has_its_twin_at_the_other() {
    InMemoryZakat zakat = new InMemoryZakat();
    Profiles profiles = Profiles.bundled();

    assertThat(
            ZakatRpcs.of(zakat, profiles, () -> "made")
                .service()
                .bindService()
                .getMethods()
                .stream()
                .map(ServerMethodDefinition::getMethodDescriptor)
                .map(MethodDescriptor::getFullMethodName)
                .collect(inOrder()))
        .isEqualTo(
            Twins.ALL.stream().map(twin -> twin.rpc().getFullMethodName()).collect(inOrder()));
    assertThat(
            new ZakatRoutes(zakat, profiles, () -> "made")
                .routes().stream().map(ParityTest::shown).collect(inOrder()))
        .isEqualTo(
            Twins.ALL.stream().map(twin -> twin.method() + " " + twin.path()).collect(inOrder()));
  }

  @Test
  void every_call_is_among_the_questions() {
    List<String> calls = Twins.ALL.stream().map(twin -> twin.rpc().getFullMethodName()).toList();

    assertThat(Questions.all().stream().map(question -> question.rpc().getFullMethodName()))
        .containsAll(
            calls.stream()
                .filter(call -> !call.endsWith("/ClearZakatCache"))
                .filter(call -> !call.endsWith("/ResetZakatStatistics"))
                .toList());
    assertThat(Questions.oneOfEach().stream().map(question -> question.rpc().getFullMethodName()))
        .containsAll(calls);
  }

  private static List<Question> answeredByTheApplication() {
    return Questions.oneOfEach().stream()
        .filter(question -> !question.rpc().equals(ZakatServiceGrpc.getListZakatProfilesMethod()))
        .toList();
  }

  private static String shown(Route route) {
    return route.method() + " " + route.path();
  }

  private static Collector<String, ?, Set<String>> inOrder() {
    return Collectors.toCollection(TreeSet::new);
  }
}
