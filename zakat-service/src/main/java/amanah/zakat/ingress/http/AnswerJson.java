package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Deduction;
import amanah.zakat.domain.Line;
import amanah.zakat.domain.Pool;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.SimpleAnswer;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Writes what is due. */
final class AnswerJson {

  private AnswerJson() {}

  static void write(JsonGenerator json, SimpleAnswer answer) throws IOException {
    WealthZakat zakat = answer.zakat();
    json.writeStartObject();
    json.writeBooleanField("due", zakat.due());
    Json.money(json, "zakat", zakat.zakat());
    Numbers.exact(json, zakat.exact());
    Numbers.share(json, "rate", zakat.rate());
    Json.money(json, "nisab", zakat.nisab());
    json.writeBooleanField("cached", answer.cached());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, FullAnswer answer) throws IOException {
    Calculation calculation = answer.calculation();
    Currency currency = calculation.zakat().currency();
    json.writeStartObject();
    json.writeStringField("profile", calculation.rules().profile());
    json.writeNumberField("profileVersion", calculation.rules().version());
    json.writeBooleanField("due", calculation.due());
    Json.money(json, "zakat", calculation.zakat());
    Numbers.exact(json, calculation.exact());
    pool(json, calculation.pool(), currency);
    lines(json, calculation.lines(), currency);
    deductions(json, calculation.deductions(), currency);
    FiguresJson.write(json, "figures", answer.figures(), currency);
    json.writeStringField("explanation", calculation.explanation());
    json.writeBooleanField("cached", answer.cached());
    json.writeEndObject();
  }

  /** Monetary wealth, if any was declared: what is left of it, held against its nisab. */
  private static void pool(JsonGenerator json, Optional<Pool> declared, Currency currency)
      throws IOException {
    if (declared.isPresent()) {
      Pool pool = declared.get();
      Numbers.money(json, "base", pool.base(), currency);
      Numbers.money(json, "nisab", pool.nisab(), currency);
      Numbers.share(json, "rate", pool.rate());
    }
  }

  private static void lines(JsonGenerator json, List<Line> lines, Currency currency)
      throws IOException {
    json.writeArrayFieldStart("lines");
    for (Line line : lines) {
      LineJson.write(json, line, currency);
    }
    json.writeEndArray();
  }

  private static void deductions(JsonGenerator json, List<Deduction> deductions, Currency currency)
      throws IOException {
    json.writeArrayFieldStart("deductions");
    for (Deduction deduction : deductions) {
      json.writeStartObject();
      Numbers.money(json, "deducted", deduction.deducted(), currency);
      json.writeStringField("explanation", deduction.explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
