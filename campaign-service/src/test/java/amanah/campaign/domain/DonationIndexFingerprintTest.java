package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden values here are in journals and snapshots: if a test fails, the code is wrong. */
final class DonationIndexFingerprintTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123456789Z");
  private static final Donor AISHA = new Donor(DonorId.of("donor-1"), "Aisha", true);
  private static final Donation FULL = donation(AISHA, "Semoga berkat \uD83C\uDF19", AT);
  private static final Donation BARE =
      new Donation(
          DonationId.of("d-1"),
          money(1, "JPY"),
          null,
          null,
          Designation.SADAQAH,
          null,
          "cash",
          null);

  @Test
  void the_golden_values_never_change() {
    assertThat(Long.toHexString(DonationIndex.fingerprintOf(FULL))).isEqualTo("918db74e9248059e");
    assertThat(Long.toHexString(DonationIndex.fingerprintOf(BARE))).isEqualTo("6ac6b97c0414f0c0");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none,               9e006178d6061df4",
        "'',                 44f34100f3d84cf4",
        "abc,                d40fcc59657b540f",
        "abcd,               6b32b025dc0559f3",
        "paid twice,         ccf92715c93821bf"
      })
  void the_golden_values_of_reasons_never_change(@Nullable String reason, String golden) {
    assertThat(Long.toHexString(DonationIndex.fingerprintOfReason(reason))).isEqualTo(golden);
  }

  @Test
  void the_id_is_not_part_of_it() {
    Donation other =
        new Donation(
            DonationId.of("d-2"),
            BARE.amount(),
            BARE.donor(),
            BARE.message(),
            BARE.designation(),
            BARE.assessmentId(),
            BARE.paymentReference(),
            BARE.donatedAt());

    assertThat(DonationIndex.fingerprintOf(other)).isEqualTo(DonationIndex.fingerprintOf(BARE));
  }

  @Test
  void a_donor_of_whom_nothing_was_said_is_no_donor() {
    assertThat(DonationIndex.fingerprintOf(donation(new Donor(null, null, false), null, AT)))
        .isEqualTo(DonationIndex.fingerprintOf(donation(null, null, AT)));
  }

  @Test
  void every_field_changes_it() {
    DonorId donorId = DonorId.of("donor-1");
    AssessmentId assessment = AssessmentId.of("zakat-1447");
    List<Donation> different =
        List.of(
            FULL,
            BARE,
            with(money(501, "MYR"), Designation.ZAKAT, assessment, "bank-1"),
            with(money(500, "USD"), Designation.ZAKAT, assessment, "bank-1"),
            with(money(500, "MYR"), Designation.SADAQAH, assessment, "bank-1"),
            with(money(500, "MYR"), Designation.ZAKAT, null, "bank-1"),
            with(money(500, "MYR"), Designation.ZAKAT, AssessmentId.of("zakat-1448"), "bank-1"),
            with(money(500, "MYR"), Designation.ZAKAT, assessment, "bank-2"),
            donation(null, null, null),
            donation(null, null, AT),
            donation(null, null, AT.plusNanos(1)),
            donation(null, null, AT.plusSeconds(1)),
            donation(null, null, Instant.EPOCH),
            donation(null, "", AT),
            donation(null, "a", AT),
            donation(null, "a\0", AT),
            donation(null, "\0a", AT),
            donation(new Donor(null, null, true), null, AT),
            donation(new Donor(null, "", false), null, AT),
            donation(new Donor(null, "donor-1", false), null, AT),
            donation(new Donor(donorId, null, false), null, AT),
            donation(new Donor(donorId, "Aisha", false), null, AT),
            donation(new Donor(donorId, "aisha", false), null, AT),
            donation(new Donor(donorId, "Aish", false), "a", AT));

    Set<Long> fingerprints = new HashSet<>();
    different.forEach(donation -> fingerprints.add(DonationIndex.fingerprintOf(donation)));

    assertThat(fingerprints).hasSameSizeAs(different);
  }

  @Test
  void a_million_different_contents_have_a_million_fingerprints() {
    Set<Long> fingerprints = new HashSet<>();
    for (int cents = 0; cents < 1_000; cents++) {
      for (int message = 0; message < 1_000; message++) {
        fingerprints.add(
            DonationIndex.fingerprintOf(
                new Donation(
                    BARE.donationId(),
                    Money.of(cents, BARE.amount().currency()),
                    null,
                    Integer.toString(message),
                    Designation.SADAQAH,
                    null,
                    "cash",
                    null)));
      }
    }

    assertThat(fingerprints.size()).isEqualTo(1_000_000);
  }

  private static Donation donation(
      @Nullable Donor donor, @Nullable String message, @Nullable Instant at) {
    return new Donation(
        DonationId.of("d-1"),
        money(500, "MYR"),
        donor,
        message,
        Designation.ZAKAT,
        AssessmentId.of("zakat-1447"),
        "bank-1",
        at);
  }

  private static Donation with(
      Money amount, Designation designation, @Nullable AssessmentId assessmentId, String payment) {
    return new Donation(
        DonationId.of("d-1"), amount, AISHA, null, designation, assessmentId, payment, AT);
  }

  private static Money money(long minor, String currency) {
    return Money.of(minor, Currency.getInstance(currency));
  }
}
