package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.Refusal;
import amanah.campaign.ingress.http.CampaignRoutes;
import amanah.campaign.ingress.http.InMemoryCampaigns;
import amanah.campaign.ingress.http.ScriptedStreams;
import amanah.campaign.ingress.request.BatchRequestLimits;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.grpc.Rpcs;
import amanah.http.Naming;
import amanah.http.Places;
import amanah.http.ProblemCode;
import amanah.http.Route;
import amanah.testing.parity.Asking;
import amanah.testing.parity.Question;
import amanah.testing.parity.Told;
import amanah.v1.ClusterServiceGrpc;
import amanah.v1.IntakeServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both doors give the same answers to the same questions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {

  /** What a transport says by itself, what only zakat has, and what nobody refuses by so far. */
  private static final Set<ProblemCode> NOT_OF_CAMPAIGNS =
      Set.of(
          ProblemCode.NOT_FOUND,
          ProblemCode.METHOD_NOT_ALLOWED,
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          ProblemCode.MALFORMED,
          ProblemCode.PRICE_MISSING,
          ProblemCode.PRICE_STALE,
          ProblemCode.NISAB_NOT_PUBLISHED,
          ProblemCode.PUBLICATION_NOT_FOUND,
          ProblemCode.FUND_EXCEEDED,
          ProblemCode.AMIL_CAP_EXCEEDED,
          ProblemCode.UNAUTHENTICATED,
          ProblemCode.FORBIDDEN,
          ProblemCode.CROSS_ORIGIN,
          ProblemCode.REQUEST_TIMEOUT,
          ProblemCode.RATE_LIMITED);

  private final TwoDoors one = new TwoDoors();
  private final TwoDoors other = new TwoDoors();

  @AfterAll
  void close() {
    one.close();
    other.close();
  }

  @Test
  void every_question_has_the_same_answer_at_both_doors_and_so_has_its_repetition() {
    Set<String> codes = new HashSet<>();
    for (Question question : Questions.all()) {
      Told overHttp = Asking.overHttp(one, question);
      Told overGrpc = Asking.overGrpc(other, question);

      assertThat(overGrpc).as(question.name()).isEqualTo(overHttp);
      codes.add(overGrpc.code());
    }
    for (Question question : Questions.all()) {
      Told overHttp = Asking.overHttp(other, question);
      Told overGrpc = Asking.overGrpc(one, question);

      assertThat(overGrpc).as(question.name() + ", repeated").isEqualTo(overHttp);
    }
    assertThat(other.campaigns.changes()).isEqualTo(one.campaigns.changes());
    assertThat(one.contract().held() + other.contract().held()).isGreaterThan(250);
    assertThat(codes).contains("");
    for (ProblemCode code : ProblemCode.values()) {
      boolean forced =
          NOT_OF_CAMPAIGNS.contains(code)
              || code == ProblemCode.INTERNAL
              || Arrays.stream(Refusal.values()).map(RefusalCodes::of).anyMatch(code::equals);
      assertThat(forced || codes.contains(code.code())).as(code.code()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void every_refusal_sounds_the_same_at_both_doors_from_every_call(Refusal refusal) {
    try (TwoDoors doors = new TwoDoors()) {
      doors.campaigns.refuse(refusal);
      doors.contract().allowAnyRefusal();
      for (Question question : asked()) {
        Told overHttp = Asking.overHttp(doors, question);
        Told overGrpc = Asking.overGrpc(doors, question);

        assertThat(overGrpc).as(question.name()).isEqualTo(overHttp);
        assertThat(overGrpc.code()).isEqualTo(RefusalCodes.of(refusal).code());
      }
    }
  }

  @Test
  void a_failure_that_nobody_expected_tells_nothing_at_either_door() {
    try (TwoDoors doors = new TwoDoors()) {
      doors.campaigns.fail(new IllegalStateException("secret"));
      for (Question question : asked()) {
        Told overHttp = Asking.overHttp(doors, question);
        Told overGrpc = Asking.overGrpc(doors, question);

        assertThat(overGrpc).as(question.name()).isEqualTo(overHttp);
        assertThat(overGrpc.code()).isEqualTo("internal");
        assertThat(overGrpc.detail()).doesNotContain("secret");
      }
    }
  }

  @Test
  void every_call_of_either_door_has_its_twin_at_the_other() {
    InMemoryCampaigns campaigns = new InMemoryCampaigns();
    BatchRequestLimits batches = BatchRequestLimits.USUAL;
    Stream<String> rpcs =
        CampaignRpcs.of(campaigns, batches, IntakeLimits.USUAL, () -> "made", new Naming.ByCaller())
            .stream()
            .map(Rpcs::service)
            .flatMap(service -> service.bindService().getMethods().stream())
            .map(ServerMethodDefinition::getMethodDescriptor)
            .map(MethodDescriptor::getFullMethodName);
    Stream<String> routes =
        new CampaignRoutes(
                batches,
                campaigns,
                new ScriptedStreams(),
                new Places(1),
                () -> "made",
                new Naming.ByCaller())
            .routes().stream().filter(route -> !route.streams()).map(ParityTest::shown);

    assertThat(Stream.concat(rpcs, Stream.of(cluster())).collect(inOrder()))
        .isEqualTo(
            Stream.concat(
                    Twins.ALL.stream().map(twin -> twin.rpc().getFullMethodName()),
                    Stream.of(IntakeServiceGrpc.getDonateMethod().getFullMethodName()))
                .collect(inOrder()));
    assertThat(Stream.concat(routes, Stream.of("GET /v1/cluster")).collect(inOrder()))
        .isEqualTo(
            Twins.ALL.stream().map(twin -> twin.method() + " " + twin.path()).collect(inOrder()));
  }

  @Test
  void every_call_is_among_the_questions() {
    assertThat(Questions.all().stream().map(question -> question.rpc().getFullMethodName()))
        .containsAll(Twins.ALL.stream().map(twin -> twin.rpc().getFullMethodName()).toList());
    assertThat(Questions.oneOfEach().stream().map(question -> question.rpc().getFullMethodName()))
        .containsAll(Twins.ALL.stream().map(twin -> twin.rpc().getFullMethodName()).toList());
  }

  /** Those that ask a campaign, and are well formed. */
  private static List<Question> asked() {
    return Questions.oneOfEach().stream()
        .filter(question -> !question.rpc().equals(ClusterServiceGrpc.getGetClusterMethod()))
        .filter(question -> !question.name().contains("strange"))
        .toList();
  }

  private static String cluster() {
    return ClusterServiceGrpc.getGetClusterMethod().getFullMethodName();
  }

  private static String shown(Route route) {
    return route.method() + " " + route.path();
  }

  private static Collector<String, ?, Set<String>> inOrder() {
    return Collectors.toCollection(TreeSet::new);
  }
}
