package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.book.LedgerEntry;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes what came into the fund and what left it. */
final class LedgerJson {

  private LedgerJson() {}

  static void write(JsonGenerator json, LedgerEntry entry) throws IOException {
    json.writeStartObject();
    switch (entry) {
      case LedgerEntry.Reported reported -> fields(json, reported.report());
      case LedgerEntry.Distributed distributed -> {
        json.writeStringField("kind", "distribution");
        FundJson.fields(json, distributed.distribution());
      }
    }
    Json.time(json, "at", entry.at());
    json.writeNumberField("sequence", entry.place().sequence());
    json.writeEndObject();
  }

  private static void fields(JsonGenerator json, CampaignReport report) throws IOException {
    json.writeStringField("kind", "report");
    json.writeStringField("campaignId", report.campaignId().value());
    json.writeNumberField("after", report.after());
    json.writeNumberField("upTo", report.upTo());
    Json.money(json, "collected", report.collected());
    Json.money(json, "refunded", report.refunded());
  }
}
