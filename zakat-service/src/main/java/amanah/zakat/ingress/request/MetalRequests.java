package amanah.zakat.ingress.request;

import static java.util.Objects.requireNonNullElse;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.Purity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads gold and silver; what does not say its purity is pure, and what does not say why, kept. */
final class MetalRequests {

  private static final Set<String> GOLD = Set.of("type", "grams", "karat", "fineness", "use");
  private static final Set<String> SILVER = Set.of("type", "grams", "fineness", "use");

  private static final Map<String, MetalUse> USES = Words.of(MetalUse.values());

  private MetalRequests() {}

  static @Nullable Asset gold(Fields item) {
    Fields fields = item.knowing(GOLD);
    BigDecimal grams = grams(fields);
    BigDecimal karat = fields.decimal("karat");
    BigDecimal fineness = fields.decimal("fineness");
    if (fields.has("karat") && fields.has("fineness")) {
      fields.refuse("fineness", "stands beside karat, expected one of the two");
    }
    MetalUse use = use(fields);
    return grams == null
        ? null
        : fields.build(
            () ->
                new MonetaryAsset.Gold(
                    grams, karat == null ? fineness(fineness) : new Purity.Karat(karat), use));
  }

  static @Nullable Asset silver(Fields item) {
    Fields fields = item.knowing(SILVER);
    BigDecimal grams = grams(fields);
    BigDecimal fineness = fields.decimal("fineness");
    MetalUse use = use(fields);
    return grams == null
        ? null
        : fields.build(() -> new MonetaryAsset.Silver(grams, fineness(fineness), use));
  }

  private static @Nullable BigDecimal grams(Fields fields) {
    fields.require("grams", "the whole weight as a decimal string");
    return fields.decimal("grams");
  }

  private static MetalUse use(Fields fields) {
    return requireNonNullElse(fields.word("use", USES), MetalUse.SAVINGS);
  }

  private static Purity fineness(@Nullable BigDecimal fineness) {
    return fineness == null ? new Purity.Pure() : new Purity.Fineness(fineness);
  }
}
