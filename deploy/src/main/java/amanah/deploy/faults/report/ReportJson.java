package amanah.deploy.faults.report;

import amanah.deploy.faults.kind.TailGrowth;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** The report for programs. */
public final class ReportJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  /** Its text. */
  public static String text(RunReport report) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("title", report.title());
    json.put("seed", report.seed());
    json.put("holds", report.holds());
    json.set("figures", JSON.valueToTree(report.figures()));
    report.rows().forEach(row -> add(json.withArray("kinds"), row));
    report.faults().forEach(fault -> add(json.withArray("faults"), fault));
    json.set("findings", JSON.valueToTree(report.findings()));
    json.put("findingsCount", report.findingsCount());
    json.put("wrong", report.wrong());
    strings(json.putArray("unproven"), report.unproven());
    add(json.putArray("nodesAtStart"), report.growth().start());
    add(json.putArray("nodesAtEnd"), report.growth().end());
    strings(json.putArray("grown"), report.growth().broken());
    json.set("seconds", JSON.valueToTree(report.seconds()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static void add(ArrayNode rows, KindRow row) {
    ObjectNode json = rows.addObject();
    json.put("kind", row.kind().name());
    json.put("says", row.kind().says());
    json.put("asked", row.kind().bounds().source());
    json.put("verdict", row.verdict());
    json.put("times", row.times());
    json.put("acknowledged", row.acknowledged());
    json.put("lost", row.lost());
    json.put("doubled", row.doubled());
    json.put("wrong", row.wrong());
    json.put("failed", row.failed());
    json.set("struckAwayMillis", JSON.valueToTree(row.struck()));
    json.set("othersAwayMillis", JSON.valueToTree(row.others()));
    put(json, row.tail());
    json.put("skipped", row.skipped());
    strings(json.putArray("broken"), row.broken());
  }

  private static void add(ArrayNode faults, FaultRecord fault) {
    ObjectNode json = faults.addObject();
    json.put("kind", fault.blow().kind());
    json.put("seed", fault.blow().seed());
    json.put("lastsMillis", fault.blow().lasts().toMillis());
    json.put("target", fault.target());
    json.put("detail", fault.detail());
    json.put("beganSecond", fault.beganSecond());
    json.put("healedSecond", fault.healedSecond());
    json.put("acknowledged", fault.acknowledged());
    json.put("healed", fault.seen().healed());
    json.put("backAfterMillis", fault.seen().backAfter().toMillis());
    json.put("nodeEnds", fault.seen().ends());
    json.put("endedAfterMillis", fault.seen().endedAfter().toMillis());
    json.put("shardsMoved", fault.seen().moved());
    json.put("ambiguous", fault.seen().ambiguous());
    json.put("resolved", fault.seen().resolved());
    json.put("commitsStruck", fault.seen().commitsStruck());
    json.put("failed", fault.seen().failed());
    fault
        .seen()
        .calculationAway()
        .ifPresent(away -> json.put("calculationAwayMillis", away.toMillis()));
    put(json, TailGrowth.of(List.of(fault.seen())));
    json.set("struckAwayMillis", JSON.valueToTree(Distribution.of(fault.struckMillis())));
    json.set("othersAwayMillis", JSON.valueToTree(Distribution.of(fault.othersMillis())));
    strings(json.putArray("broken"), fault.broken());
  }

  private static void put(ObjectNode json, TailGrowth tail) {
    json.put("calmTailMillis", tail.calmMillis());
    json.put("othersTailMillis", tail.othersMillis());
  }

  private static void add(ArrayNode nodes, List<Holding> holdings) {
    for (Holding holding : holdings) {
      ObjectNode node = nodes.addObject().put("node", holding.node());
      node.put("sessions", holding.sessions());
      holding
          .process()
          .ifPresent(
              held ->
                  node.put("heapBytes", held.heapBytes())
                      .put("residentBytes", held.residentBytes())
                      .put("threads", held.threads()));
    }
  }

  private static void strings(ArrayNode array, List<String> sentences) {
    sentences.forEach(array::add);
  }
}
