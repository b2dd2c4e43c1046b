package amanah.zakat.ingress.http;

import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.arithmetic.Total;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Writes the numbers of calculations, all of them as decimal text. */
final class Numbers {

  private Numbers() {}

  /**
   * The exact value in major units. A fraction without an end, such as a third, is cut after
   * {@value Rational#FRACTION_DIGITS_MAX} digits and stands in full beside it, as numerator and
   * denominator.
   */
  static void exact(JsonGenerator json, Rational exact) throws IOException {
    json.writeStringField("exact", exact.toString());
    Optional<String> fraction = exact.fraction();
    if (fraction.isPresent()) {
      json.writeStringField("exactFraction", fraction.get());
    }
  }

  /** An unrounded value, shown in the currency's digits. */
  static void money(JsonGenerator json, String field, Rational value, Currency currency)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("amount", value.amount(currency));
    json.writeStringField("currency", currency.getCurrencyCode());
    json.writeEndObject();
  }

  static void total(JsonGenerator json, String field, Total total) throws IOException {
    json.writeFieldName(field);
    total(json, total);
  }

  static void totals(JsonGenerator json, String field, List<Total> totals) throws IOException {
    json.writeArrayFieldStart(field);
    for (Total total : totals) {
      total(json, total);
    }
    json.writeEndArray();
  }

  /** A part of a whole: 0.025 is 2.5 %. */
  static void share(JsonGenerator json, String field, Share share) throws IOException {
    json.writeStringField(field, share.ratio().toPlainString());
  }

  private static void total(JsonGenerator json, Total total) throws IOException {
    json.writeStartObject();
    json.writeStringField("amount", total.amount());
    json.writeStringField("currency", total.currency().getCurrencyCode());
    json.writeEndObject();
  }
}
