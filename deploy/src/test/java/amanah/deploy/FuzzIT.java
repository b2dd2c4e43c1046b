package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.client.Time;
import amanah.deploy.fuzz.Acknowledged;
import amanah.deploy.fuzz.FuzzRun;
import amanah.deploy.fuzz.HttpCalls;
import amanah.deploy.fuzz.RpcAttempts;
import amanah.deploy.node.AmanahServices;
import amanah.deploy.node.NodeConfig;
import amanah.deploy.verify.JournalAudit;
import amanah.http.Route;
import amanah.node.Node;
import amanah.node.RunningService;
import amanah.testing.PostgresExtension;
import amanah.v1.ClusterServiceGrpc;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * Generated requests to both doors of a whole node. {@code -Dfuzz.requests=1000000} sends more of
 * them, {@code -Dfuzz.seed=2} others, and {@code -Dfuzz.request=139} sends one of them again,
 * alone.
 */
class FuzzIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final long REQUESTS = Long.getLong("fuzz.requests", 50_000);
  private static final long ONE = Long.getLong("fuzz.request", -1);
  private static final long WARM_UP = 3_000;
  private static final long HEAP_GROWTH_MAX = 32L << 20;
  private static final long LOOK_MILLIS = 500;
  private static final int MONEY_MOVED_MIN = 1_000;
  private static final int CODES_MIN = 10;
  private static final Duration SETTLE_MAX = Duration.ofSeconds(60);

  /** On a busy machine an answer may take long; who is not asked sleeps soon. */
  private static final Config SETTINGS =
      ConfigFactory.parseMap(
          Map.of(
              "amanah.campaign.ask-timeout",
              "50s",
              "akka.cluster.sharding.passivation.quiet-campaigns.idle-entity.timeout",
              "4s"));

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.ERROR) && errors.size() < 20) {
            errors.add(event + " " + event.getThrowableProxy());
          }
        }
      };

  private static Node<AmanahServices> node;

  @BeforeAll
  static void start() {
    node =
        Node.start(
                SETTINGS.withFallback(NodeConfig.alone(0, Map.of("url", POSTGRES.urlWithUser()))),
                InstantSource.system(),
                AmanahServices.PLAN)
            .toCompletableFuture()
            .join();
  }

  @BeforeEach
  void listenToTheLog() {
    appender.start();
    root.addAppender(appender);
  }

  @AfterEach
  void leaveTheLog() {
    root.detachAppender(appender);
  }

  @AfterAll
  static void stop() {
    node.stop().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void whatever_is_sent_is_answered_by_the_rules_and_what_was_refused_changes_nothing()
      throws IOException, InterruptedException, SQLException {
    RpcAttempts calls = new RpcAttempts(services());
    open("well", "5000.00", "USD", "soft", true);
    open("hard", "300.00", "USD", "hard", false);
    open("spent", "300.00", "USD", "soft", false);
    open(Acknowledged.UNCERTAIN, "5000", "JPY", "soft", false);
    send("PUT", "/spent/status", "{'status':'completed'}");
    FuzzRun run = new FuzzRun(node.uri(), calls, SEED);

    run.send(REQUESTS, REQUESTS + (ONE < 0 ? WARM_UP : 0));
    long heapBefore = heapWhenIdle(Long.MAX_VALUE);
    run.send(Math.max(0, ONE), ONE < 0 ? REQUESTS : ONE + 1);
    long heapAfter = heapWhenIdle(heapBefore + HEAP_GROWTH_MAX);

    assertThat(run.faults()).as("%s", run.tally()).isEmpty();
    assertThat(errors).isEmpty();
    assertThat(differences(run)).isEmpty();
    assertThatOthersAreServed("http");
    assertThatOthersAreServed("grpc");
    Shell audit =
        Shell.run(
            Time.until(new CountDownLatch(1)),
            "verify",
            "--db",
            POSTGRES.urlWithUser(),
            "--url",
            node.uri().toString());
    assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
    assertThat(heapAfter)
        .as("%,d after %,d", heapAfter, heapBefore)
        .isLessThan(heapBefore + HEAP_GROWTH_MAX);
    if (ONE < 0) {
      assertThatItProvesSomething(run, calls);
    }
  }

  @Test
  void every_call_of_the_contract_is_among_the_requests() {
    List<Route> routes =
        node.services().running().stream()
            .flatMap(service -> service.routes().routes().stream())
            .toList();

    assertThat(routes)
        .allSatisfy(
            route ->
                assertThat(HttpCalls.all())
                    .as("%s %s", route.method(), route.path())
                    .anyMatch(call -> call.isOf(route.method().name(), route.path())));
  }

  /** Every one that is served; who serves another adds it where it runs. */
  private static List<ServiceDescriptor> services() {
    Stream<ServiceDescriptor> ours =
        node.services().running().stream()
            .map(RunningService::rpcs)
            .flatMap(List::stream)
            .map(rpcs -> rpcs.service().bindService().getServiceDescriptor());
    Stream<ServiceDescriptor> everywhere =
        Stream.of(
            ClusterServiceGrpc.getServiceDescriptor(),
            HealthGrpc.getServiceDescriptor(),
            ServerReflectionGrpc.getServiceDescriptor());
    return Stream.concat(ours, everywhere).toList();
  }

  private static void open(String id, String goal, String currency, String policy, boolean zakat)
      throws IOException, InterruptedException {
    send(
        "POST",
        "",
        "{'campaignId':'%s','title':'T','goal':{'amount':'%s','currency':'%s'},'goalPolicy':'%s','zakatEligible':%s}"
            .formatted(id, goal, currency, policy, zakat));
  }

  private static void send(String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(node.uri().resolve("/v1/campaigns" + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    }
  }

  /** What is in use when nobody asks, as soon as it is less than that. */
  private static long heapWhenIdle(long expected) throws InterruptedException {
    long deadline = System.nanoTime() + SETTLE_MAX.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    long used;
    do {
      System.gc();
      used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    } while (used >= expected
        && System.nanoTime() < deadline
        && !never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    return used;
  }

  private static List<String> differences(FuzzRun run) throws SQLException, InterruptedException {
    try (Connection connection = POSTGRES.connect()) {
      Acknowledged.Journaled journaled = new Acknowledged.Journaled();
      JournalAudit.over(connection).run(journaled);
      return run.acknowledged().differences(journaled);
    }
  }

  /** Whoever sends nothing hostile is answered as if nobody had. */
  private static void assertThatOthersAreServed(String door) {
    Shell load =
        Shell.run(
            Time.until(new CountDownLatch(1)),
            "load",
            "--" + door,
            "--rate=100",
            "--campaigns=3",
            "--warmup=0",
            "--seconds=1",
            "--url=" + node.uri());
    assertThat(load.exitCode()).as(load.out() + load.err()).isZero();
  }

  /** Nobody learns anything of requests that are all refused, or all for the same reason. */
  private static void assertThatItProvesSomething(FuzzRun run, RpcAttempts calls) {
    Map<String, Integer> tally = run.tally();
    assertThat(run.acknowledged().size()).as("%s", tally).isGreaterThan(MONEY_MOVED_MIN);
    assertThat(tally.keySet())
        .containsAll(calls.paths().stream().map(path -> "yes to " + path).toList());
    assertThat(tally.keySet())
        .containsAll(
            HttpCalls.all().stream()
                .filter(call -> !call.path().endsWith("/events"))
                .map(call -> "yes to " + call.method() + " " + call.path())
                .toList());
    assertThat(tally.keySet().stream().filter(key -> key.startsWith("http 4")))
        .hasSizeGreaterThan(CODES_MIN);
    assertThat(tally.keySet().stream().filter(key -> key.matches("grpc [1-9].*")))
        .hasSizeGreaterThan(CODES_MIN);
  }
}
