package amanah.zakat.ingress.http;

import amanah.http.Words;
import amanah.money.Share;
import amanah.zakat.domain.rule.CropRule;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.IncomeRule;
import amanah.zakat.domain.rule.InputRule;
import amanah.zakat.domain.rule.InvestmentRule;
import amanah.zakat.domain.rule.MineRule;
import amanah.zakat.domain.rule.NisabRule;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.rule.YearRule;
import amanah.zakat.rules.Profile;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes rule profiles: every number and every choice with its source. */
final class ProfileJson {

  private ProfileJson() {}

  static void write(JsonGenerator json, Profile profile) throws IOException {
    RuleSet rules = profile.rules();
    json.writeStartObject();
    json.writeStringField("profile", rules.id().profile());
    json.writeNumberField("version", rules.id().version());
    json.writeStringField("description", profile.description());
    json.writeObjectFieldStart("rules");
    nisab(json, rules.nisab());
    year(json, rules.year());
    choice(json, "hawl", rules.hawl());
    choice(json, "rounding", rules.rounding());
    choice(json, "debts", rules.debts());
    choice(json, "wornJewellery", rules.wornJewellery());
    investments(json, rules.investments());
    income(json, rules.income());
    crops(json, rules.crops());
    share(json, "rikazRate", rules.rikazRate());
    mines(json, rules.mines());
    choice(json, "camels", rules.camels());
    number(json, "fitrKilograms", rules.fitrKilograms());
    inputs(json, rules.inputs());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void nisab(JsonGenerator json, NisabRule nisab) throws IOException {
    json.writeObjectFieldStart("nisab");
    choice(json, "basis", nisab.basis());
    number(json, "goldGrams", nisab.goldGrams());
    number(json, "silverGrams", nisab.silverGrams());
    choice(json, "comparison", nisab.comparison());
    choice(json, "metalAlone", nisab.metalAlone());
    json.writeEndObject();
  }

  private static void year(JsonGenerator json, YearRule year) throws IOException {
    json.writeObjectFieldStart("year");
    choice(json, "kind", year.kind());
    share(json, "lunarRate", year.lunarRate());
    share(json, "solarRate", year.solarRate());
    json.writeEndObject();
  }

  private static void investments(JsonGenerator json, InvestmentRule investments)
      throws IOException {
    json.writeObjectFieldStart("investments");
    choice(json, "longTermShares", investments.longTermShares());
    share(json, "sharesProxy", investments.sharesProxy());
    share(json, "pensionProxy", investments.pensionProxy());
    json.writeEndObject();
  }

  private static void income(JsonGenerator json, IncomeRule income) throws IOException {
    json.writeObjectFieldStart("income");
    share(json, "rate", income.rate());
    choice(json, "base", income.base());
    json.writeObjectFieldStart("nisab");
    switch (income.nisab().value()) {
      case IncomeNisab.Published published -> {
        json.writeObjectFieldStart("value");
        FiguresJson.amounts(json, published);
        json.writeEndObject();
      }
      case IncomeNisab.OfWealth ofWealth -> json.writeStringField("value", "of_wealth");
    }
    FiguresJson.source(json, income.nisab().source());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void crops(JsonGenerator json, CropRule crops) throws IOException {
    json.writeObjectFieldStart("crops");
    number(json, "nisabKilograms", crops.nisabKilograms());
    share(json, "rainRate", crops.rainRate());
    share(json, "irrigatedRate", crops.irrigatedRate());
    share(json, "mixedRate", crops.mixedRate());
    json.writeEndObject();
  }

  private static void mines(JsonGenerator json, MineRule mines) throws IOException {
    json.writeObjectFieldStart("mines");
    share(json, "rate", mines.rate());
    choice(json, "nisab", mines.nisab());
    json.writeEndObject();
  }

  private static void inputs(JsonGenerator json, InputRule inputs) throws IOException {
    json.writeObjectFieldStart("inputs");
    sourced(
        json,
        "priceAgeMaxDays",
        Integer.toString(inputs.priceAgeMax().value().daysMax()),
        inputs.priceAgeMax());
    choice(json, "unusedFields", inputs.unusedFields());
    json.writeEndObject();
  }

  private static void choice(JsonGenerator json, String field, Sourced<? extends Enum<?>> choice)
      throws IOException {
    sourced(json, field, Words.of(choice.value()), choice);
  }

  private static void number(JsonGenerator json, String field, Sourced<BigDecimal> number)
      throws IOException {
    sourced(json, field, number.value().toPlainString(), number);
  }

  private static void share(JsonGenerator json, String field, Sourced<Share> share)
      throws IOException {
    sourced(json, field, share.value().ratio().toPlainString(), share);
  }

  private static void sourced(JsonGenerator json, String field, String value, Sourced<?> sourced)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("value", value);
    FiguresJson.source(json, sourced.source());
    json.writeEndObject();
  }
}
