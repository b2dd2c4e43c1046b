package amanah.zakat.ingress.request;

import static amanah.zakat.ingress.request.AssetRequests.needed;
import static amanah.zakat.ingress.request.AssetRequests.orNothing;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.ShareHolding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads shares and pensions. */
final class InvestmentRequests {

  private static final Set<String> SHARES =
      Set.of("type", "value", "holding", "zakatableShare", "dividends");
  private static final Set<String> PENSION =
      Set.of("type", "value", "method", "zakatableShare", "penalty");

  private static final String TRADING = "trading";
  private static final String LONG_TERM = "long_term";
  private static final Map<String, Boolean> HOLDINGS = Map.of(TRADING, true, LONG_TERM, false);
  private static final Map<String, PensionMethod> METHODS = Words.of(PensionMethod.values());

  private InvestmentRequests() {}

  static @Nullable Asset shares(Fields item) {
    Fields fields = item.knowing(SHARES);
    Money value = needed(fields, "value");
    fields.require("holding", TRADING + " or " + LONG_TERM);
    Boolean trading = fields.word("holding", HOLDINGS);
    BigDecimal share = fields.decimal("zakatableShare");
    Money dividends = fields.moneyOrNothing("dividends");
    if (Boolean.TRUE.equals(trading)) {
      refuseBesides(fields, "zakatableShare", "holding " + LONG_TERM);
      refuseBesides(fields, "dividends", "holding " + LONG_TERM);
    }
    return value == null || trading == null
        ? null
        : fields.build(
            () ->
                new MonetaryAsset.Shares(
                    value,
                    trading
                        ? new ShareHolding.Trading()
                        : new ShareHolding.LongTerm(share(share), Optional.ofNullable(dividends))));
  }

  static @Nullable Asset pension(Fields item) {
    Fields fields = item.knowing(PENSION);
    Money value = needed(fields, "value");
    fields.require("method", "one of " + String.join(", ", METHODS.keySet()));
    PensionMethod method = fields.word("method", METHODS);
    BigDecimal share = fields.decimal("zakatableShare");
    Money penalty = fields.moneyOrNothing("penalty");
    if (method != null && method != PensionMethod.PROXY) {
      refuseBesides(fields, "zakatableShare", "method proxy");
    }
    if (method != null && method != PensionMethod.ACCESSIBLE) {
      refuseBesides(fields, "penalty", "method accessible");
    }
    return value == null || method == null
        ? null
        : fields.build(
            () ->
                new MonetaryAsset.Pension(value, method, share(share), orNothing(penalty, value)));
  }

  /** Nobody's word is passed over: a field that would have no effect is refused. */
  private static void refuseBesides(Fields fields, String name, String place) {
    if (fields.has(name)) {
      fields.refuse(name, "belongs to " + place + ", expected it there or not at all");
    }
  }

  private static Optional<Share> share(@Nullable BigDecimal ratio) {
    return Optional.ofNullable(ratio).map(Share::new);
  }
}
