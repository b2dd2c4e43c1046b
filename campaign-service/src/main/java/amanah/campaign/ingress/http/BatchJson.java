package amanah.campaign.ingress.http;

import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.ingress.request.BatchResult;
import amanah.http.Json;
import amanah.http.Words;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes what became of a batch, and what the batcher does. */
final class BatchJson {

  private BatchJson() {}

  /** One result for each item, in order. */
  static void write(JsonGenerator json, List<BatchResult> results) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("results");
    for (BatchResult result : results) {
      write(json, result);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void write(JsonGenerator json, BatcherStatus status) throws IOException {
    json.writeStartObject();
    json.writeStringField("status", Words.of(status.activity()));
    json.writeNumberField("pending", status.pending());
    json.writeNumberField("processed", status.processed());
    json.writeNumberField("failed", status.failed());
    json.writeNumberField("errorCount", status.errorCount());
    json.writeNumberField("total", status.total());
    if (status.processedAmount() != null) {
      Json.money(json, "processedAmount", status.processedAmount());
    }
    Json.time(json, "lastProcessedAt", status.lastProcessedAt());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, BatchResult result) throws IOException {
    json.writeStartObject();
    switch (result) {
      case BatchResult.Recorded yes -> {
        json.writeStringField("donationId", yes.donation().donationId().value());
        json.writeStringField("status", DonationJson.CAPTURED);
        json.writeBooleanField("replayed", yes.donation().replayed());
      }
      case BatchResult.Refused no -> {
        json.writeStringField("donationId", no.donationId());
        json.writeStringField("status", "refused");
        json.writeBooleanField("replayed", false);
        json.writeStringField("code", no.code().code());
        json.writeStringField("detail", no.detail());
      }
    }
    json.writeEndObject();
  }
}
