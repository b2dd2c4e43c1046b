package amanah.zakat.ingress.request;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.money.Money;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.domain.wealth.Species;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one asset of any type; what is wrong goes to the errors of the request. */
final class AssetRequests {

  private static final Map<String, AssetType> TYPES = Words.of(AssetType.values());

  private AssetRequests() {}

  /** The asset; null when something is wrong with it. */
  static @Nullable Asset asset(Fields fields) {
    fields.require("type", "one of " + String.join(", ", TYPES.keySet()));
    AssetType type = fields.word("type", TYPES);
    return type == null ? null : asset(type, fields);
  }

  private static @Nullable Asset asset(AssetType type, Fields fields) {
    return switch (type) {
      case CASH -> MonetaryRequests.cash(fields);
      case GOLD -> MetalRequests.gold(fields);
      case SILVER -> MetalRequests.silver(fields);
      case BUSINESS -> MonetaryRequests.business(fields);
      case RECEIVABLE -> MonetaryRequests.receivable(fields);
      case SHARES -> InvestmentRequests.shares(fields);
      case PENSION -> InvestmentRequests.pension(fields);
      case CRYPTO -> MonetaryRequests.crypto(fields);
      case INCOME -> LoneRequests.income(fields);
      case CROPS -> LoneRequests.crops(fields);
      case RIKAZ -> LoneRequests.rikaz(fields);
      case MINE -> LoneRequests.mine(fields);
      case SHEEP -> HerdRequests.herd(Species.SHEEP, fields);
      case CATTLE -> HerdRequests.herd(Species.CATTLE, fields);
      case CAMELS -> HerdRequests.herd(Species.CAMELS, fields);
      case FITR -> LoneRequests.fitr(fields);
    };
  }

  /** An amount that has to be there and may be nothing. */
  static @Nullable Money needed(Fields fields, String name) {
    fields.require(name, "an amount of money");
    return fields.moneyOrNothing(name);
  }

  /** An amount that need not be there; nothing, in the currency of another, when it is not. */
  static Money orNothing(@Nullable Money money, Money other) {
    return money == null ? Money.zero(other.currency()) : money;
  }
}
