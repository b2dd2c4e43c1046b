package amanah.zakat.domain;

import amanah.money.WithdrawnCurrencies;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.PriceAge;
import amanah.zakat.domain.rule.Sourced;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Why a calculation has no answer; nothing is ever guessed in its place. */
public sealed interface Refusal {

  /** Names the offending value and what was expected. */
  String detail();

  /** The kind of no that callers are told. */
  default RefusalCode code() {
    return switch (this) {
      case PriceMissing price -> RefusalCode.PRICE_MISSING;
      case PriceStale price -> RefusalCode.PRICE_STALE;
      case NisabNotPublished nisab -> RefusalCode.NISAB_NOT_PUBLISHED;
      case CurrencyMismatch mismatch -> RefusalCode.CURRENCY_MISMATCH;
      case CurrencyWithdrawn withdrawn -> RefusalCode.UNKNOWN_CURRENCY;
      case InvalidField invalid -> RefusalCode.INVALID_FIELD;
      case TooLarge large -> RefusalCode.INVALID_AMOUNT;
      case UnknownProfile unknown -> RefusalCode.UNKNOWN_PROFILE;
    };
  }

  /** The field of the request that is to blame, such as {@code assets[2].value}, if it is one. */
  default Optional<String> where() {
    return switch (this) {
      case PriceMissing price -> Optional.empty();
      case PriceStale price -> Optional.empty();
      case NisabNotPublished nisab -> Optional.of("profile");
      case CurrencyMismatch mismatch -> Optional.of(mismatch.field());
      case CurrencyWithdrawn withdrawn -> Optional.of(withdrawn.field());
      case InvalidField invalid -> Optional.of(invalid.field());
      case TooLarge large -> Optional.empty();
      case UnknownProfile unknown -> Optional.of("profile");
    };
  }

  /**
   * A price, or a published figure, that the rules need was not given.
   *
   * @param price what has to be given
   * @param neededFor what it would have been used for
   */
  record PriceMissing(NeededPrice price, Currency currency, String neededFor) implements Refusal {

    @Override
    public String detail() {
      return "the price of " + price + " in " + currency + " is missing, needed for " + neededFor;
    }
  }

  /**
   * The newest published price that the rules need is too old.
   *
   * @param needed the price as if there were none
   * @param day from which on it was published
   * @param asOf the day that was asked about
   * @param ageMax how old it may be
   */
  record PriceStale(PriceMissing needed, LocalDate day, LocalDate asOf, Sourced<PriceAge> ageMax)
      implements Refusal {

    @Override
    public String detail() {
      return "the newest price of "
          + needed.price()
          + " in "
          + needed.currency()
          + " is of "
          + day
          + ", "
          + ChronoUnit.DAYS.between(day, asOf)
          + " days before "
          + asOf
          + ", needed for "
          + needed.neededFor()
          + ", expected one of at most "
          + ageMax
          + " before, one in the request, or allowStale";
    }
  }

  /**
   * A nisab of income was published for a profile that has none of the kind.
   *
   * @param publishing the profiles that have
   */
  record NisabNotPublished(String profile, Sourced<IncomeNisab> own, List<String> publishing)
      implements Refusal {

    /** Keeps its own list. */
    public NisabNotPublished {
      publishing = List.copyOf(publishing);
    }

    @Override
    public String detail() {
      return "profile \"%s\" takes the nisab of wealth for that of income (%s), so that none is"
              .formatted(profile, own.source())
          + " published for it, expected one of "
          + publishing;
    }
  }

  /**
   * An amount is in another currency than the calculation.
   *
   * @param field where it stands, such as {@code assets[2].value}
   */
  record CurrencyMismatch(String field, Currency found, Currency expected) implements Refusal {

    @Override
    public String detail() {
      return field + " is in " + found + ", expected " + expected;
    }
  }

  /**
   * Nobody paid in that currency any more on the day that counts.
   *
   * @param field where it stands
   */
  record CurrencyWithdrawn(String field, WithdrawnCurrencies.WithdrawnCurrency withdrawn)
      implements Refusal {

    /** Whether nobody paid in that currency any more on that day; empty when somebody could. */
    public static Optional<Refusal> on(LocalDate day, String field, Currency currency) {
      return WithdrawnCurrencies.find(currency, day)
          .map(withdrawn -> new CurrencyWithdrawn(field, withdrawn));
    }

    @Override
    public String detail() {
      return field + " \"" + withdrawn.currency() + "\"" + withdrawn.words();
    }
  }

  /**
   * A field is missing or has a value that the rules cannot use.
   *
   * @param field where it stands
   * @param detail what was found and expected
   */
  record InvalidField(String field, String detail) implements Refusal {}

  /**
   * The zakat is more than the largest amount that can be paid.
   *
   * @param detail the exact value
   */
  record TooLarge(String detail) implements Refusal {}

  /**
   * No rule profile has this name.
   *
   * @param known the names there are
   */
  record UnknownProfile(String profile, List<String> known) implements Refusal {

    /** Keeps its own list. */
    public UnknownProfile {
      known = List.copyOf(known);
    }

    @Override
    public String detail() {
      return "profile \"" + profile + "\" is unknown, expected one of " + known;
    }
  }
}
