package amanah.campaign.domain;

import amanah.id.DonationId;
import amanah.money.Money;
import amanah.money.WithdrawnCurrencies;
import amanah.time.Moment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of policy: what is asked of donations, and of the goals of campaigns, that are recorded
 * for the first time, beyond what the campaign's own terms ask.
 *
 * <p>Such rules become stricter as time goes by, and what was recorded before stays recorded. So
 * they are asked by the campaign after it has looked for what it knows, and never of a repeat,
 * which is answered as the first time, nor where a donation is read or given back. What a request
 * must look like to be read at all is asked before, at the endpoints.
 */
public final class AdmissionRules {

  /** No donation alone may use up what the total of a campaign can hold, in minor units. */
  public static final long AMOUNT_MINOR_MAX = 1_000_000_000_000_000L;

  /** What paths say, or may come to say, where a donation's id stands in others. */
  public static final Set<String> RESERVED_IDS = Set.of("batch", "export");

  private AdmissionRules() {}

  /** What speaks against recording the donation, which the campaign does not know. */
  public static Optional<DonationOutcome.Refused> refusal(Donation donation, Moment now) {
    return reserved(donation.donationId())
        .or(() -> currencyProblem("amount.currency", donation.amount(), now))
        .or(() -> tooMuch(donation.amount()))
        .map(
            problem ->
                new DonationOutcome.Refused(
                    donation.donationId(), problem.refusal(), problem.detail()));
  }

  /** Whoever gives it that name could not ask for it by its path. */
  private static Optional<BrokenRule> reserved(DonationId donationId) {
    return RESERVED_IDS.contains(donationId.value())
        ? Optional.of(
            new BrokenRule(
                Refusal.INVALID_FIELD,
                "donationId \"" + donationId + "\" is a word of the paths, expected another id"))
        : Optional.empty();
  }

  private static Optional<BrokenRule> tooMuch(Money amount) {
    return amount.minor() > AMOUNT_MINOR_MAX
        ? Optional.of(
            new BrokenRule(
                Refusal.INVALID_AMOUNT,
                "amount.amount is %s, expected at most %s in one donation"
                    .formatted(amount, Money.of(AMOUNT_MINOR_MAX, amount.currency()))))
        : Optional.empty();
  }

  /**
   * Whether anybody pays in the currency of that amount now; by a time that may be wrong no
   * definite no is said.
   *
   * @param field where the currency stands in the request
   */
  static Optional<BrokenRule> currencyProblem(String field, Money amount, Moment now) {
    return WithdrawnCurrencies.find(
            amount.currency(), LocalDate.ofInstant(now.at(), ZoneOffset.UTC))
        .map(
            withdrawn ->
                now.trusted()
                    ? new BrokenRule(
                        Refusal.UNKNOWN_CURRENCY,
                        field + " \"" + amount.currency() + "\"" + withdrawn.words())
                    : new BrokenRule(
                        Refusal.UNAVAILABLE,
                        "whether %s was withdrawn on %s cannot be told, for the journal's clock is not trusted now; expected a retry"
                            .formatted(amount.currency(), withdrawn.from())));
  }
}
