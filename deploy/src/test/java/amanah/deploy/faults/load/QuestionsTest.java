package amanah.deploy.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.books.Acknowledgement;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.load.Questions.Question;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One donation is acknowledged; a node that says what it is told to is asked about it. */
class QuestionsTest {

  /** One that is refunded by those who ask. */
  private static final long NUMBER = 1_000_000_000_002L;

  private static final int TRIES_MAX = 20;

  private final AtomicLong nanos = new AtomicLong();
  private final PlannedDonations planned = new PlannedDonations(7, List.of("quiet-0"));
  private final Meter meter = new Meter(1, nanos::get);
  private final Findings findings = new Findings(meter);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer node;
  private final SecondBook book;
  private volatile String answer = "";

  QuestionsTest(@TempDir Path directory) throws IOException {
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext("/", this::answer);
    node.start();
    book = SecondBook.open(planned, directory.resolve("acknowledged"));
    book.acknowledged(new Acknowledgement(NUMBER, 2, planned.amountMinor(NUMBER), -1));
  }

  @AfterEach
  void stop() throws IOException {
    node.stop(0);
    http.shutdownNow();
    book.close();
  }

  @Test
  void a_read_without_what_was_acknowledged_before_it_is_stale() throws InterruptedException {
    ask(Question.READ, "200 {'donationCount':0,'raised':{'amount':'0.00'}}");

    assertThat(kinds()).containsExactly(Finding.Kind.STALE_READ);
  }

  @Test
  void an_answer_with_all_that_was_acknowledged_is_right() throws InterruptedException {
    ask(Question.READ, "200 {'donationCount':1,'raised':{'amount':'" + amount() + "'}}");
    ask(
        Question.LOOK_UP,
        "200 {'amount':{'amount':'" + amount() + "'},'history':[{'sequence':2}]}");
    ask(Question.REPEAT, "200 replayed {'amount':{'amount':'" + amount() + "'},'sequence':2}");
    ask(Question.REPEAT_OTHERWISE, "422 {'code':'idempotency_mismatch'}");
    ask(Question.REFUND_UNKNOWN, "404 {'code':'donation_not_found'}");
    ask(Question.REFUND, "201 {'amount':{'amount':'1.00'}}");

    assertThat(findings.kept()).isEmpty();
    assertThat(meter.totals().questions()).isEqualTo(6);
  }

  @Test
  void an_acknowledged_donation_that_is_not_found_is_stale() throws InterruptedException {
    ask(Question.LOOK_UP, "404 {'code':'donation_not_found'}");

    assertThat(kinds()).containsExactly(Finding.Kind.STALE_READ);
  }

  @Test
  void a_refund_of_an_acknowledged_donation_is_not_refused() throws InterruptedException {
    ask(Question.REFUND, "404 {'code':'donation_not_found'}");

    assertThat(kinds()).containsExactly(Finding.Kind.REFUND);
  }

  @Test
  void a_refund_of_a_donation_that_nobody_gave_is_refused() throws InterruptedException {
    ask(Question.REFUND_UNKNOWN, "201 {'amount':{'amount':'1.00'}}");

    assertThat(kinds()).containsExactly(Finding.Kind.REFUND);
  }

  @Test
  void a_repeat_that_is_recorded_anew_or_under_another_number_is_found()
      throws InterruptedException {
    ask(Question.REPEAT, "201 {'amount':{'amount':'" + amount() + "'},'sequence':2}");
    ask(Question.REPEAT, "200 replayed {'amount':{'amount':'" + amount() + "'},'sequence':3}");
    ask(Question.REPEAT_OTHERWISE, "201 {'amount':{'amount':'1.00'},'sequence':4}");

    assertThat(kinds())
        .containsExactly(Finding.Kind.REPLAY, Finding.Kind.REPLAY, Finding.Kind.REPLAY);
  }

  @Test
  void who_does_not_know_says_nothing_wrong() throws InterruptedException {
    for (Question question : Question.values()) {
      askOnce(question, "503 {'code':'unavailable'}");
      askOnce(question, "504 {'code':'timeout'}");
    }

    assertThat(findings.kept()).isEmpty();
    assertThat(meter.totals().questions()).isZero();
  }

  /** Asks until there is a definite answer: on a busy machine a try may be over before it. */
  private void ask(Question question, String told) throws InterruptedException {
    long before = answered();
    for (int attempt = 0; attempt < TRIES_MAX && answered() == before; attempt++) {
      askOnce(question, told);
    }
  }

  private long answered() {
    return findings.count() + meter.totals().questions();
  }

  private void askOnce(Question question, String told) throws InterruptedException {
    answer = told;
    URI door = URI.create("http://127.0.0.1:" + node.getAddress().getPort());
    Doors doors = new Doors(List.of(door), http, duration -> {}, new Random(1));
    Caller caller = new Caller(doors, http, duration -> {}, nanos::get, tried -> {});
    new Questions(caller, book, new ReservedNumbers(planned), findings, meter.totals())
        .ask(question, 0, 0, new SplittableRandom(1));
  }

  private List<Finding.Kind> kinds() {
    return findings.kept().stream().map(Finding::kind).toList();
  }

  private String amount() {
    return Bodies.amount(planned.amountMinor(NUMBER));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] words = answer.split(" ", 2);
      String told = words[1];
      if (told.startsWith("replayed ")) {
        exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        told = told.substring("replayed ".length());
      }
      byte[] body = told.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(Integer.parseInt(words[0]), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
