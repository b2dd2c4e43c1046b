package amanah.deploy.bench;

import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.Percentiles;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes a report for programs; what was not measured is left out. */
final class ReportJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private ReportJson() {}

  static String text(BenchReport report) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("machine", report.machine());
      json.writeArrayFieldStart("results");
      for (BenchResult result : report.results()) {
        write(json, report, result);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, BenchReport report, BenchResult result)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", result.measurement().label());
    LoadFigures figures = result.figures();
    if (figures != null) {
      write(json, figures);
      json.writeNumberField("inFlight", result.callers());
    }
    if (result.batchMean() != null) {
      json.writeNumberField("batchMean", result.batchMean());
    }
    if (result.batchMax() > 0) {
      json.writeNumberField("batchMax", result.batchMax());
    }
    OptionalDouble ratio = report.ratio(result);
    if (ratio.isPresent()) {
      json.writeStringField("baseline", result.measurement().baseline().orElseThrow().label());
      json.writeNumberField("ratio", ratio.getAsDouble());
    }
    if (result.measurement().promisedRatio() > 0) {
      json.writeNumberField("promisedRatio", result.measurement().promisedRatio());
      json.writeStringField("promise", report.verdict(result));
    }
    json.writeNumberField("pacePercent", report.pacePercent(result));
    json.writeBooleanField("loadDiffered", report.loadDiffered(result));
    json.writeStringField("note", result.note());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, LoadFigures figures) throws IOException {
    json.writeNumberField("operationsPerSecond", figures.perSecond());
    if (figures.meanMillis() != null) {
      json.writeNumberField("meanMillis", figures.meanMillis());
    }
    Percentiles percentiles = figures.percentiles();
    if (percentiles != null) {
      json.writeNumberField("p50Millis", percentiles.p50Millis());
      json.writeNumberField("p99Millis", percentiles.p99Millis());
      json.writeNumberField("p999Millis", percentiles.p999Millis());
    }
    json.writeObjectFieldStart("notAcknowledgedAsNew");
    for (Map.Entry<String, Long> refused : figures.refused().entrySet()) {
      json.writeNumberField(refused.getKey(), refused.getValue());
    }
    json.writeEndObject();
  }
}
