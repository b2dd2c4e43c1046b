package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.http.Words;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes the fund, and what was given from it. */
final class FundJson {

  private FundJson() {}

  /** The whole fund, at a time if one was asked for. */
  static void write(JsonGenerator json, Fund fund, Optional<Instant> asOf) throws IOException {
    json.writeStartObject();
    if (asOf.isPresent()) {
      Json.time(json, "asOf", asOf.get());
    }
    json.writeArrayFieldStart("currencies");
    for (CurrencyFund currency : fund.inOrder()) {
      write(json, currency);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void write(JsonGenerator json, DistributionReceipt receipt) throws IOException {
    json.writeStartObject();
    fields(json, receipt.recorded());
    json.writeFieldName("fund");
    write(json, receipt.fund());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, RecordedDistribution recorded) throws IOException {
    json.writeStartObject();
    fields(json, recorded);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, CurrencyFund fund) throws IOException {
    json.writeStartObject();
    json.writeStringField("currency", fund.currency().getCurrencyCode());
    Numbers.total(json, "collected", fund.collected());
    Numbers.total(json, "refunded", fund.refunded());
    Numbers.total(json, "net", fund.net());
    json.writeObjectFieldStart("distributed");
    for (Map.Entry<Asnaf, Total> given : fund.distributed().entrySet()) {
      Numbers.total(json, Words.of(given.getKey()), given.getValue());
    }
    json.writeEndObject();
    Numbers.total(json, "distributedInAll", fund.distributedInAll());
    Numbers.total(json, "available", fund.available());
    Numbers.total(json, "amilCap", fund.amilCap());
    json.writeEndObject();
  }

  private static void fields(JsonGenerator json, RecordedDistribution recorded) throws IOException {
    fields(json, recorded.distribution());
    Json.time(json, "at", recorded.at());
    json.writeNumberField("sequence", recorded.sequence());
  }

  static void fields(JsonGenerator json, Distribution distribution) throws IOException {
    json.writeStringField("distributionId", distribution.distributionId().value());
    json.writeStringField("asnaf", Words.of(distribution.asnaf()));
    Json.money(json, "amount", distribution.amount());
    if (distribution.recipient().isPresent()) {
      json.writeStringField("recipient", distribution.recipient().get());
    }
    if (distribution.note().isPresent()) {
      json.writeStringField("note", distribution.note().get());
    }
  }
}
