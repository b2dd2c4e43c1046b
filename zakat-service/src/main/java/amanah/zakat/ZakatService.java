package amanah.zakat;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.grpc.Rpcs;
import amanah.http.Readiness;
import amanah.http.RouteTable;
import amanah.journal.SnapshotWriter;
import amanah.node.NodeContext;
import amanah.node.NodePart;
import amanah.node.RunningService;
import amanah.protocol.zakat.AssessmentLookup;
import amanah.protocol.zakat.ZakatReporting;
import amanah.time.ElapsedTime;
import amanah.zakat.application.AssessmentDesk;
import amanah.zakat.application.ClusteredZakat;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.assessment.AssessmentEnvironment;
import amanah.zakat.assessment.AssessmentSharding;
import amanah.zakat.assessment.MadeAssessments;
import amanah.zakat.book.ZakatBook;
import amanah.zakat.calculator.CalculatorEnvironment;
import amanah.zakat.calculator.CalculatorSingleton;
import amanah.zakat.desk.ZakatDesk;
import amanah.zakat.ingress.grpc.ZakatRpcs;
import amanah.zakat.ingress.http.ZakatRoutes;
import amanah.zakat.journal.BookHistory;
import amanah.zakat.journal.BookSnapshotSerializer;
import amanah.zakat.journal.ZakatJournal;
import java.util.List;

/**
 * The zakat service on a node: the calculator and the assessments that fall to it, if it has their
 * role, and on every node the way to all of them.
 */
public final class ZakatService implements RunningService {

  /** What its node has to know before. */
  public static final NodePart PART = new NodePart("zakat.conf", ZakatJournal.SCHEMA);

  private final ZakatQuestions questions;
  private final RouteTable routes;
  private final Rpcs rpcs;
  private final CalculatorSingleton calculator;
  private final BookHistory history;
  private final MadeAssessments made;
  private final SnapshotWriter snapshots;

  private ZakatService(
      ZakatQuestions questions,
      RouteTable routes,
      Rpcs rpcs,
      CalculatorSingleton calculator,
      BookHistory history,
      MadeAssessments made,
      SnapshotWriter snapshots) {
    this.questions = questions;
    this.routes = routes;
    this.rpcs = rpcs;
    this.calculator = calculator;
    this.history = history;
    this.made = made;
    this.snapshots = snapshots;
  }

  /** Begins to run on that node. */
  public static ZakatService start(ZakatSettings settings, NodeContext node) {
    SnapshotWriter snapshots =
        SnapshotWriter.open(node.journal(), ZakatJournal.SCHEMA, new BookSnapshotSerializer());
    AssessmentSharding assessments =
        AssessmentSharding.start(
            node.system(),
            new AssessmentEnvironment(
                settings.assessment(), node.clock(), node.time(), node.random(), node.quorum()));
    CalculatorSingleton calculator = calculator(settings, node, snapshots, assessments);
    ZakatDesk desk =
        ZakatDesk.open(
            node.system(), calculator, settings.answering(), settings.desk(), node.clock());
    BookHistory history =
        BookHistory.open(node.journal(), ZakatBook.PERSISTENCE_ID.id(), settings.historyTimeout());
    finishInTime(node.system(), desk);
    ZakatQuestions questions =
        new ClusteredZakat(
            desk,
            new AssessmentDesk(assessments::assessment, node.system().scheduler()),
            history,
            settings.answering(),
            node.clock(),
            node.ids());
    return new ZakatService(
        questions,
        new ZakatRoutes(questions, settings.answering().profiles(), node.ids()),
        ZakatRpcs.of(questions, settings.answering().profiles(), node.ids()),
        calculator,
        history,
        MadeAssessments.open(node.journal()),
        snapshots);
  }

  private static CalculatorSingleton calculator(
      ZakatSettings settings,
      NodeContext node,
      SnapshotWriter snapshots,
      AssessmentSharding assessments) {
    return CalculatorSingleton.start(
        node.system(),
        new CalculatorEnvironment(
            settings.calculator(),
            settings.answering(),
            (persistenceId, snapshot) ->
                snapshots.write(persistenceId, snapshot.sequence(), snapshot),
            (assessmentId, message) -> assessments.assessment(assessmentId).tell(message),
            node.clock(),
            node.time(),
            ElapsedTime.ofMachine(),
            node.random(),
            node.quorum()));
  }

  /** What the node's callers were answered is told before the node leaves. */
  private static void finishInTime(ActorSystem<?> system, ZakatDesk desk) {
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseServiceStop(),
            "tell-what-was-calculated",
            () -> desk.finish().exceptionally(late -> Done.getInstance()));
  }

  /** The questions about zakat, for callers in the same process. */
  public ZakatQuestions questions() {
    return questions;
  }

  /** Where campaigns report zakat. */
  public ActorRef<ZakatReporting> reporting() {
    return calculator.reporting();
  }

  /** Which assessments were made, for campaigns that take payments towards them. */
  public AssessmentLookup assessments() {
    return made;
  }

  @Override
  public RouteTable routes() {
    return routes;
  }

  @Override
  public List<Rpcs> rpcs() {
    return List.of(rpcs);
  }

  /**
   * Nothing: campaigns on the same node do not need a calculator, and a question about zakat that
   * does is answered with {@code unavailable} until it is heard.
   */
  @Override
  public List<Readiness> readiness() {
    return List.of();
  }

  @Override
  public List<EntityTypeKey<?>> entityTypes() {
    return List.of(AssessmentSharding.type());
  }

  @Override
  public void close() {
    history.close();
    made.close();
    snapshots.close();
  }
}
