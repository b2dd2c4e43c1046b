package amanah.deploy.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class LoadReportTest {

  private static final BooksCheck AGREES = new BooksCheck(2, 15_000, List.of());

  @Test
  void a_load_whose_books_agree_says_so_in_its_last_line() {
    LoadReport report = report("", AGREES);

    assertThat(report.holds()).isTrue();
    assertThat(LoadText.lines(report))
        .noneMatch(line -> line.contains("not reached"))
        .contains(
            "refused: 7 overloaded",
            "failed: 2 given up",
            "books: 15,000 acknowledged, warm-up included; campaigns whose totals agree: 2 of 2");
    assertThat(LoadText.lines(report).getLast())
        .isEqualTo(
            "result=pass door=http offered_per_second=1000 reached_per_second=998 p50_ms=1.50"
                + " p99_ms=12.00 max_ms=40.0 acknowledged=9990 replayed=1 refused=7 failed=2"
                + " shed=0 wrong=0");
  }

  @Test
  void a_load_in_which_donations_were_shed_fails_though_its_books_agree_and_says_why()
      throws IOException {
    LoadReport report = report("", AGREES, 10);

    assertThat(report.holds()).isFalse();
    assertThat(LoadText.lines(report))
        .contains(
            "the offered rate was not reached: 10 of 10,010 donations were shed, since too many"
                + " were open");
    assertThat(LoadText.lines(report).getLast())
        .startsWith("result=FAIL ")
        .endsWith(" shed=10 wrong=0");
    JsonNode json = new ObjectMapper().readTree(LoadJson.text(report));
    assertThat(json.path("holds").asBoolean()).isFalse();
    assertThat(json.path("rateReached")).isEqualTo(BooleanNode.FALSE);
  }

  @Test
  void the_table_has_a_figure_under_each_heading() {
    List<String> lines = LoadText.lines(report("", AGREES, 10));

    assertThat(lines.get(2).strip().split(" {2,}", -1)).hasSize(12);
    assertThat(lines.get(3).strip().split(" +", -1))
        .containsExactly(
            "http", "1,001", "998", "1.50", "5.00", "12.0", "30.0", "40.0", "1", "7", "2", "10");
    assertThat(lines.get(2)).hasSameSizeAs(lines.get(3));
  }

  @Test
  void something_acknowledged_that_is_missing_fails_the_load_and_is_named() {
    BooksCheck wrong = new BooksCheck(2, 15_000, List.of("campaign load-1 has 7 donations"));
    LoadReport report = report("", wrong);

    assertThat(report.holds()).isFalse();
    assertThat(LoadText.lines(report))
        .contains(
            "books: 15,000 acknowledged, warm-up included; campaigns whose totals agree: 1 of 2",
            "campaign load-1 has 7 donations");
    assertThat(LoadText.lines(report).getLast()).startsWith("result=FAIL").endsWith("wrong=1");
  }

  @Test
  void a_load_that_broke_off_or_in_which_nothing_was_acknowledged_fails() {
    assertThat(report("the HTTP load broke", AGREES).holds()).isFalse();
    assertThat(LoadText.lines(report("the HTTP load broke", AGREES)))
        .contains("VOID: the HTTP load broke");
    assertThat(report("", new BooksCheck(2, 0, List.of())).holds()).isFalse();
  }

  @Test
  void the_plot_shows_the_curve_the_latencies_over_time_and_the_rate()
      throws IOException, ParserConfigurationException, SAXException {
    String svg = LatencyPlot.svg(report("", AGREES));
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    assertThat(svg)
        .contains("1,000 a second &lt;of> one", "latency, ms", "acknowledged / s", "warm-up")
        .contains(">0 %</text>", ">99 %</text>", ">99.999 %</text>")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void a_plot_of_nothing_is_still_a_picture() {
    LoadTotals nothing = new LoadTotals(1, 0, 0, 0, Map.of(), Map.of(), 0, 0, List.of());
    LoadReport report = new LoadReport("nothing", "http", 1, nothing, List.of(), 0, "", AGREES);

    assertThat(LatencyPlot.svg(report)).endsWith("</svg>\n").doesNotContain("NaN", "Infinity");
  }

  @Test
  void programs_read_the_same() throws IOException {
    JsonNode json = new ObjectMapper().readTree(LoadJson.text(report("", AGREES)));

    assertThat(json.path("holds").asBoolean()).isTrue();
    assertThat(json.path("offered").asLong()).isEqualTo(10_000);
    assertThat(json.path("refused").path("overloaded").asLong()).isEqualTo(7);
    assertThat(json.path("latencies").path(1).path("millis").asDouble()).isEqualTo(1.5);
    assertThat(json.path("seconds")).hasSize(2);
    assertThat(json.path("books").path("acknowledged").asLong()).isEqualTo(15_000);
  }

  private static LoadReport report(String broken, BooksCheck books) {
    return report(broken, books, 0);
  }

  private static LoadReport report(String broken, BooksCheck books, long shed) {
    LoadTotals totals =
        new LoadTotals(
            10,
            10_000 + shed,
            9_990,
            1,
            Map.of("overloaded", 7L),
            Map.of("given up", 2L),
            shed,
            998,
            List.of(
                new CurvePoint(0, 0.4),
                new CurvePoint(50, 1.5),
                new CurvePoint(90, 5),
                new CurvePoint(99, 12),
                new CurvePoint(99.9, 30),
                new CurvePoint(100, 40)));
    return new LoadReport(
        "1,000 a second <of> one",
        "http",
        1,
        totals,
        List.of(new LoadSecond(1, 1_000, 1.2, 9, 3), new LoadSecond(2, 1_010, 1.4, 14, 2)),
        1,
        broken,
        books);
  }
}
