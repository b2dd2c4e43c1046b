package amanah.campaign.ingress.http;

import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.DonationOutcome;
import amanah.http.Json;
import amanah.http.ProblemCode;
import amanah.http.Shown;
import amanah.http.Words;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what became of a batch, and what the batcher does. */
final class BatchJson {

  private BatchJson() {}

  /** One result for each item, in order; each item that was a donation has the next outcome. */
  static void write(JsonGenerator json, List<BatchItem> items, Iterator<DonationOutcome> outcomes)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("results");
    for (BatchItem item : items) {
      switch (item) {
        case BatchItem.Valid valid -> write(json, outcomes.next());
        case BatchItem.Invalid no -> refused(json, no.donationId(), no.code(), no.detail());
      }
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
    json.writeNumberField("total", status.total());
    Json.time(json, "lastProcessedAt", status.lastProcessedAt());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, DonationOutcome outcome) throws IOException {
    switch (outcome) {
      case DonationOutcome.Recorded yes -> {
        json.writeStartObject();
        json.writeStringField("donationId", yes.donationId().value());
        json.writeStringField("status", DonationJson.CAPTURED);
        json.writeBooleanField("replayed", yes.replayed());
        json.writeEndObject();
      }
      case DonationOutcome.Refused no ->
          refused(json, no.donationId().value(), Answers.code(no.refusal()), no.detail());
    }
  }

  private static void refused(
      JsonGenerator json, @Nullable String donationId, ProblemCode code, String detail)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("donationId", donationId);
    json.writeStringField("status", "refused");
    json.writeBooleanField("replayed", false);
    json.writeStringField("code", code.code());
    json.writeStringField("detail", Shown.line(detail));
    json.writeEndObject();
  }
}
