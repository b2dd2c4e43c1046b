package amanah.zakat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import amanah.node.Node;
import amanah.node.NodePlan;
import amanah.node.NodeServices;
import amanah.node.RunningService;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.PostgresExtension;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A node with the zakat service alone, on a database of the test's, at a free port. */
final class ZakatNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long STOP_SECONDS_MAX = 90;
  private static final NodePlan<OnNode> PLAN =
      new NodePlan<>(List.of(ZakatService.PART), ZakatNode::reading);

  private final Node<OnNode> node;

  private record OnNode(ZakatService zakat, ActorSystem<?> system) implements NodeServices {

    @Override
    public List<RunningService> running() {
      return List.of(zakat);
    }
  }

  private ZakatNode(Node<OnNode> node) {
    this.node = node;
  }

  static ZakatNode start(PostgresExtension postgres) {
    return start(postgres, Map.of());
  }

  static ZakatNode start(PostgresExtension postgres, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("amanah.zakat.ask-timeout", PATIENCE);
    settings.put("amanah.zakat.calculate-timeout", PATIENCE);
    settings.put("amanah.journal.url", postgres.url());
    settings.put("amanah.journal.user", postgres.user());
    settings.put("amanah.journal.password", postgres.password());
    settings.put("amanah.http.port", 0);
    settings.put("akka.loglevel", "WARNING");
    settings.put("akka.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    settings.putAll(more);
    Config config = ConfigFactory.parseMap(settings);
    return new ZakatNode(
        Node.start(config, InstantSource.system(), PLAN).toCompletableFuture().join());
  }

  private static NodePlan.Start<OnNode> reading(Config config) {
    ZakatSettings settings = ZakatSettings.of(config);
    return node -> new OnNode(ZakatService.start(settings, node), node.system());
  }

  /** Where its door is. */
  URI uri() {
    return node.uri();
  }

  ZakatQuestions zakat() {
    return node.services().zakat().questions();
  }

  /** What the calculator says to a campaign; a campaign would ask again. */
  ZakatReported report(Function<ActorRef<ZakatReported>, ZakatReporting> message) {
    return AskPattern.ask(
            node.services().zakat().reporting(),
            message::apply,
            PATIENCE,
            node.services().system().scheduler())
        .toCompletableFuture()
        .join();
  }

  /** The value of a yes. */
  static <T> T done(CompletionStage<Reply<T>> asked) {
    return switch (await(asked)) {
      case Reply.Done<T> done -> done.value();
      case Reply.Refused<T> refused ->
          throw new AssertionError(refused.code() + ": " + refused.detail());
    };
  }

  static <T> Reply<T> await(CompletionStage<Reply<T>> asked) {
    return asked
        .toCompletableFuture()
        .orTimeout(PATIENCE.multipliedBy(2).toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  /** Stops in order. */
  @Override
  public void close() {
    node.stop().toCompletableFuture().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
  }
}
