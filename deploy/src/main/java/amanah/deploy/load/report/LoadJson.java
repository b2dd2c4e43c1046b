package amanah.deploy.load.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The report for programs. */
public final class LoadJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LoadJson() {}

  /** Its text. */
  public static String text(LoadReport report) throws IOException {
    LoadTotals totals = report.totals();
    ObjectNode json = JSON.createObjectNode();
    json.put("title", report.title());
    json.put("door", report.door());
    json.put("seed", report.seed());
    json.put("holds", report.holds());
    json.put("rateReached", report.rateReached());
    json.put("broken", report.broken());
    json.put("windowSeconds", totals.seconds());
    json.put("warmupSeconds", report.warmupSeconds());
    json.put("offered", totals.offered());
    json.put("offeredPerSecond", totals.offeredPerSecond());
    json.put("reachedPerSecond", totals.reachedPerSecond());
    json.put("acknowledged", totals.acknowledged());
    json.put("replayed", totals.replayed());
    json.set("refused", JSON.valueToTree(totals.refused()));
    json.set("failed", JSON.valueToTree(totals.failed()));
    json.put("shed", totals.shed());
    json.set("latencies", JSON.valueToTree(totals.curve()));
    json.set("seconds", JSON.valueToTree(report.seconds()));
    json.set("books", JSON.valueToTree(report.books()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }
}
