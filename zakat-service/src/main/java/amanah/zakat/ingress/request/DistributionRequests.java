package amanah.zakat.ingress.request;

import static java.util.Objects.requireNonNull;

import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.TextLimit;
import amanah.http.Words;
import amanah.id.DistributionId;
import amanah.money.Money;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what is to be given from the fund. */
public final class DistributionRequests {

  private static final Set<String> DISTRIBUTION =
      Set.of("distributionId", "asnaf", "amount", "recipient", "note");
  private static final Map<String, Asnaf> ASNAF = Words.of(Asnaf.values());
  private static final TextLimit RECIPIENT = new TextLimit(0, Distribution.RECIPIENT_MAX, false);
  private static final TextLimit NOTE = new TextLimit(0, Distribution.NOTE_MAX, true);

  private DistributionRequests() {}

  /**
   * One distribution.
   *
   * @param key names it when its body does not
   * @param ids names it when nobody does
   */
  public static Distribution distribution(
      JsonNode body, @Nullable String key, Supplier<String> ids) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), DISTRIBUTION);
    DistributionId distributionId = fields.name("distributionId", DistributionId::of, key, ids);
    fields.require("asnaf", "one of " + String.join(", ", ASNAF.keySet()));
    Asnaf asnaf = fields.word("asnaf", ASNAF);
    fields.require("amount", "an amount of money");
    Money amount = fields.money("amount");
    String recipient = fields.text("recipient", RECIPIENT);
    String note = fields.text("note", NOTE);
    fields.errors().refuseIfAny();
    Distribution distribution =
        fields.build(
            () ->
                new Distribution(
                    requireNonNull(distributionId),
                    requireNonNull(asnaf),
                    requireNonNull(amount),
                    Optional.ofNullable(recipient),
                    Optional.ofNullable(note)));
    fields.errors().refuseIfAny();
    return requireNonNull(distribution);
  }
}
