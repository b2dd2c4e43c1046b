package amanah.deploy.census;

import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.cluster.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the campaigns in the journal by plain SQL, and asks each node for some of them. */
final class Counting {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FETCH_ROWS = 1000;
  private static final int FINDINGS_KEPT = 20;
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SQL =
      """
      SELECT substr(persistence_id, strpos(persistence_id, '|') + 1), max(sequence_number),
             count(*),
             count(*) FILTER (WHERE event_ser_manifest = 'campaign-opened.v1'),
             count(*) FILTER (WHERE event_ser_manifest = 'donations-recorded.v1')
      FROM campaign.event_journal GROUP BY persistence_id
      """;

  private final CountedCampaigns campaigns;
  private final Set<Integer> given;
  private final List<String> findings = new ArrayList<>();
  private int missing;
  private int strange;
  private int asked;
  private int wrong;

  /** Will expect one donation in each campaign whose number is among {@code given}. */
  Counting(CountedCampaigns campaigns, Set<Integer> given) {
    this.campaigns = campaigns;
    this.given = Set.copyOf(given);
  }

  /** All that it comes to; {@code sample} are the campaigns that every node is asked for. */
  Count count(Connection connection, List<NodeProcess> nodes, List<Integer> sample, Pause pause)
      throws SQLException, IOException, InterruptedException {
    inJournal(connection);
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (NodeProcess node : nodes) {
        for (int number : sample) {
          ask(http, node, number, pause);
        }
      }
    }
    return new Count(
        campaigns.count() - missing, missing, strange, asked, wrong, List.copyOf(findings));
  }

  private void inJournal(Connection connection) throws SQLException {
    Map<String, Integer> expected = new HashMap<>();
    for (int number = 0; number < campaigns.count(); number++) {
      expected.put(campaigns.id(number), given.contains(number) ? 1 : 0);
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery(SQL)) {
        while (rows.next()) {
          check(rows, expected);
        }
      }
    }
    missing += expected.size();
    expected.keySet().stream().sorted().forEach(id -> note(id + " is not in the journal"));
  }

  private void check(ResultSet rows, Map<String, Integer> expected) throws SQLException {
    String id = rows.getString(1);
    Integer donations = expected.remove(id);
    if (donations == null) {
      strange++;
      note(id + " is in the journal, and nobody opened it");
    } else if (rows.getLong(2) != 1 + donations
        || rows.getLong(3) != 1 + donations
        || rows.getLong(4) != 1
        || rows.getLong(5) != donations) {
      missing++;
      note(
          "%s has %d events up to number %d, %d openings, %d donations; expected 1 opening and %d"
              .formatted(
                  id,
                  rows.getLong(3),
                  rows.getLong(2),
                  rows.getLong(4),
                  rows.getLong(5),
                  donations));
    }
  }

  private void ask(HttpClient http, NodeProcess node, int number, Pause pause)
      throws IOException, InterruptedException {
    URI uri = node.place().uri().resolve(campaigns.read(number).path());
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build();
    List<HttpResponse<String>> answers = new ArrayList<>();
    pause.until(
        PATIENCE,
        () -> {
          HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
          answers.add(response);
          return response.statusCode() == OK;
        });
    asked++;
    JsonNode page = JSON.readTree(answers.getLast().body());
    if (!campaigns.isAsRecorded(number, given.contains(number) ? 1 : 0, page)) {
      wrong++;
      note("node %d says of %s: %s".formatted(node.place().number(), campaigns.id(number), page));
    }
  }

  private void note(String sentence) {
    if (findings.size() < FINDINGS_KEPT) {
      findings.add(sentence);
    }
  }
}
