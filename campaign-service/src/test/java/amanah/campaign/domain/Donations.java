package amanah.campaign.domain;

import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Donations for tests; each differs from the plain one in what its factory names. */
public final class Donations {

  /** The currency of the campaigns in {@link Terms}. */
  public static final Currency USD = Currency.getInstance("USD");

  static final Currency EUR = Currency.getInstance("EUR");

  /** Withdrawn on 1 March 2002. */
  static final Currency DEM = Currency.getInstance("DEM");

  private static final Instant DONATED_AT = Instant.parse("2026-02-28T09:00:00Z");

  private Donations() {}

  /** A sadaqah of so many cents from {@code donor-1}. */
  public static Donation donation(String id, long minor) {
    return donation(id, Money.of(minor, USD), Designation.SADAQAH);
  }

  /** Donations of one cent each, named {@code prefix-0}, {@code prefix-1} and so on. */
  public static List<Donation> donations(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(each -> donation(prefix + "-" + each, 1)).toList();
  }

  /** The same amount or another for a purpose; zakat is given towards {@code assessment-1}. */
  public static Donation donation(String id, Money amount, Designation designation) {
    return new Donation(
        DonationId.of(id),
        amount,
        new Donor(DonorId.of("donor-1"), "Aisha", false),
        "may it help",
        designation,
        designation == Designation.ZAKAT ? new AssessmentId("assessment-1") : null,
        "bank-1",
        DONATED_AT);
  }

  static Donation from(@Nullable Donor donor, Donation donation) {
    return new Donation(
        donation.donationId(),
        donation.amount(),
        donor,
        donation.message(),
        donation.designation(),
        donation.assessmentId(),
        donation.paymentReference(),
        donation.donatedAt());
  }

  static Donation saying(@Nullable String message, Donation donation) {
    return new Donation(
        donation.donationId(),
        donation.amount(),
        donation.donor(),
        message,
        donation.designation(),
        donation.assessmentId(),
        donation.paymentReference(),
        donation.donatedAt());
  }
}
