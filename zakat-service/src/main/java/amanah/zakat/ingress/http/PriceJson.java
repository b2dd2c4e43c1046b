package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceList;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.price.RecordedPublication;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Writes prices and published figures, each with the day from which on it counts. */
final class PriceJson {

  private PriceJson() {}

  /** What was published, and what counts on its day now. */
  static void write(JsonGenerator json, PublicationReceipt receipt) throws IOException {
    RecordedPublication recorded = receipt.recorded();
    json.writeStartObject();
    json.writeStringField("publicationId", recorded.publicationId().value());
    Json.time(json, "publishedAt", recorded.at());
    json.writeNumberField("publishedVersion", recorded.publication().version());
    if (recorded.withdrawnFrom().isPresent()) {
      json.writeStringField("withdrawnFrom", recorded.withdrawnFrom().get().toString());
    }
    fields(json, receipt.prices());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, PriceList list) throws IOException {
    json.writeStartObject();
    fields(json, list);
    json.writeEndObject();
  }

  private static void fields(JsonGenerator json, PriceList list) throws IOException {
    json.writeNumberField("version", list.version());
    json.writeStringField("asOf", list.asOf().toString());
    json.writeArrayFieldStart("prices");
    for (MetalPrices prices : list.prices()) {
      write(json, prices);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("nisabs");
    for (NisabFigure figure : list.nisabs()) {
      write(json, figure);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, MetalPrices prices) throws IOException {
    json.writeStartObject();
    json.writeStringField("currency", prices.currency().getCurrencyCode());
    json.writeStringField("day", prices.day().toString());
    perGram(json, "gold", prices.perGram().gold());
    perGram(json, "silver", prices.perGram().silver());
    json.writeEndObject();
  }

  private static void perGram(JsonGenerator json, String metal, Optional<BigDecimal> price)
      throws IOException {
    if (price.isPresent()) {
      json.writeStringField(metal, price.get().toPlainString());
    }
  }

  private static void write(JsonGenerator json, NisabFigure figure) throws IOException {
    json.writeStartObject();
    json.writeStringField("profile", figure.profile());
    json.writeStringField("day", figure.day().toString());
    json.writeObjectFieldStart("nisab");
    FiguresJson.amounts(json, figure.nisab());
    json.writeEndObject();
    FiguresJson.source(json, figure.source());
    json.writeEndObject();
  }
}
