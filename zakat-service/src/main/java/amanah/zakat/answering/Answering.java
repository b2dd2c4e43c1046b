package amanah.zakat.answering;

import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.Zakat;
import amanah.zakat.domain.hawl.Hawl;
import amanah.zakat.domain.hawl.HawlRule;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.HawlQuestion;
import amanah.zakat.domain.question.PublishedPrices;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.question.UsedFigures;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.RuleSetId;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.rules.Profile;
import amanah.zakat.rules.Profiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is due, and by which rules and figures. The calculator and every node answer with the same
 * one, so that they cannot differ. Thread-safe.
 */
public final class Answering {

  private final Profiles profiles;
  private final String defaultProfile;
  private final RuleSet simpleRules;

  private Answering(Profiles profiles, String defaultProfile, RuleSet simpleRules) {
    this.profiles = profiles;
    this.defaultProfile = defaultProfile;
    this.simpleRules = simpleRules;
  }

  /**
   * Answers by these profiles.
   *
   * @param defaultProfile of a question that names none
   * @param simpleComparison whether a simple question's wealth of exactly the nisab is due
   * @throws IllegalArgumentException if there is no such profile
   */
  public static Answering of(
      Profiles profiles, String defaultProfile, NisabComparison simpleComparison) {
    RuleSet rules =
        profiles
            .find(defaultProfile)
            .orElseThrow(
                () -> new IllegalArgumentException(unknown(profiles, defaultProfile).detail()));
    Settings compared =
        new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(simpleComparison),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Answering(profiles, defaultProfile, rules.with(compared));
  }

  /** The profiles it answers by. */
  public Profiles profiles() {
    return profiles;
  }

  /**
   * What is due on so much wealth, by the default profile.
   *
   * @param today the day of the question, on which its currency has to be one to pay with
   */
  public Outcome<WealthZakat> simple(SimpleQuestion question, LocalDate today) {
    return refusal(question, today)
        .<Outcome<WealthZakat>>map(Outcome.Refused::new)
        .orElseGet(() -> Zakat.ofWealth(question.wealth(), question.nisab(), simpleRules));
  }

  /** Why a question can have no answer on that day, whatever was answered before. */
  public Optional<Refusal> refusal(SimpleQuestion question, LocalDate today) {
    return Refusal.CurrencyWithdrawn.on(today, "wealth.currency", question.wealth().currency());
  }

  /** The rules that a question is answered by; empty when nobody knows its profile. */
  public Optional<RuleSet> rules(FullQuestion question) {
    return profiles.find(question.profile().orElse(defaultProfile));
  }

  /**
   * What is due on all that somebody declares. Its currency is judged on the day that it is about:
   * who asks about a day of 2001 may have counted in a currency of then.
   *
   * @param today the day of a question that names none
   */
  public Outcome<FullAnswer> full(FullQuestion question, PriceBook published, LocalDate today) {
    Optional<RuleSet> rules = rules(question);
    return rules.isEmpty()
        ? new Outcome.Refused<>(unknown(profiles, question.profile().orElse(defaultProfile)))
        : full(question, rules.get(), published, question.asOf().orElse(today));
  }

  private static Outcome<FullAnswer> full(
      FullQuestion question, RuleSet rules, PriceBook published, LocalDate asOf) {
    Optional<Refusal> withdrawn =
        Refusal.CurrencyWithdrawn.on(asOf, "currency", question.currency());
    if (withdrawn.isPresent()) {
      return new Outcome.Refused<>(withdrawn.get());
    }
    PublishedPrices known =
        new PublishedPrices(
            published.prices(question.currency(), asOf), asOf, rules.inputs().priceAgeMax());
    Outcome<FullAnswer> answer =
        answer(question, rules, figures(question, rules, published, known));
    return answer instanceof Outcome.Refused<FullAnswer> refused
            && refused.refusal() instanceof Refusal.PriceMissing missing
        ? new Outcome.Refused<>(known.staleInPlaceOf(missing).orElse(missing))
        : answer;
  }

  /**
   * The answer that was once given, computed anew from what was kept of it.
   *
   * @throws IllegalArgumentException if that version of the rules is gone, which must never be
   */
  public Outcome<FullAnswer> again(FullQuestion question, RuleSetId rules, UsedFigures figures) {
    RuleSet then =
        profiles
            .find(rules)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "rules " + rules + " are gone, expected for ever"));
    return answer(question, then, figures);
  }

  /**
   * Whether a year of ownership has passed.
   *
   * @param today the day of a question that names none
   */
  public Outcome<Hawl> hawl(HawlQuestion question, LocalDate today) {
    String profile = question.profile().orElse(defaultProfile);
    Optional<RuleSet> rules = profiles.find(profile);
    if (rules.isEmpty()) {
      return new Outcome.Refused<>(unknown(profiles, profile));
    }
    LocalDate asOf = question.asOf().orElse(today);
    Optional<Refusal> withdrawn =
        Refusal.CurrencyWithdrawn.on(asOf, "nisab.currency", question.nisab().currency());
    if (withdrawn.isPresent()) {
      return new Outcome.Refused<>(withdrawn.get());
    }
    try {
      return new Outcome.Answered<>(
          HawlRule.of(rules.get().with(question.settings()))
              .standing(question.balances(), question.nisab(), asOf));
    } catch (IllegalArgumentException refused) {
      return new Outcome.Refused<>(
          new Refusal.InvalidField("balances", String.valueOf(refused.getMessage())));
    }
  }

  private static UsedFigures figures(
      FullQuestion question, RuleSet rules, PriceBook published, PublishedPrices known) {
    UsedPrices given = UsedPrices.given(question.prices());
    UsedPrices usable = known.usable(question.allowStale());
    return UsedFigures.of(
        known.asOf(),
        new UsedPrices(given.gold().or(usable::gold), given.silver().or(usable::silver)),
        published
            .nisab(rules.id().profile(), known.asOf(), figure -> rules.publishes(figure.nisab()))
            .map(Answering::sourced),
        rules,
        question);
  }

  private static Sourced<IncomeNisab> sourced(NisabFigure figure) {
    return new Sourced<>(figure.nisab(), figure.source());
  }

  private static Outcome<FullAnswer> answer(
      FullQuestion question, RuleSet named, UsedFigures figures) {
    return switch (figures.calculate(question, named)) {
      case Outcome.Answered<Calculation> answered ->
          new Outcome.Answered<>(new FullAnswer(answered.answer(), figures, false));
      case Outcome.Refused<Calculation> refused -> new Outcome.Refused<>(refused.refusal());
    };
  }

  /** Why a nisab of income cannot be published; empty when it can. */
  public Optional<Refusal> refusal(NisabFigure figure) {
    Optional<RuleSet> rules =
        profiles
            .find(figure.profile())
            .filter(known -> known.id().profile().equals(figure.profile()));
    if (rules.isEmpty()) {
      return Optional.of(unknown(profiles, figure.profile()));
    }
    Sourced<IncomeNisab> own = rules.get().income().nisab();
    return switch (own.value()) {
      case IncomeNisab.OfWealth ofWealth ->
          Optional.of(new Refusal.NisabNotPublished(figure.profile(), own, publishing()));
      case IncomeNisab.Published published ->
          rules.get().publishes(figure.nisab())
              ? Optional.empty()
              : Optional.of(
                  new Refusal.CurrencyMismatch(
                      "nisab.year.currency",
                      figure.nisab().year().currency(),
                      published.year().currency()));
    };
  }

  /** The profiles of which an authority publishes the nisab of income. */
  private List<String> publishing() {
    return profiles.newest().stream()
        .map(Profile::rules)
        .filter(rules -> rules.income().nisab().value() instanceof IncomeNisab.Published)
        .map(rules -> rules.id().profile())
        .toList();
  }

  private static Refusal.UnknownProfile unknown(Profiles profiles, String profile) {
    return new Refusal.UnknownProfile(
        profile, profiles.newest().stream().map(known -> known.rules().id().profile()).toList());
  }
}
