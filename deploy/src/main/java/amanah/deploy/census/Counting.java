package amanah.deploy.census;

import amanah.deploy.faults.NodePages;
import amanah.deploy.faults.cluster.NodeProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the campaigns in the journal by plain SQL, and asks each node for some of them. */
final class Counting {

  private static final int FETCH_ROWS = 1000;
  private static final int FINDINGS_KEPT = 20;
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

  /** Counts those in the journal. */
  void inJournal(Connection connection) throws SQLException {
    Map<String, Integer> expected = new HashMap<>();
    for (int number = 0; number < campaigns.count(); number++) {
      expected.put(campaigns.id(number), donations(number));
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

  private int donations(int number) {
    return given.contains(number) ? 1 : 0;
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

  /** Asks each node for each of the sample. */
  void atNodes(List<NodeProcess> nodes, List<Integer> sample, NodePages pages)
      throws IOException, InterruptedException {
    for (NodeProcess node : nodes) {
      int place = node.place().number();
      for (int number : sample) {
        URI uri = node.place().uri().resolve(campaigns.read(number).path());
        said(place, number, pages.read(place, uri));
      }
    }
    pages.findings().forEach(found -> note(found.sentence()));
  }

  /** Node {@code place} said that of a campaign, or nothing. */
  void said(int place, int number, Optional<JsonNode> page) {
    asked++;
    if (page.isEmpty() || !campaigns.isAsRecorded(number, donations(number), page.get())) {
      wrong++;
      note(
          "node %d says of %s: %s"
              .formatted(
                  place, campaigns.id(number), page.map(JsonNode::toString).orElse("nothing")));
    }
  }

  /** What it has come to. */
  Count count() {
    return new Count(
        campaigns.count() - missing, missing, strange, asked, wrong, List.copyOf(findings));
  }

  private void note(String sentence) {
    if (findings.size() < FINDINGS_KEPT) {
      findings.add(sentence);
    }
  }
}
