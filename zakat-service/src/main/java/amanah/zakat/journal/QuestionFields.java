package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Prices;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A full question as a map within an event. */
final class QuestionFields {

  private static final String PROFILE = "profile";
  private static final String CURRENCY = "currency";
  private static final String AS_OF = "asOf";
  private static final String PRICES = "prices";
  private static final String GOLD = "gold";
  private static final String SILVER = "silver";
  private static final String SETTINGS = "settings";
  private static final String ASSETS = "assets";
  private static final String LIABILITIES = "liabilities";
  private static final String ALLOW_STALE = "allowStale";

  private QuestionFields() {}

  static void write(String name, FullQuestion question, EventWriter writer) throws IOException {
    writer.startMap(name);
    writer.text(PROFILE, question.profile().orElse(null));
    writer.text(CURRENCY, question.currency().getCurrencyCode());
    writer.text(AS_OF, question.asOf().map(Texts::of).orElse(null));
    writer.startMap(PRICES);
    writer.text(GOLD, question.prices().gold().map(Texts::of).orElse(null));
    writer.text(SILVER, question.prices().silver().map(Texts::of).orElse(null));
    writer.endMap();
    SettingsFields.write(SETTINGS, question.settings(), writer);
    AssetFields.write(ASSETS, question.assets(), writer);
    LiabilityFields.write(LIABILITIES, question.liabilities(), writer);
    if (question.allowStale()) {
      writer.flag(ALLOW_STALE, true);
    }
    writer.endMap();
  }

  static FullQuestion read(String name, EventReader reader) throws IOException {
    @Nullable String profile = null;
    @Nullable Currency currency = null;
    @Nullable LocalDate asOf = null;
    @Nullable Prices prices = null;
    @Nullable Settings settings = null;
    @Nullable List<Asset> assets = null;
    @Nullable List<Liability> liabilities = null;
    boolean allowStale = false;
    reader.startMap(name);
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case PROFILE -> profile = reader.text(field);
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case AS_OF -> asOf = reader.value(field, Texts::day);
        case PRICES -> prices = prices(field, reader);
        case SETTINGS -> settings = SettingsFields.readAskedFor(field, reader);
        case ASSETS -> assets = AssetFields.read(field, reader);
        case LIABILITIES -> liabilities = LiabilityFields.read(field, reader);
        case ALLOW_STALE -> allowStale = reader.flag(field);
        default -> throw reader.unknown(field);
      }
    }
    return new FullQuestion(
        Optional.ofNullable(profile),
        reader.required(CURRENCY, currency),
        Optional.ofNullable(asOf),
        reader.required(PRICES, prices),
        reader.required(SETTINGS, settings),
        reader.required(ASSETS, assets),
        reader.required(LIABILITIES, liabilities),
        allowStale);
  }

  private static Prices prices(String name, EventReader reader) throws IOException {
    TextMap map = TextMap.of(name, reader);
    return map.whole(
        new Prices(map.optional(GOLD, Texts::decimal), map.optional(SILVER, Texts::decimal)));
  }
}
