package amanah.deploy.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.cluster.ProcessReading;
import amanah.deploy.faults.kind.Blow;
import amanah.deploy.faults.kind.FaultKind;
import amanah.deploy.faults.kind.FaultKinds;
import amanah.deploy.faults.kind.Seen;
import amanah.deploy.faults.kind.TailGrowth;
import amanah.deploy.faults.kind.Waits;
import amanah.deploy.faults.load.Second;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {

  private static final FaultKind KILL = FaultKinds.named("kill").orElseThrow();
  private static final FaultKind PARTITION = FaultKinds.named("partition").orElseThrow();
  private static final double SECONDS = 120;

  @Test
  void a_run_that_holds_says_so_in_its_last_line() {
    RunReport report = report(List.of(), List.of(), List.of());

    assertThat(report.holds()).isTrue();
    assertThat(ReportText.lines(report).getLast())
        .startsWith(
            "result=pass seed=7 faults=1 skipped=1 acknowledged=36000 lost=0 doubled=0 wrong=0");
  }

  @Test
  void a_lost_donation_fails_the_run_and_the_kind_in_whose_time_it_was_acknowledged() {
    Finding lost = new Finding(Finding.Kind.LOST, 0, "donation gift-1 <is> lost");
    RunReport report = report(List.of(lost), List.of(), List.of());

    assertThat(report.holds()).isFalse();
    assertThat(ReportText.lines(report)).anyMatch(line -> line.contains("gift-1 <is> lost"));
    assertThat(ReportText.lines(report).getLast()).startsWith("result=FAIL").contains("lost=1");
    assertThat(ReportHtml.text(report)).contains("gift-1 &lt;is> lost");
  }

  @Test
  void a_wrong_answer_has_a_column_of_its_own_and_fails_its_kind() throws IOException {
    Finding stale = new Finding(Finding.Kind.STALE_READ, 0, "was read as it had been");
    Finding refused = new Finding(Finding.Kind.REFUSED_BUT_RECORDED, 0, "was refused");
    RunReport report = report(List.of(stale, refused), List.of(), List.of());

    assertThat(ReportText.lines(report))
        .anyMatch(line -> line.matches("kill +1 +4000 +0 +0 +2 +0 .*FAIL"));
    assertThat(ReportText.lines(report).getLast()).contains("lost=0 doubled=0 wrong=2");
    assertThat(ReportHtml.text(report))
        .contains("<th>wrong</th>")
        .contains("<td>4,000</td><td>0</td><td>0</td><td>2</td><td>0</td>");
    JsonNode json = new ObjectMapper().readTree(ReportJson.text(report));
    assertThat(json.path("kinds").path(0).path("wrong").asLong()).isEqualTo(2);
    assertThat(json.path("wrong").asLong()).isEqualTo(2);
  }

  @Test
  void exceeding_a_bound_fails_the_run() {
    RunReport report = report(List.of(), List.of("struck campaigns were away for 30 s"), List.of());

    assertThat(report.holds()).isFalse();
    assertThat(ReportText.lines(report))
        .anyMatch(line -> line.startsWith("kill ") && line.endsWith("FAIL"))
        .contains("kill: struck campaigns were away for 30 s");
  }

  @Test
  void a_run_that_proves_nothing_fails() {
    RunReport report = report(List.of(), List.of(), List.of("no answer was ambiguous"));

    assertThat(report.holds()).isFalse();
    assertThat(ReportText.lines(report)).contains("nothing proven: no answer was ambiguous");
  }

  @Test
  void a_node_that_has_grown_fails_the_run() {
    RunReport report = report(List.of(), List.of(), List.of(), 20);

    assertThat(report.holds()).isFalse();
    assertThat(ReportText.lines(report))
        .contains(
            "node 0 held at the start 40 MB of heap, 60 threads, 13 sessions, at the end 40 MB of"
                + " heap, 60 threads, 20 sessions")
        .anyMatch(line -> line.startsWith("grown: node 0 has 20 sessions at the end"));
  }

  @Test
  void what_was_skipped_is_never_passed() {
    RunReport report = report(List.of(), List.of(), List.of());

    assertThat(ReportText.lines(report))
        .anyMatch(line -> line.startsWith("partition ") && line.endsWith("SKIPPED"))
        .contains("partition: network namespaces need root");
  }

  @Test
  void the_plot_is_a_picture_with_a_title_axes_and_a_band_for_the_fault()
      throws IOException, ParserConfigurationException, SAXException {
    String svg = Plot.svg(report(List.of(), List.of(), List.of()));
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(3);
    assertThat(svg)
        .contains("A run &lt;of&gt; one".replace("&gt;", ">"))
        .contains("donations acknowledged / s")
        .contains("until a definite answer, s")
        .contains("seconds since the load began")
        .contains(">kill</text>");
  }

  @Test
  void the_page_needs_nothing_else() {
    String html = ReportHtml.text(report(List.of(), List.of(), List.of()));

    assertThat(html).startsWith("<!DOCTYPE html>").contains("<svg").endsWith("</html>\n");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }

  @Test
  void programs_read_the_same() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(ReportJson.text(report(List.of(), List.of(), List.of())));

    assertThat(json.path("holds").asBoolean()).isTrue();
    assertThat(json.path("faults").path(0).path("kind").asText()).isEqualTo("kill");
    assertThat(json.path("kinds").path(1).path("verdict").asText()).isEqualTo("SKIPPED");
    assertThat(json.path("seconds")).hasSize((int) SECONDS);
  }

  @Test
  void a_distribution_names_values_that_were_there() {
    Distribution hundred =
        Distribution.of(LongStream.rangeClosed(1, 100).mapToObj(value -> (double) value).toList());

    assertThat(hundred).isEqualTo(new Distribution(100, 50, 90, 99, 100));
    assertThat(Distribution.of(List.of())).isEqualTo(new Distribution(0, 0, 0, 0, 0));
  }

  private static Holding holding(int sessions) {
    return new Holding(0, Optional.of(new ProcessReading(40L << 20, 300L << 20, 60)), sessions);
  }

  private static Seen seen() {
    return new Seen(
        1,
        Duration.ofSeconds(1),
        true,
        40,
        3,
        0,
        0,
        Duration.ofSeconds(12),
        Duration.ofSeconds(1),
        Duration.ofSeconds(14),
        true,
        Optional.of(Duration.ofMillis(40)),
        new Waits(new Histogram(2)),
        new Waits(new Histogram(2)));
  }

  private static RunReport report(
      List<Finding> findings, List<String> broken, List<String> unproven) {
    return report(findings, broken, unproven, 13);
  }

  private static RunReport report(
      List<Finding> findings, List<String> broken, List<String> unproven, int sessionsAtEnd) {
    long lost = findings.stream().filter(found -> found.kind() == Finding.Kind.LOST).count();
    long wrong = findings.stream().filter(found -> KindRow.isWrong(found.kind())).count();
    Distribution away = Distribution.of(List.of(9000.0, 12_000.0));
    Distribution none = Distribution.of(List.of());
    return new RunReport(
        "A run <of> one",
        7,
        new Figures(SECONDS, 36_000, 10, 0, 0, 40, 3, 90, 90, 90, 90, 4, 700, 1, 5, 90, 12_000),
        List.of(
            new KindRow(
                KILL, 1, 4000, lost, 0, wrong, 0, away, none, new TailGrowth(12, 15), "", broken),
            new KindRow(
                PARTITION,
                0,
                0,
                0,
                0,
                0,
                0,
                none,
                none,
                new TailGrowth(0, 0),
                "network namespaces need root",
                List.of())),
        List.of(
            new FaultRecord(
                new Blow("kill", 3, Duration.ZERO),
                "node 1",
                "",
                20,
                34,
                4000,
                seen(),
                List.of(9000.0, 12_000.0),
                List.of(400.0),
                broken)),
        LongStream.range(0, (long) SECONDS)
            .mapToObj(second -> new Second(second, 300, 0, 5, 40))
            .toList(),
        new Growth(List.of(holding(13)), List.of(holding(sessionsAtEnd)), 0),
        findings,
        findings.size(),
        unproven);
  }
}
