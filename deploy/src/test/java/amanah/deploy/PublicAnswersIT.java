package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.docs.OpenApiLinter;
import amanah.deploy.node.AmanahServices;
import amanah.deploy.node.NodeConfig;
import amanah.node.Node;
import amanah.node.RunningService;
import amanah.testing.PostgresExtension;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.linecorp.armeria.client.grpc.GrpcClients;
import com.typesafe.config.ConfigFactory;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * What everybody may ask a whole node, at both doors, after one donor gave anonymously towards an
 * assessment of his, and got a part of it back.
 */
class PublicAnswersIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CAMPAIGN = "well";
  private static final String GIFT = "gift-0815";
  private static final String REFUND = "refund-0816";
  private static final String ASSESSMENT = "assessment-0817";
  private static final String DONOR = "donor-0818";

  /** What is never said: who gave, where the money came from, and what the charity noted of it. */
  private static final List<String> NEVER =
      List.of("Nobody Shall-Know", "bank-0819", "returned to Shall-Know");

  /** What is told of the gift, and never beside what is told of the donor. */
  private static final List<String> OF_THE_GIFT = List.of(GIFT, REFUND);

  private static final List<String> OF_THE_DONOR = List.of(DONOR, ASSESSMENT);
  private static final Map<String, String> NAMES =
      Map.of(
          "campaignId", CAMPAIGN,
          "donationId", GIFT,
          "assessmentId", ASSESSMENT,
          "file", "docs.js");
  private static final int LOOKS_MAX = 600;
  private static final long LOOK_MILLIS = 100;
  private static final int ANSWERS_MIN = 30;

  private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private static final AppenderBase<ILoggingEvent> APPENDER =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          LOG.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
        }
      };

  private static Node<AmanahServices> node;

  private final Map<String, String> answers = new LinkedHashMap<>();

  @BeforeAll
  static void start() {
    APPENDER.start();
    ROOT.addAppender(APPENDER);
    node =
        Node.start(
                ConfigFactory.parseMap(Map.of("amanah.campaign.ask-timeout", "30s"))
                    .withFallback(NodeConfig.alone(0, Map.of("url", POSTGRES.urlWithUser()))),
                InstantSource.system(),
                AmanahServices.PLAN)
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  static void stop() {
    node.stop().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    ROOT.detachAppender(APPENDER);
  }

  @Test
  void what_is_public_never_contains_who_gave_anonymously() throws Exception {
    give();
    awaitPayment();

    askEveryPath();
    askEveryRpc();
    listen();

    assertThat(answers).hasSizeGreaterThan(ANSWERS_MIN);
    assertThat(answers.values()).anyMatch(answer -> answer.contains(GIFT));
    assertThat(answers.values()).anyMatch(answer -> answer.contains(ASSESSMENT));
    answers.forEach(PublicAnswersIT::requireUnnamed);
    LOG.forEach(line -> requireUnnamed("the log", line));
  }

  /** Here, since it takes a node whose campaigns and assessments know of one another. */
  @Test
  void a_gift_towards_an_assessment_that_nobody_made_is_refused()
      throws IOException, InterruptedException {
    send(
        posted(
            "/v1/campaigns",
            "{'campaignId':'mill','title':'A mill','goal':{'amount':'5000.00','currency':'USD'},"
                + "'zakatEligible':true}"));
    String gift =
        "{'donationId':'gift-0820','amount':{'amount':'250.00','currency':'USD'},"
            + "'designation':'zakat','assessmentId':'mistyped',"
            + "'payment':{'method':'captured','reference':'bank-0820'}}";

    HttpResponse<String> one = send(posted("/v1/campaigns/mill/donations", gift));
    HttpResponse<String> many =
        send(posted("/v1/campaigns/mill/donations/batch", "[" + gift + "]"));
    HttpResponse<String> nowhere =
        send(posted("/v1/campaigns/none/donations/batch", "[" + gift + "]"));

    assertThat(one.statusCode()).isEqualTo(404);
    assertThat(one.body()).contains("assessment_not_found", "mistyped");
    assertThat(many.body()).contains("assessment_not_found");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(ask("/v1/campaigns/mill").body()).contains("\"donationCount\":0");
  }

  /** Here, since it takes a node with every part of the document. */
  @Test
  void the_whole_document_breaks_no_rule_of_a_linter() throws Exception {
    JsonNode document = JSON.readTree(ask("/openapi.json").body());

    assertThat(OpenApiLinter.problems(document)).isEmpty();
  }

  private static void requireUnnamed(String asked, String answer) {
    assertThat(answer).as(asked).doesNotContain(NEVER);
    boolean ofTheGift = OF_THE_GIFT.stream().anyMatch(answer::contains);
    boolean ofTheDonor = OF_THE_DONOR.stream().anyMatch(answer::contains);
    assertThat(ofTheGift && ofTheDonor).as(asked + " links both: " + answer).isFalse();
  }

  private void give() throws IOException, InterruptedException {
    post(
        "/v1/campaigns",
        "{'campaignId':'well','title':'A well','goal':{'amount':'5000.00','currency':'USD'},"
            + "'zakatEligible':true}");
    post(
        "/v1/zakat/assessments",
        "{'assessmentId':'assessment-0817','donorId':'donor-0818','profile':'aaoifi',"
            + "'currency':'USD',"
            + "'prices':{'gold':'100','silver':'1'},"
            + "'assets':[{'type':'cash','value':{'amount':'100000.00','currency':'USD'}}]}");
    String gift =
        "{'donationId':'gift-0815','amount':{'amount':'250.00','currency':'USD'},"
            + "'donor':{'id':'donor-0818','name':'Nobody Shall-Know','anonymous':true},"
            + "'designation':'zakat','assessmentId':'assessment-0817',"
            + "'payment':{'method':'captured','reference':'bank-0819'}}";
    keep("giving", post("/v1/campaigns/well/donations", gift));
    keep("giving again", post("/v1/campaigns/well/donations", gift));
    keep("giving otherwise", post("/v1/campaigns/well/donations", gift.replace("250", "251")));
    keep("giving many", post("/v1/campaigns/well/donations/batch", "[" + gift + "]"));
    post(
        "/v1/campaigns/well/donations/gift-0815/refunds",
        "{'refundId':'refund-0816','amount':{'amount':'50.00','currency':'USD'},"
            + "'reason':'returned to Shall-Know'}");
  }

  /** Until the assessment knows of the gift and of what came back of it. */
  private static void awaitPayment() throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    String paid = "";
    for (int look = 0; look < LOOKS_MAX && !paid.equals("200.00"); look++) {
      JsonNode assessment = JSON.readTree(ask("/v1/zakat/assessments/" + ASSESSMENT).body());
      paid = assessment.at("/paid/amount").asText();
      assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(paid).isEqualTo("200.00");
  }

  private void askEveryPath() throws IOException, InterruptedException {
    JsonNode document = JSON.readTree(ask("/openapi.json").body());
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getValue().has("get") && !path.getKey().endsWith("/events")) {
        String target = path.getKey();
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
          target = target.replace("{" + name.getKey() + "}", name.getValue());
        }
        HttpResponse<String> answer = ask(target);
        assertThat(answer.statusCode()).as(target).isIn(200, 307, 400);
        keep("GET " + target, answer);
      }
    }
  }

  private void askEveryRpc() {
    Channel channel =
        GrpcClients.newClient(
                "gproto+" + node.uri(),
                amanah.v1.CampaignServiceGrpc.CampaignServiceBlockingStub.class)
            .getChannel();
    List<MethodDescriptor<?, ?>> methods =
        node.services().running().stream()
            .map(RunningService::rpcs)
            .flatMap(List::stream)
            .flatMap(rpcs -> rpcs.service().bindService().getMethods().stream())
            .<MethodDescriptor<?, ?>>map(ServerMethodDefinition::getMethodDescriptor)
            .filter(method -> isQuestion(String.valueOf(method.getBareMethodName())))
            .toList();
    assertThat(methods).isNotEmpty();
    for (MethodDescriptor<?, ?> method : methods) {
      ask(channel, method);
    }
  }

  private static boolean isQuestion(String method) {
    return Stream.of("Get", "List", "Watch").anyMatch(method::startsWith);
  }

  @SuppressWarnings("unchecked")
  private <Q, A> void ask(Channel channel, MethodDescriptor<Q, A> method) {
    Message.Builder question =
        ((Message)
                ((MethodDescriptor.PrototypeMarshaller<Q>) method.getRequestMarshaller())
                    .getMessagePrototype())
            .newBuilderForType();
    for (FieldDescriptor field : question.getDescriptorForType().getFields()) {
      String name = NAMES.get(field.getJsonName());
      if (name != null) {
        question.setField(field, name);
      }
    }
    CallOptions until = CallOptions.DEFAULT.withDeadlineAfter(60, TimeUnit.SECONDS);
    try {
      Iterator<A> told =
          ClientCalls.blockingServerStreamingCall(channel, method, until, (Q) question.build());
      boolean more = true;
      for (int index = 0; more && told.hasNext(); index++) {
        String text = TextFormat.printer().printToString((Message) told.next());
        answers.put(method.getFullMethodName() + " " + index, text);
        more = !text.contains("donation_refunded");
      }
    } catch (StatusRuntimeException refused) {
      answers.put(method.getFullMethodName(), String.valueOf(refused.getTrailers()));
    }
  }

  /** To everything that has happened to the campaign. */
  private void listen() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(node.uri().resolve("/v1/campaigns/well/events")).build();
      HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
      List<String> lines = new ArrayList<>();
      try (Stream<String> told = answer.body()) {
        Iterator<String> next = told.iterator();
        while (lines.isEmpty() || !lines.getLast().contains(REFUND)) {
          lines.add(next.next());
        }
      }
      lines.forEach(line -> answers.put("event " + answers.size(), line));
      http.shutdownNow();
    }
  }

  private void keep(String asked, HttpResponse<String> answer) {
    answers.put(asked, answer.headers().map() + " " + answer.body());
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(posted(path, body));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 422);
    return answer;
  }

  private static HttpRequest posted(String path, String body) {
    return HttpRequest.newBuilder(node.uri().resolve(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
        .build();
  }

  private static HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(node.uri().resolve(path)).build());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
