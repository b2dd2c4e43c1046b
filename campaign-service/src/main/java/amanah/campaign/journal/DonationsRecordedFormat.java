package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code donations-recorded.v1}: nearly all that the journal holds, so its field names are one
 * letter and the currency, the same for all of a campaign, is written once and first.
 */
final class DonationsRecordedFormat {

  private static final String CURRENCY = "c";
  private static final String AT = "t";
  private static final String DONATIONS = "d";

  /** The fields of a donation. */
  private static final String DONATION_ID = "i";

  private static final String AMOUNT_MINOR = "a";
  private static final String DONOR = "o";
  private static final String MESSAGE = "m";
  private static final String DESIGNATION = "u";
  private static final String ASSESSMENT_ID = "z";
  private static final String PAYMENT_REFERENCE = "p";
  private static final String DONATED_AT = "t";

  /** The fields of a donor. */
  private static final String DONOR_ID = "i";

  private static final String NAME = "n";
  private static final String ANONYMOUS = "h";

  private static final int BATCH_EXPECTED = 100;

  private DonationsRecordedFormat() {}

  static void write(DonationsRecorded event, EventWriter writer) throws IOException {
    Currency currency = currency(event);
    writer.text(CURRENCY, currency.getCurrencyCode());
    writer.instant(AT, event.at());
    writer.startList(DONATIONS, event.donations().size());
    for (Donation donation : event.donations()) {
      write(donation, writer);
    }
    writer.endList();
  }

  static DonationsRecorded read(EventReader reader) throws IOException {
    @Nullable Currency currency = null;
    @Nullable Instant at = null;
    @Nullable List<Donation> donations = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case CURRENCY -> currency = reader.value(field, Currency::getInstance);
        case AT -> at = reader.instant(field);
        case DONATIONS -> donations = donations(reader.required(CURRENCY, currency), reader);
        default -> throw reader.unknown(field);
      }
    }
    return new DonationsRecorded(reader.required(DONATIONS, donations), reader.required(AT, at));
  }

  private static void write(Donation donation, EventWriter writer) throws IOException {
    writer.startMap();
    writer.text(DONATION_ID, donation.donationId().value());
    writer.number(AMOUNT_MINOR, donation.amount().minor());
    write(donation.donor(), writer);
    writer.text(MESSAGE, donation.message());
    writer.text(DESIGNATION, Words.of(donation.designation()));
    writer.text(ASSESSMENT_ID, value(donation.assessmentId()));
    writer.text(PAYMENT_REFERENCE, donation.paymentReference());
    writer.instant(DONATED_AT, donation.donatedAt());
    writer.endMap();
  }

  private static List<Donation> donations(Currency currency, EventReader reader)
      throws IOException {
    List<Donation> donations = new ArrayList<>(BATCH_EXPECTED);
    reader.startList(DONATIONS);
    while (reader.nextMap(DONATIONS)) {
      donations.add(donation(currency, reader));
    }
    if (donations.isEmpty()) {
      throw reader.contradiction("field \"" + DONATIONS + "\" is empty");
    }
    return donations;
  }

  private static Donation donation(Currency currency, EventReader reader) throws IOException {
    @Nullable DonationId donationId = null;
    @Nullable Long amountMinor = null;
    @Nullable Donor donor = null;
    @Nullable String message = null;
    @Nullable Designation designation = null;
    @Nullable AssessmentId assessmentId = null;
    @Nullable String paymentReference = null;
    @Nullable Instant donatedAt = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case DONATION_ID -> donationId = reader.value(field, DonationId::of);
        case AMOUNT_MINOR -> amountMinor = reader.number(field);
        case DONOR -> donor = donor(reader);
        case MESSAGE -> message = reader.text(field);
        case DESIGNATION -> designation = reader.value(field, Words::designation);
        case ASSESSMENT_ID -> assessmentId = reader.value(field, AssessmentId::of);
        case PAYMENT_REFERENCE -> paymentReference = reader.text(field);
        case DONATED_AT -> donatedAt = reader.instant(field);
        default -> throw reader.unknown(field);
      }
    }
    return new Donation(
        reader.required(DONATION_ID, donationId),
        Money.of(reader.required(AMOUNT_MINOR, amountMinor), currency),
        donor,
        message,
        reader.required(DESIGNATION, designation),
        assessmentId,
        reader.required(PAYMENT_REFERENCE, paymentReference),
        donatedAt);
  }

  private static void write(@Nullable Donor donor, EventWriter writer) throws IOException {
    if (donor == null) {
      return;
    }
    DonorId donorId = donor.donorId();
    writer.startMap(DONOR);
    writer.text(DONOR_ID, donorId == null ? null : donorId.value());
    writer.text(NAME, donor.name());
    writer.flag(ANONYMOUS, donor.anonymous());
    writer.endMap();
  }

  private static Donor donor(EventReader reader) throws IOException {
    @Nullable DonorId donorId = null;
    @Nullable String name = null;
    @Nullable Boolean anonymous = null;
    reader.startMap(DONOR);
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case DONOR_ID -> donorId = reader.value(field, DonorId::of);
        case NAME -> name = reader.text(field);
        case ANONYMOUS -> anonymous = reader.flag(field);
        default -> throw reader.unknown(field);
      }
    }
    return new Donor(donorId, name, reader.required(ANONYMOUS, anonymous));
  }

  /** The one currency of all donations; an event with none or with two cannot have happened. */
  private static Currency currency(DonationsRecorded event) {
    if (event.donations().isEmpty()) {
      throw new IllegalArgumentException("no donations were recorded, expected at least one");
    }
    Currency currency = event.donations().getFirst().amount().currency();
    for (Donation donation : event.donations()) {
      if (!donation.amount().currency().equals(currency)) {
        throw new IllegalArgumentException(
            "donation " + donation.donationId() + " is not in " + currency);
      }
    }
    return currency;
  }

  private static @Nullable String value(@Nullable AssessmentId assessmentId) {
    return assessmentId == null ? null : assessmentId.value();
  }
}
