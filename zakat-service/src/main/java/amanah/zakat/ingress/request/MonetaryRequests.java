package amanah.zakat.ingress.request;

import static amanah.zakat.ingress.request.AssetRequests.needed;
import static amanah.zakat.ingress.request.AssetRequests.orNothing;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.money.Money;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.ReceivableQuality;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads cash, businesses, receivables and crypto-assets. */
final class MonetaryRequests {

  private static final Set<String> CASH = Set.of("type", "value", "impureInterest");
  private static final Set<String> BUSINESS =
      Set.of("type", "currentAssets", "receivables", "shortTermLiabilities");
  private static final Set<String> RECEIVABLE = Set.of("type", "value", "quality");
  private static final Set<String> CRYPTO = Set.of("type", "value");

  private static final Map<String, ReceivableQuality> QUALITIES =
      Words.of(ReceivableQuality.values());

  private MonetaryRequests() {}

  static @Nullable Asset cash(Fields item) {
    Fields fields = item.knowing(CASH);
    Money value = needed(fields, "value");
    Money interest = fields.moneyOrNothing("impureInterest");
    return value == null
        ? null
        : fields.build(() -> new MonetaryAsset.Cash(value, orNothing(interest, value)));
  }

  static @Nullable Asset business(Fields item) {
    Fields fields = item.knowing(BUSINESS);
    Money currentAssets = needed(fields, "currentAssets");
    Money receivables = fields.moneyOrNothing("receivables");
    Money liabilities = fields.moneyOrNothing("shortTermLiabilities");
    return currentAssets == null
        ? null
        : fields.build(
            () ->
                new MonetaryAsset.Business(
                    currentAssets,
                    orNothing(receivables, currentAssets),
                    orNothing(liabilities, currentAssets)));
  }

  static @Nullable Asset receivable(Fields item) {
    Fields fields = item.knowing(RECEIVABLE);
    Money value = needed(fields, "value");
    fields.require("quality", "one of " + String.join(", ", QUALITIES.keySet()));
    ReceivableQuality quality = fields.word("quality", QUALITIES);
    return value == null || quality == null
        ? null
        : fields.build(() -> new MonetaryAsset.Receivable(value, quality));
  }

  static @Nullable Asset crypto(Fields item) {
    Fields fields = item.knowing(CRYPTO);
    Money value = needed(fields, "value");
    return value == null ? null : fields.build(() -> new MonetaryAsset.Crypto(value));
  }
}
