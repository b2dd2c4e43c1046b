package amanah.zakat.domain;

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
      case CurrencyMismatch mismatch -> RefusalCode.CURRENCY_MISMATCH;
      case InvalidField invalid -> RefusalCode.INVALID_FIELD;
      case TooLarge large -> RefusalCode.INVALID_AMOUNT;
      case UnknownProfile unknown -> RefusalCode.UNKNOWN_PROFILE;
    };
  }

  /** The field of the request that is to blame, such as {@code assets[2].value}, if it is one. */
  default Optional<String> where() {
    return switch (this) {
      case PriceMissing price -> Optional.empty();
      case CurrencyMismatch mismatch -> Optional.of(mismatch.field());
      case InvalidField invalid -> Optional.of(invalid.field());
      case TooLarge large -> Optional.empty();
      case UnknownProfile unknown -> Optional.of("profile");
    };
  }

  /**
   * A price, or a published figure, that the rules need was not given.
   *
   * @param price what has to be given: {@code gold}, {@code silver}, an animal, a nisab
   * @param neededFor what it would have been used for
   */
  record PriceMissing(String price, Currency currency, String neededFor) implements Refusal {

    @Override
    public String detail() {
      return "the price of " + price + " in " + currency + " is missing, needed for " + neededFor;
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
