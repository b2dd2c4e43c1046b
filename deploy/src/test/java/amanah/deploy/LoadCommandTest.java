package amanah.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.terminal.ExitCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.metric.NoopMeterRegistry;
import com.linecorp.armeria.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code amanah load}: what it is told, and a node that forgets; a true one is in another test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadCommandTest {

  private static final int FORGETS_EACH = 10;

  private final ForgetfulNode node = new ForgetfulNode();

  @TempDir Path directory;

  @BeforeAll
  void start() {
    node.server.start().join();
  }

  @BeforeEach
  void forgetNothing() {
    node.forgetsEach = Integer.MAX_VALUE;
  }

  @AfterAll
  void stop() {
    node.server.stop().join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seconds 0             | --seconds 0, expected 1 to 3600",
        "--warmup 3601           | --warmup 3601, expected 0 to 3600",
        "--campaigns 0           | --campaigns 0, expected 1 to 100000",
        "--connections 65        | --connections 65, expected 1 to 64",
        "--in-flight 100001      | --in-flight 100001, expected 0 to 100000",
        "--nodes 10              | --nodes 10, expected 0 to 9",
        "--rate fast             | \"fast\" is not a rate, expected 1 to 1000000",
        "--rate -1               | \"-1\" is not a rate, expected 1 to 1000000",
        "--http --stream         | --http goes with neither --grpc nor --stream",
        "--url https://localhost | --url https://localhost, expected http",
        "--nodes 1 --url http://localhost:1 | expected one of them",
      })
  void what_makes_no_sense_is_named(String options, String expected) {
    Shell shell = Shell.run(new FakeTime(), ("load " + options).split(" ", -1));

    assertThat(shell.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(shell.err()).contains(expected);
  }

  @Test
  void a_node_that_holds_what_it_acknowledged_passes() {
    Shell shell = load("--rate", "500");

    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
    assertThat(shell.out()).contains("campaigns whose totals agree: 1 of 1");
    assertThat(shell.lastLine()).startsWith("result=pass door=http offered_per_second=500 ");
  }

  @Test
  void a_node_that_does_not_bear_the_rate_fails_though_its_books_agree() {
    Shell shell = load("--rate", "100000", "--connections", "1", "--in-flight", "1");

    assertThat(shell.exitCode()).isEqualTo(ExitCode.INCOMPLETE.number());
    assertThat(shell.out())
        .contains("campaigns whose totals agree: 1 of 1", "the offered rate was not reached: ");
    assertThat(shell.lastLine())
        .startsWith("result=FAIL door=http offered_per_second=100000 ")
        .doesNotContain(" shed=0 ")
        .endsWith(" wrong=0");
  }

  @Test
  void a_node_that_forgets_what_it_acknowledged_is_found_out() {
    node.forgetsEach = FORGETS_EACH;

    Shell shell = load("--rate", "max", "--in-flight", "10");

    assertThat(shell.exitCode()).isEqualTo(ExitCode.FINDINGS.number());
    assertThat(shell.out()).contains("campaigns whose totals agree: 0 of 1", "acknowledged were ");
    assertThat(shell.lastLine()).startsWith("result=FAIL").endsWith("wrong=1");
  }

  @Test
  void where_nothing_answers_nothing_is_loaded() {
    Shell shell =
        Shell.run(new FakeTime(), "load", "--url=http://127.0.0.1:1", "--report=" + directory);

    assertThat(shell.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(shell.err()).contains("nothing answers at http://127.0.0.1:1");
  }

  private Shell load(String... more) {
    return Shell.run(
        new FakeTime(),
        Stream.concat(
                Stream.of(
                    "load",
                    "--url=http://127.0.0.1:" + node.server.activeLocalPort(),
                    "--warmup=0",
                    "--seconds=1",
                    "--report=" + directory),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** Acknowledges every donation to its one campaign, and does not always add it up. */
  private static final class ForgetfulNode {

    private final AtomicLong donations = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong raisedMinor = new AtomicLong();
    private volatile int forgetsEach = Integer.MAX_VALUE;
    private final Server server =
        Server.builder()
            .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .meterRegistry(NoopMeterRegistry.get())
            .serviceUnder(
                "/",
                (context, request) -> HttpResponse.of(request.aggregate().thenApply(this::answer)))
            .build();

    private HttpResponse answer(AggregatedHttpRequest request) {
      if (request.method() == HttpMethod.GET) {
        return HttpResponse.of(
            HttpStatus.OK,
            MediaType.JSON,
            """
            {"campaignId":"load","title":"Load","status":"active","goal":%s,"raised":%s,\
            "donationCount":%d,"donorCount":0,"percentFunded":"0.00"}\
            """
                .formatted(money(1), money(raisedMinor.get()), kept.get()));
      }
      if (request.path().endsWith("/donations")) {
        give(request.contentUtf8());
      } else {
        donations.set(0);
        kept.set(0);
        raisedMinor.set(0);
      }
      return HttpResponse.of(HttpStatus.CREATED, MediaType.JSON, "{\"sequence\":7}");
    }

    private void give(String body) {
      if (donations.incrementAndGet() % forgetsEach != 0) {
        kept.incrementAndGet();
        raisedMinor.addAndGet(minor(body));
      }
    }

    private static long minor(String body) {
      try {
        String amount = new ObjectMapper().readTree(body).at("/amount/amount").asText();
        return new BigDecimal(amount).movePointRight(2).longValueExact();
      } catch (IOException notJson) {
        throw new UncheckedIOException(notJson);
      }
    }

    private static String money(long minor) {
      return "{\"amount\":\"" + BigDecimal.valueOf(minor, 2) + "\",\"currency\":\"IDR\"}";
    }
  }
}
