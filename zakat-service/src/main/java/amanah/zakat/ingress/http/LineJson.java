package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.http.Words;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.Worth;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.livestock.Animals;
import amanah.zakat.ingress.request.AnimalWords;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Writes what one asset brings to the result: in money, in animals or in kilograms. */
final class LineJson {

  private LineJson() {}

  static void write(JsonGenerator json, Line line, Currency currency) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", Words.of(line.type()));
    json.writeBooleanField("due", line.due());
    switch (line) {
      case Line.InMoney money -> inMoney(json, money, currency);
      case Line.InAnimals animals -> inAnimals(json, animals);
      case Line.InKilograms food -> inKilograms(json, food);
    }
    worth(json, line.worth());
    json.writeStringField("explanation", line.explanation());
    json.writeEndObject();
  }

  private static void inMoney(JsonGenerator json, Line.InMoney line, Currency currency)
      throws IOException {
    Numbers.money(json, "base", line.base(), currency);
    if (line.nisab().isPresent()) {
      Numbers.money(json, "nisab", line.nisab().get(), currency);
    }
    Numbers.share(json, "rate", line.rate());
  }

  private static void inAnimals(JsonGenerator json, Line.InAnimals line) throws IOException {
    json.writeNumberField("count", line.count());
    if (line.due()) {
      json.writeFieldName("inKind");
      animals(json, line.inKind());
    }
    if (!line.alternatives().isEmpty()) {
      json.writeArrayFieldStart("alternatives");
      for (Animals choice : line.alternatives()) {
        animals(json, choice);
      }
      json.writeEndArray();
    }
  }

  private static void inKilograms(JsonGenerator json, Line.InKilograms line) throws IOException {
    if (line.rate().isPresent()) {
      json.writeStringField("kilograms", line.kilograms().toString());
      Numbers.share(json, "rate", line.rate().get());
    }
    if (line.due()) {
      json.writeObjectFieldStart("inKind");
      json.writeStringField("kilograms", line.kilogramsDue().toString());
      json.writeEndObject();
    }
  }

  private static void worth(JsonGenerator json, Optional<Worth> worth) throws IOException {
    if (worth.isPresent()) {
      Json.money(json, "zakat", worth.get().zakat());
      Numbers.exact(json, worth.get().exact());
    }
  }

  private static void animals(JsonGenerator json, Animals animals) throws IOException {
    json.writeStartObject();
    for (Map.Entry<Animal, Integer> entry : animals.counts().entrySet()) {
      json.writeNumberField(AnimalWords.of(entry.getKey()), entry.getValue());
    }
    json.writeEndObject();
  }
}
