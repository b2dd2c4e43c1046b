package amanah.deploy.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the API tells of a campaign or a donation, beside what the journal has. */
final class ApiCampaign {

  private static final String CAPTURED = "captured";
  private static final String REFUNDED = "refunded";
  private static final String PARTIALLY_REFUNDED = "partially_refunded";

  private ApiCampaign() {}

  /** What is otherwise in the journal at the same sequence number. */
  static List<String> differences(JsonNode answer, String etag, CampaignTotals journal) {
    List<String> differences = new ArrayList<>();
    differ(differences, "campaignId", text(answer, "campaignId"), journal.campaignId());
    differ(differences, "status", text(answer, "status"), journal.status());
    differ(differences, "raised", money(answer, "raised"), shown(journal, journal.raisedMinor()));
    differ(
        differences,
        "goal",
        money(answer, "goal"),
        shown(journal, BigInteger.valueOf(journal.goalMinor())));
    differ(
        differences,
        "donationCount",
        text(answer, "donationCount"),
        Long.toString(journal.donationCount()));
    differ(
        differences, "donorCount", text(answer, "donorCount"), Long.toString(journal.donorCount()));
    differ(
        differences,
        "milestonesReached",
        percents(answer.path("milestonesReached")),
        journal.milestonesReached().toString());
    differ(differences, "ETag", etag, "\"" + journal.sequence() + "\"");
    if (answer.path("views").bigIntegerValue().compareTo(journal.views()) < 0) {
      differences.add("views " + text(answer, "views") + ", expected at least " + journal.views());
    }
    return differences;
  }

  /**
   * What is otherwise in the journal of a donation; refunds that came after {@code totals} are left
   * aside.
   */
  static List<String> differences(
      JsonNode answer, SampledDonation donation, CampaignTotals totals) {
    List<String> differences = new ArrayList<>();
    BigInteger amount = BigInteger.valueOf(donation.amountMinor());
    differ(differences, "donationId", text(answer, "donationId"), donation.donationId());
    differ(differences, "amount", money(answer, "amount"), shown(totals, amount));
    differ(
        differences,
        "sequence",
        text(answer.path("history").path(0), "sequence"),
        Long.toString(donation.sequence()));
    BigInteger refunded = donation.refundedMinor();
    for (JsonNode entry : answer.path("history")) {
      if (entry.path("type").asText().equals(REFUNDED)
          && entry.path("sequence").asLong() > totals.sequence()) {
        refunded = refunded.add(minor(entry.path("amount"), totals));
      }
    }
    differ(differences, REFUNDED, money(answer, REFUNDED), shown(totals, refunded));
    differ(differences, "status", text(answer, "status"), status(amount, refunded));
    return differences;
  }

  private static String status(BigInteger amount, BigInteger refunded) {
    if (refunded.signum() == 0) {
      return CAPTURED;
    }
    return refunded.equals(amount) ? REFUNDED : PARTIALLY_REFUNDED;
  }

  private static void differ(List<String> differences, String what, String found, String expected) {
    if (!Objects.equals(found, expected)) {
      differences.add("%s %s, expected %s".formatted(what, found, expected));
    }
  }

  private static String text(JsonNode answer, String field) {
    return answer.path(field).asText("none");
  }

  private static String money(JsonNode answer, String field) {
    JsonNode money = answer.path(field);
    return text(money, "amount") + " " + text(money, "currency");
  }

  private static String shown(CampaignTotals totals, BigInteger minor) {
    return totals.amount(minor) + " " + totals.currency();
  }

  /** Nothing when it is no amount, which then differs. */
  private static BigInteger minor(JsonNode money, CampaignTotals totals) {
    String digits = money.path("amount").asText().replace(".", "");
    boolean known = money.path("currency").asText().equals(totals.currency().getCurrencyCode());
    return known && digits.matches("\\d{1,30}") ? new BigInteger(digits) : BigInteger.ZERO;
  }

  private static String percents(JsonNode list) {
    List<String> percents = new ArrayList<>();
    list.forEach(percent -> percents.add(percent.asText()));
    return percents.toString();
  }
}
