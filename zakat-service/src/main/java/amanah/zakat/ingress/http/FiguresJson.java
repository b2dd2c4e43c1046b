package amanah.zakat.ingress.http;

import amanah.http.Json;
import amanah.http.Words;
import amanah.zakat.domain.question.EffectiveSettings;
import amanah.zakat.domain.question.UsedFigures;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Currency;
import java.util.Optional;

/** Writes the dated figures and the settings that an answer was computed with. */
final class FiguresJson {

  private FiguresJson() {}

  static void write(JsonGenerator json, String field, UsedFigures figures, Currency currency)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("asOf", figures.asOf().toString());
    json.writeObjectFieldStart("prices");
    price(json, "gold", figures.prices().gold(), currency);
    price(json, "silver", figures.prices().silver(), currency);
    json.writeEndObject();
    if (figures.incomeNisab().isPresent()) {
      json.writeObjectFieldStart("incomeNisab");
      incomeNisab(json, figures.incomeNisab().get());
      json.writeEndObject();
    }
    settings(json, figures.settings());
    json.writeEndObject();
  }

  /** Per gram; without a day when the request gave it. */
  private static void price(
      JsonGenerator json, String metal, Optional<UsedPrice> known, Currency currency)
      throws IOException {
    if (known.isPresent()) {
      json.writeObjectFieldStart(metal);
      json.writeStringField("perGram", known.get().perGram().toPlainString());
      json.writeStringField("currency", currency.getCurrencyCode());
      if (known.get().day().isPresent()) {
        json.writeStringField("day", known.get().day().get().toString());
      }
      if (known.get().stale()) {
        json.writeBooleanField("stale", true);
      }
      json.writeEndObject();
    }
  }

  private static void incomeNisab(JsonGenerator json, Sourced<IncomeNisab> nisab)
      throws IOException {
    switch (nisab.value()) {
      case IncomeNisab.Published published -> amounts(json, published);
      case IncomeNisab.OfWealth ofWealth -> json.writeStringField("kind", "of_wealth");
    }
    source(json, nisab.source());
  }

  /** The fields of a published pair. */
  static void amounts(JsonGenerator json, IncomeNisab.Published nisab) throws IOException {
    Json.money(json, "year", nisab.year());
    Json.money(json, "month", nisab.month());
  }

  /** The field {@code source}. */
  static void source(JsonGenerator json, Source source) throws IOException {
    json.writeObjectFieldStart("source");
    switch (source) {
      case Source.Published published -> {
        json.writeStringField("title", published.title());
        json.writeStringField("date", published.date());
      }
      case Source.Requested requested -> json.writeStringField("title", requested.toString());
    }
    json.writeEndObject();
  }

  private static void settings(JsonGenerator json, EffectiveSettings settings) throws IOException {
    json.writeObjectFieldStart("settings");
    json.writeStringField("nisabBasis", Words.of(settings.nisabBasis()));
    json.writeStringField("goldNisabGrams", settings.goldNisabGrams().toPlainString());
    json.writeStringField("silverNisabGrams", settings.silverNisabGrams().toPlainString());
    json.writeStringField("year", Words.of(settings.year()));
    json.writeStringField("nisabComparison", Words.of(settings.nisabComparison()));
    json.writeStringField("rounding", Words.of(settings.rounding()));
    json.writeStringField("debts", Words.of(settings.debts()));
    json.writeStringField("wornJewellery", Words.of(settings.wornJewellery()));
    json.writeEndObject();
  }
}
