package amanah.deploy.census;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The report for programs. */
final class CensusJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CensusJson() {}

  /** Its text. */
  static String text(CensusReport report) throws IOException {
    CensusSettings settings = report.settings();
    ObjectNode json = JSON.createObjectNode();
    json.put("seed", settings.seed());
    json.put("holds", report.holds());
    json.put("campaigns", settings.campaigns());
    json.put("nodes", settings.nodes());
    json.put("heapMegabytes", settings.heapMegabytes());
    json.put("idleMillis", settings.idle().toMillis());
    json.put("awakeMax", settings.awakeMax());
    json.put("openers", settings.openers());
    json.put("openSeconds", report.openSeconds());
    json.put("openedPerSecond", report.openedPerSecond());
    json.put("sleepSeconds", report.sleepSeconds());
    json.put("heapBytesOfOneAwake", Math.round(report.heapBytesOfOneAwake()));
    json.put("wakesPerSecond", settings.wakesPerSecond());
    json.set("reads", JSON.valueToTree(report.reads()));
    json.set("donations", JSON.valueToTree(report.donations()));
    json.put("failures", report.failures());
    report.stages().forEach(stage -> add(json.withArray("stages"), stage));
    json.set("count", JSON.valueToTree(report.count()));
    ArrayNode broken = json.putArray("broken");
    report.broken().forEach(broken::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static void add(ArrayNode stages, Stage stage) {
    ObjectNode json = stages.addObject();
    json.put("stage", stage.name());
    json.put("second", stage.second());
    for (Stage.NodeReading reading : stage.nodes()) {
      ObjectNode node = json.withArray("nodes").addObject();
      reading.awake().ifPresent(awake -> node.put("awake", awake));
      reading
          .process()
          .ifPresent(
              held -> {
                node.put("heapBytes", held.heapBytes());
                node.put("residentBytes", held.residentBytes());
                node.put("threads", held.threads());
              });
    }
  }
}
