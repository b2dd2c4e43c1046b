package amanah.campaign.ingress.request;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.Naming;
import amanah.http.TextLimit;
import amanah.http.Words;
import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads donations and refunds. Whether a donation may be recorded is asked where it is known
 * whether it was before: see {@link amanah.campaign.domain.AdmissionRules}.
 */
public final class DonationRequests {

  private static final Set<String> DONATION =
      Set.of(
          "donationId",
          "amount",
          "donor",
          "message",
          "designation",
          "assessmentId",
          "payment",
          "donatedAt");
  private static final Set<String> DONOR = Set.of("id", "name", "anonymous");
  private static final Set<String> PAYMENT = Set.of("method", "reference", "token");
  private static final Set<String> REFUND = Set.of("refundId", "amount", "reason");

  private static final Map<String, Designation> DESIGNATIONS = Words.of(Designation.values());
  private static final String CAPTURED =
      "an object such as {\"method\": \"captured\", \"reference\": \"bank-4711\"}";

  private DonationRequests() {}

  /**
   * One captured donation.
   *
   * @param key names the donation when its body does not
   * @param naming who names it when neither does
   */
  public static Donation donation(JsonNode body, @Nullable String key, Naming naming) {
    FieldErrors errors = new FieldErrors();
    Fields fields = Fields.ofBody(body, errors, DONATION);
    DonationId donationId = fields.name("donationId", DonationId::of, key, naming);
    fields.require("amount", "an amount of money");
    Money amount = fields.money("amount");
    Donor donor = donor(fields.object("donor", DONOR));
    String message = fields.text("message", TextLimit.MESSAGE);
    Designation designation =
        requireNonNullElse(fields.word("designation", DESIGNATIONS), Designation.SADAQAH);
    AssessmentId assessmentId = fields.id("assessmentId", AssessmentId::of);
    if (assessmentId != null && designation != Designation.ZAKAT) {
      fields.refuse("assessmentId", "pays towards zakat, expected designation zakat with it");
    }
    fields.require("payment", CAPTURED);
    String reference = reference(fields.object("payment", PAYMENT));
    Instant donatedAt = fields.time("donatedAt");
    errors.refuseIfAny();
    return new Donation(
        requireNonNull(donationId),
        requireNonNull(amount),
        donor,
        message,
        designation,
        assessmentId,
        requireNonNull(reference),
        donatedAt);
  }

  /**
   * Something to be given back.
   *
   * @param key names the refund when its body does not
   * @param naming who names it when neither does
   */
  public static CampaignCommand.Refund refund(
      DonationId donationId, JsonNode body, @Nullable String key, Naming naming) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), REFUND);
    RefundId refundId = fields.name("refundId", RefundId::of, key, naming);
    Money amount = fields.money("amount");
    String reason = fields.text("reason", TextLimit.REASON);
    fields.errors().refuseIfAny();
    return new CampaignCommand.Refund(requireNonNull(refundId), donationId, amount, reason);
  }

  private static @Nullable Donor donor(@Nullable Fields fields) {
    return fields == null
        ? null
        : new Donor(
            fields.id("id", DonorId::of),
            fields.text("name", TextLimit.NAME),
            fields.flag("anonymous"));
  }

  private static @Nullable String reference(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    fields.require("method", "captured");
    String method = fields.word("method", Map.of("captured", "captured", "charge", "charge"));
    if ("charge".equals(method)) {
      fields.refuse(
          "method", "\"charge\", expected \"captured\": this server takes captured payments only");
      return null;
    }
    if (fields.has("token")) {
      fields.refuse("token", "belongs to method charge, expected reference");
    }
    fields.require("reference", "where the captured money can be found");
    return fields.text("reference", TextLimit.REFERENCE);
  }
}
