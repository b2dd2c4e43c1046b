package amanah.zakat.ingress.request;

import static amanah.zakat.ingress.request.AssetRequests.needed;

import amanah.http.Fields;
import amanah.http.Words;
import amanah.money.Money;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.Liability;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one debt or one loan; what is wrong goes to the errors of the request. */
final class LiabilityRequests {

  private static final Set<String> DEBT = Set.of("value", "due");
  private static final Set<String> INSTALMENTS = Set.of("monthly", "total");

  private static final Map<String, DebtTerm> TERMS = Words.of(DebtTerm.values());

  private LiabilityRequests() {}

  /** A loan if it has one of its fields, else a debt; null when something is wrong with it. */
  static @Nullable Liability liability(Fields fields) {
    return INSTALMENTS.stream().anyMatch(fields::has)
        ? instalments(fields.knowing(INSTALMENTS))
        : debt(fields.knowing(DEBT));
  }

  private static @Nullable Liability instalments(Fields fields) {
    Money monthly = needed(fields, "monthly");
    Money total = needed(fields, "total");
    return monthly == null || total == null
        ? null
        : fields.build(() -> new Liability.Instalments(monthly, total));
  }

  private static @Nullable Liability debt(Fields fields) {
    Money value = needed(fields, "value");
    fields.require("due", "one of " + String.join(", ", TERMS.keySet()));
    DebtTerm due = fields.word("due", TERMS);
    return value == null || due == null ? null : fields.build(() -> new Liability.Debt(value, due));
  }
}
