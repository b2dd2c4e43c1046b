package amanah.zakat.assessment;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.http.Readiness;
import amanah.http.Route;
import amanah.http.RouteTable;
import amanah.id.AssessmentId;
import amanah.node.Node;
import amanah.node.NodeContext;
import amanah.node.NodePart;
import amanah.node.NodePlan;
import amanah.node.RunningService;
import amanah.supervision.Backoff;
import amanah.zakat.journal.ZakatJournal;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A node that runs assessments and nothing else, a cluster of its own. */
final class AssessmentNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final NodePlan<Assessments> PLAN =
      new NodePlan<>(
          List.of(new NodePart("zakat.conf", ZakatJournal.SCHEMA)), config -> Assessments::start);

  private final Node<Assessments> node;

  private AssessmentNode(Node<Assessments> node) {
    this.node = node;
  }

  static AssessmentNode start(String url, String user, String password) {
    Config settings =
        ConfigFactory.parseMap(
            Map.of(
                "amanah.journal.url",
                url,
                "amanah.journal.user",
                user,
                "amanah.journal.password",
                password,
                "amanah.http.port",
                0,
                "akka.loglevel",
                "WARNING",
                "akka.coordinated-shutdown.run-by-jvm-shutdown-hook",
                "off"));
    return new AssessmentNode(
        Node.start(settings, InstantSource.system(), PLAN).toCompletableFuture().join());
  }

  AssessmentReply ask(
      AssessmentId assessmentId, Function<ActorRef<AssessmentReply>, AssessmentMessage> message) {
    Assessments assessments = node.services();
    return AskPattern.<AssessmentMessage, AssessmentReply>ask(
            assessments.sharding().assessment(assessmentId),
            message::apply,
            PATIENCE,
            assessments.system().scheduler())
        .toCompletableFuture()
        .join();
  }

  @Override
  public void close() {
    node.stop().toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The service of that node. */
  record Assessments(ActorSystem<?> system, AssessmentSharding sharding) implements RunningService {

    static Assessments start(NodeContext node) {
      AssessmentLimits limits =
          new AssessmentLimits(
              1_000,
              Backoff.of(Duration.ofMillis(50), Duration.ofMillis(500), 0.2),
              1_000,
              Duration.ofMinutes(1),
              Duration.ofSeconds(5));
      AssessmentEnvironment environment =
          new AssessmentEnvironment(limits, node.clock(), node.random(), node.quorum());
      return new Assessments(node.system(), AssessmentSharding.start(node.system(), environment));
    }

    @Override
    public RouteTable routes() {
      return new RouteTable() {
        @Override
        public List<Route> routes() {
          return List.of();
        }

        @Override
        public ObjectNode openApi() {
          return JsonNodeFactory.instance.objectNode();
        }
      };
    }

    @Override
    public List<Readiness> readiness() {
      return List.of();
    }

    @Override
    public List<EntityTypeKey<?>> entityTypes() {
      return List.of(AssessmentSharding.type());
    }

    @Override
    public void close() {}
  }
}
