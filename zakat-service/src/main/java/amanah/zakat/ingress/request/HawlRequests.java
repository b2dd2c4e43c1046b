package amanah.zakat.ingress.request;

import static java.util.Objects.requireNonNull;

import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.TextLimit;
import amanah.money.Money;
import amanah.zakat.domain.hawl.DatedBalance;
import amanah.zakat.domain.question.HawlQuestion;
import amanah.zakat.domain.rule.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what callers want to know of a year of ownership. */
public final class HawlRequests {

  private static final Set<String> HAWL =
      Set.of("profile", "settings", "nisab", "asOf", "balances");

  /** What a year of ownership depends on. */
  private static final Set<String> SETTINGS = Set.of("year", "nisabComparison");

  private static final Set<String> BALANCE = Set.of("from", "balance");

  private HawlRequests() {}

  /** The question. */
  public static HawlQuestion question(JsonNode body) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), HAWL);
    String profile = fields.text("profile", TextLimit.TITLE);
    Settings settings = SettingsRequests.settings(fields, SETTINGS);
    fields.require("nisab", "an amount of money");
    Money nisab = fields.money("nisab");
    LocalDate asOf = fields.day("asOf");
    fields.require("balances", "an array of dated balances");
    List<DatedBalance> balances = balances(fields);
    fields.errors().refuseIfAny();
    return new HawlQuestion(
        Optional.ofNullable(profile),
        settings,
        requireNonNull(nisab),
        Optional.ofNullable(asOf),
        balances);
  }

  private static List<DatedBalance> balances(Fields fields) {
    List<DatedBalance> balances = new ArrayList<>();
    for (Fields item : fields.objects("balances", HawlQuestion.BALANCES_MAX)) {
      Fields known = item.knowing(BALANCE);
      known.require("from", "the first day of this balance");
      LocalDate from = known.day("from");
      Money balance = AssetRequests.needed(known, "balance");
      if (from != null && balance != null) {
        balances.add(new DatedBalance(from, balance));
      }
    }
    return balances;
  }
}
