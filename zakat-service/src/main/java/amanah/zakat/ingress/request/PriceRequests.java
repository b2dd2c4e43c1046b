package amanah.zakat.ingress.request;

import static java.util.Objects.requireNonNull;

import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.Naming;
import amanah.http.TextLimit;
import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.wealth.Prices;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is published: prices of metal, or a nisab of income. */
public final class PriceRequests {

  private static final Set<String> METAL =
      Set.of("publicationId", "currency", "day", "gold", "silver");
  private static final Set<String> NISAB =
      Set.of("publicationId", "profile", "day", "nisab", "source");
  private static final Set<String> OF_NISAB_ALONE = Set.of("profile", "nisab", "source");
  private static final Set<String> AMOUNTS = Set.of("year", "month");
  private static final Set<String> SOURCE = Set.of("title", "date");

  private PriceRequests() {}

  /** One of the two. */
  public sealed interface Publication {

    /** Its name. */
    PublicationId publicationId();
  }

  /** Prices of metal. */
  public record Metal(PublicationId publicationId, MetalPrices prices) implements Publication {}

  /** A nisab of income. */
  public record Nisab(PublicationId publicationId, NisabFigure figure) implements Publication {}

  /**
   * A nisab if the body has one of its fields, else prices. One without a name is refused: its
   * repeat would be another publication.
   *
   * @param key names it when its body does not
   */
  public static Publication publication(JsonNode body, @Nullable String key) {
    return OF_NISAB_ALONE.stream().anyMatch(body::has) ? nisab(body, key) : metal(body, key);
  }

  /** Prices of metal. */
  public static Metal metal(JsonNode body, @Nullable String key) {
    return metal(Fields.ofBody(body, new FieldErrors(), METAL), key);
  }

  /** A nisab of income. */
  public static Nisab nisab(JsonNode body, @Nullable String key) {
    return nisab(Fields.ofBody(body, new FieldErrors(), NISAB), key);
  }

  /** The day whose prices are asked for; empty for today. */
  public static Optional<LocalDate> asOf(Fields query) {
    LocalDate asOf = query.day("asOf");
    query.errors().refuseIfAny();
    return Optional.ofNullable(asOf);
  }

  /** The first day on which a publication counts no more; empty for its own. */
  public static Optional<LocalDate> from(Fields query) {
    LocalDate from = query.day("from");
    query.errors().refuseIfAny();
    return Optional.ofNullable(from);
  }

  private static Metal metal(Fields fields, @Nullable String key) {
    PublicationId publicationId =
        fields.name("publicationId", PublicationId::of, key, new Naming.ByCaller());
    fields.require("currency", "the ISO 4217 code of the prices");
    Currency currency = fields.currency("currency");
    LocalDate day = day(fields);
    if (!fields.has("gold") && !fields.has("silver")) {
      fields.refuse("gold", "is missing and silver as well, expected at least one of the two");
    }
    Prices perGram =
        fields.build(
            () ->
                new Prices(
                    Optional.ofNullable(fields.decimal("gold")),
                    Optional.ofNullable(fields.decimal("silver"))));
    fields.errors().refuseIfAny();
    return new Metal(
        requireNonNull(publicationId),
        new MetalPrices(requireNonNull(currency), requireNonNull(day), requireNonNull(perGram)));
  }

  private static Nisab nisab(Fields fields, @Nullable String key) {
    PublicationId publicationId =
        fields.name("publicationId", PublicationId::of, key, new Naming.ByCaller());
    fields.require("profile", "the profile whose income rule it belongs to");
    String profile = fields.text("profile", TextLimit.TITLE);
    LocalDate day = day(fields);
    fields.require("nisab", "an object with month, year");
    IncomeNisab.Published nisab = nisab(fields.object("nisab", AMOUNTS));
    fields.require("source", "an object with date, title");
    Source.Published source = source(fields.object("source", SOURCE));
    fields.errors().refuseIfAny();
    return new Nisab(
        requireNonNull(publicationId),
        new NisabFigure(
            requireNonNull(profile),
            requireNonNull(day),
            requireNonNull(nisab),
            requireNonNull(source)));
  }

  private static @Nullable LocalDate day(Fields fields) {
    fields.require("day", "the first day on which it counts, such as 2026-03-01");
    return fields.day("day");
  }

  private static IncomeNisab.@Nullable Published nisab(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    fields.require("year", "an amount of money");
    fields.require("month", "an amount of money");
    Money year = fields.money("year");
    Money month = fields.money("month");
    return year == null || month == null
        ? null
        : fields.build(() -> new IncomeNisab.Published(year, month));
  }

  private static Source.@Nullable Published source(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    fields.require("title", "the publication");
    fields.require("date", "when it was published");
    String title = fields.text("title", TextLimit.TITLE);
    String date = fields.text("date", TextLimit.TITLE);
    return title == null || date == null
        ? null
        : fields.read("date", () -> new Source.Published(title, date));
  }
}
