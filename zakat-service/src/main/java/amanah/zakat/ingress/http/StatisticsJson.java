package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.http.Words;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.statistics.Statistics;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes what was calculated. */
final class StatisticsJson {

  private StatisticsJson() {}

  static void write(JsonGenerator json, Statistics statistics) throws IOException {
    json.writeStartObject();
    json.writeNumberField("totalCalculations", statistics.totalCalculations());
    Numbers.totals(json, "totalZakat", statistics.totalZakat());
    json.writeNumberField("cacheHits", statistics.cacheHits());
    json.writeNumberField("cacheMisses", statistics.cacheMisses());
    json.writeNumberField("cacheHitRate", statistics.cacheHitRate());
    json.writeNumberField("cacheSize", statistics.cacheSize());
    Numbers.totals(json, "collected", statistics.collected());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, PastCalculation calculation) throws IOException {
    json.writeStartObject();
    Json.time(json, "at", calculation.at());
    json.writeStringField("kind", Words.of(calculation.kind()));
    Json.money(json, "zakat", calculation.zakat());
    json.writeBooleanField("cached", calculation.cached());
    json.writeEndObject();
  }
}
