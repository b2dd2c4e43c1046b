package amanah.deploy.verify;

import java.math.BigInteger;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The calculator's book as its events tell it, and whether each could follow on those before. */
final class FundFold {

  static final String BOOK = "zakat-calculator|book";

  private final Findings findings;
  private final Map<String, FundTotals> funds = new TreeMap<>();
  private final Map<String, CountedZakat> counted = new HashMap<>();
  private final Map<String, Currency> currencies = new HashMap<>();
  private final Set<String> distributions = new HashSet<>();
  private long sequence;

  FundFold(Findings findings) {
    this.findings = findings;
  }

  /** The last event that it took. */
  long sequence() {
    return sequence;
  }

  void apply(long atSequence, BookEntry entry) {
    sequence = atSequence;
    switch (entry) {
      case BookEntry.Reported reported -> reported.parts().forEach(this::reported);
      case BookEntry.Distributed distributed -> distributed(distributed);
      case BookEntry.Paid paid ->
          found(Check.MANIFEST, "found a payment, expected those in assessments");
      case BookEntry.Other other -> {}
    }
  }

  /** Its last event could not be read. */
  void incomplete(long atSequence) {
    sequence = atSequence;
  }

  /** The funds, by the codes of their currencies. */
  List<FundTotals> totals() {
    return List.copyOf(funds.values());
  }

  /** What is counted of each campaign. */
  Map<String, CountedZakat> counted() {
    return counted;
  }

  private void reported(BookEntry.Part part) {
    CountedZakat before = counted.getOrDefault(part.campaignId(), CountedZakat.NONE);
    if (part.after() != before.upTo() || part.upTo() <= part.after()) {
      found(
          Check.POSITION,
          "found zakat of campaign %s from %d to %d, expected it to begin at %d"
              .formatted(part.campaignId(), part.after(), part.upTo(), before.upTo()));
    }
    Currency currency = currencies.putIfAbsent(part.campaignId(), part.currency());
    if (currency != null && !currency.equals(part.currency())) {
      found(
          Check.CURRENCY,
          "found zakat of campaign %s in %s, expected %s"
              .formatted(part.campaignId(), part.currency(), currency));
    }
    if (part.collectedMinor() < 0 || part.refundedMinor() < 0) {
      found(
          Check.AMOUNT,
          "found %d collected and %d refunded by campaign %s, expected nothing or more"
              .formatted(part.collectedMinor(), part.refundedMinor(), part.campaignId()));
    }
    counted.put(
        part.campaignId(), before.plus(part.upTo(), part.collectedMinor(), part.refundedMinor()));
    put(fund(part.currency()).reported(part.collectedMinor(), part.refundedMinor()));
  }

  private void distributed(BookEntry.Distributed distributed) {
    if (!distributions.add(distributed.distributionId())) {
      found(
          Check.FUND,
          "found distribution %s again, expected it once".formatted(distributed.distributionId()));
    }
    FundTotals after =
        fund(distributed.currency()).distributed(distributed.asnaf(), distributed.amountMinor());
    put(after);
    if (distributed.amountMinor() <= 0) {
      found(
          Check.AMOUNT,
          "found distribution %s of %s, expected more than nothing"
              .formatted(
                  distributed.distributionId(),
                  after.amount(BigInteger.valueOf(distributed.amountMinor()))));
    }
    if (after.availableMinor().signum() < 0) {
      found(
          Check.FUND,
          "found %s distributed of %s %s, expected at most that"
              .formatted(
                  after.amount(after.distributedInAllMinor()),
                  after.amount(after.netMinor()),
                  after.currency()));
    }
    if (distributed.asnaf().equals("amil")
        && after.amilMinor().compareTo(after.amilCapMinor()) > 0) {
      found(
          Check.AMIL,
          "found %s %s given to amil, expected at most %s"
              .formatted(
                  after.amount(after.amilMinor()),
                  after.currency(),
                  after.amount(after.amilCapMinor())));
    }
  }

  private FundTotals fund(Currency currency) {
    return funds.getOrDefault(currency.getCurrencyCode(), FundTotals.none(currency));
  }

  private void put(FundTotals fund) {
    funds.put(fund.currency().getCurrencyCode(), fund);
  }

  private void found(Check check, String detail) {
    findings.add(new Finding(check, BOOK, sequence, detail));
  }
}
