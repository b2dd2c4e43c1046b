package amanah.zakat.ingress.request;

import static java.util.Objects.requireNonNull;

import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.TextLimit;
import amanah.id.AssessmentId;
import amanah.id.DonorId;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Prices;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what callers want to know of their zakat. */
public final class QuestionRequests {

  /** The largest message of a question: 200 assets and as many debts, or 1,000 balances. */
  public static final int BYTES_MAX = 256 * 1024;

  private static final Set<String> SIMPLE = Set.of("wealth", "nisab");
  private static final Set<String> FULL =
      Set.of(
          "profile",
          "currency",
          "asOf",
          "prices",
          "settings",
          "assets",
          "liabilities",
          "allowStale");
  private static final Set<String> ASSESSMENT = with(FULL, "assessmentId", "donorId");
  private static final Set<String> PRICES = Set.of("gold", "silver");

  private QuestionRequests() {}

  /** One of the two questions. */
  public sealed interface Question {}

  /** Of wealth and nisab alone. */
  public record Simple(SimpleQuestion question) implements Question {}

  /** Of all that somebody declares. */
  public record Full(FullQuestion question) implements Question {}

  /** The simple question if the body has one of its fields, else the full one. */
  public static Question question(JsonNode body) {
    return SIMPLE.stream().anyMatch(body::has) ? simple(body) : full(body);
  }

  /** The simple question. */
  public static Simple simple(JsonNode body) {
    return new Simple(simple(Fields.ofBody(body, new FieldErrors(), SIMPLE)));
  }

  /** The full question. */
  public static Full full(JsonNode body) {
    return new Full(full(Fields.ofBody(body, new FieldErrors(), FULL)));
  }

  /**
   * A question whose answer is kept.
   *
   * @param key names the assessment when its body does not
   * @param ids names it when nobody does
   */
  public static AssessmentRequest assessment(
      JsonNode body, @Nullable String key, Supplier<String> ids) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), ASSESSMENT);
    AssessmentId assessmentId = fields.name("assessmentId", AssessmentId::of, key, ids);
    fields.require("donorId", "whose zakat it is");
    DonorId donorId = fields.id("donorId", DonorId::of);
    FullQuestion question = full(fields);
    return new AssessmentRequest(
        requireNonNull(assessmentId), requireNonNull(donorId), requireNonNull(question));
  }

  private static SimpleQuestion simple(Fields fields) {
    fields.require("wealth", "an amount of money");
    fields.require("nisab", "an amount of money");
    Money wealth = fields.moneyOrNothing("wealth");
    Money nisab = fields.moneyOrNothing("nisab");
    fields.errors().refuseIfAny();
    return new SimpleQuestion(requireNonNull(wealth), requireNonNull(nisab));
  }

  private static FullQuestion full(Fields fields) {
    String profile = fields.text("profile", TextLimit.TITLE);
    fields.require("currency", "the ISO 4217 code of all amounts");
    Currency currency = fields.currency("currency");
    LocalDate asOf = fields.day("asOf");
    Prices prices = prices(fields.object("prices", PRICES));
    Settings settings = SettingsRequests.settings(fields);
    fields.require("assets", "an array of what is owned");
    List<Asset> assets = assets(fields);
    List<Liability> liabilities = liabilities(fields);
    boolean allowStale = fields.flag("allowStale");
    fields.errors().refuseIfAny();
    return new FullQuestion(
        Optional.ofNullable(profile),
        requireNonNull(currency),
        Optional.ofNullable(asOf),
        prices,
        settings,
        assets,
        liabilities,
        allowStale);
  }

  private static Prices prices(@Nullable Fields fields) {
    if (fields == null) {
      return Prices.NONE;
    }
    Prices prices =
        fields.build(
            () ->
                new Prices(
                    Optional.ofNullable(fields.decimal("gold")),
                    Optional.ofNullable(fields.decimal("silver"))));
    return prices == null ? Prices.NONE : prices;
  }

  private static List<Asset> assets(Fields fields) {
    List<Asset> assets = new ArrayList<>();
    for (Fields item : fields.objects("assets", FullQuestion.ITEMS_MAX)) {
      Asset asset = AssetRequests.asset(item);
      if (asset != null) {
        assets.add(asset);
      }
    }
    return assets;
  }

  private static List<Liability> liabilities(Fields fields) {
    List<Liability> liabilities = new ArrayList<>();
    for (Fields item : fields.objects("liabilities", FullQuestion.ITEMS_MAX)) {
      Liability liability = LiabilityRequests.liability(item);
      if (liability != null) {
        liabilities.add(liability);
      }
    }
    return liabilities;
  }

  private static Set<String> with(Set<String> known, String... more) {
    Set<String> all = new HashSet<>(known);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
