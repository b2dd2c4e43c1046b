package amanah.deploy.faults.load;

import amanah.deploy.faults.books.PlannedDonations;
import java.math.BigDecimal;
import java.time.Instant;

/** The requests that the load sends. */
final class Bodies {

  private static final int CENT_DIGITS = 2;
  private static final String CAMPAIGNS = "/v1/campaigns";
  private static final int DONORS = 1000;

  /** Where the money of every donation can be found. */
  static final String REFERENCE = "faults";

  private final PlannedDonations planned;

  Bodies(PlannedDonations planned) {
    this.planned = planned;
  }

  Request open(int campaign, Instant endsAt) {
    String end = CampaignKinds.ends(campaign) ? ",\"endsAt\":\"" + endsAt + "\"" : "";
    return Request.post(
        CAMPAIGNS,
        "{\"campaignId\":\"%s\",\"title\":\"Struck campaign\",\"goal\":%s,\"zakatEligible\":%s%s}"
            .formatted(
                planned.campaigns().get(campaign),
                money(1_000_000_000_00L),
                planned.takesZakat(campaign),
                end));
  }

  Request donate(long number) {
    return donate(number, planned.amountMinor(number));
  }

  /** The same id with another amount. */
  Request donateOtherwise(long number) {
    return donate(number, planned.amountMinor(number) + 1);
  }

  Request refund(long number) {
    return Request.post(
        donations(number) + "/" + planned.donationId(number) + "/refunds",
        "{\"refundId\":\"back-%d\",\"amount\":%s}"
            .formatted(number, money(planned.refundMinor(number))));
  }

  Request read(int campaign) {
    return Request.get(campaign(campaign));
  }

  /** A change of that name. */
  Request status(int campaign, String status, String changeId) {
    return Request.put(
        campaign(campaign) + "/status",
        "{\"changeId\":\"%s\",\"status\":\"%s\",\"reason\":\"faults\"}"
            .formatted(changeId, status));
  }

  static String amount(long minor) {
    return BigDecimal.valueOf(minor, CENT_DIGITS).toPlainString();
  }

  static long minor(String amount) {
    return new BigDecimal(amount).movePointRight(CENT_DIGITS).longValueExact();
  }

  private Request donate(long number, long amountMinor) {
    return Request.post(
        donations(number),
        """
        {"donationId":"%s","amount":%s,"donor":{"id":"%s"},%s\
        "payment":{"method":"captured","reference":"%s"}}"""
            .formatted(
                planned.donationId(number),
                money(amountMinor),
                donor(number),
                designation(number),
                REFERENCE));
  }

  /** Who gives it. */
  static String donor(long number) {
    return "donor-" + number % DONORS;
  }

  private String designation(long number) {
    String assessment =
        planned.assessment(number).map(id -> "\"assessmentId\":\"" + id + "\",").orElse("");
    return planned.isZakat(number) ? "\"designation\":\"zakat\"," + assessment : "";
  }

  /** Another calculation for each number, so that no answer is a remembered one. */
  Request calculate(long number) {
    return Request.post(
        "/v1/zakat/calculate",
        "{\"wealth\":%s,\"nisab\":%s}".formatted(money(100_000 + number), money(50_000)));
  }

  private String donations(long number) {
    return campaign(planned.campaign(number)) + "/donations";
  }

  private String campaign(int campaign) {
    return CAMPAIGNS + "/" + planned.campaigns().get(campaign);
  }

  private static String money(long minor) {
    return "{\"amount\":\"%s\",\"currency\":\"%s\"}"
        .formatted(amount(minor), PlannedDonations.CURRENCY);
  }
}
