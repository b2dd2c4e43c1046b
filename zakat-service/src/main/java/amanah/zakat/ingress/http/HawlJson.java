package amanah.zakat.ingress.http;

import amanah.zakat.domain.hawl.Hawl;
import amanah.zakat.domain.hawl.HawlYear;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes years of ownership. */
final class HawlJson {

  private HawlJson() {}

  static void write(JsonGenerator json, Hawl hawl) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("passed", hawl.hasPassed());
    json.writeArrayFieldStart("years");
    for (HawlYear year : hawl.passed()) {
      write(json, year);
    }
    json.writeEndArray();
    if (hawl.running().isPresent()) {
      json.writeFieldName("running");
      write(json, hawl.running().get());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, HawlYear year) throws IOException {
    json.writeStartObject();
    json.writeStringField("begins", year.begins().toString());
    json.writeStringField("ends", year.ends().toString());
    json.writeEndObject();
  }
}
