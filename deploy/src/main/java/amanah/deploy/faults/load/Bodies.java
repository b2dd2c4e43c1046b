package amanah.deploy.faults.load;

import amanah.deploy.faults.books.PlannedDonations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The requests that the load sends. */
final class Bodies {

  private static final int CENT_DIGITS = 2;
  private static final String CAMPAIGNS = "/v1/campaigns";
  private static final int DONORS = 1000;
  private static final long GOAL_MINOR = 1_000_000;
  private static final long GOAL_STEP_MINOR = 13_700;

  /** Where the money of every donation can be found. */
  static final String REFERENCE = "faults";

  private final PlannedDonations planned;
  private final AtomicLong names = new AtomicLong();

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
    return refund(number, "back-", planned.refundMinor(number));
  }

  private Request refund(long number, String prefix, long minor) {
    return Request.post(
        donations(number) + "/" + planned.donationId(number) + "/refunds",
        "{\"refundId\":\"%s%d\",\"amount\":%s}".formatted(prefix, number, money(minor)));
  }

  Request read(int campaign) {
    return Request.get(campaign(campaign));
  }

  Request status(int campaign, String status) {
    String name = "change-" + names.incrementAndGet();
    return Request.put(
        campaign(campaign) + "/status",
        "{\"status\":\"%s\",\"reason\":\"%s\"}".formatted(status, name),
        name);
  }

  /** Another title each time. */
  Request title(int campaign) {
    String name = "title-" + names.incrementAndGet();
    return Request.patch(
        campaign(campaign), "{\"title\":\"Struck campaign, %s\"}".formatted(name), name);
  }

  /** Another goal each time, small enough that parts of it are reached. */
  Request goal(int campaign) {
    long number = names.incrementAndGet();
    return Request.patch(
        campaign(campaign),
        "{\"goal\":%s}".formatted(money(GOAL_MINOR + GOAL_STEP_MINOR * number)),
        "goal-" + number);
  }

  Request readDonation(long number) {
    return Request.get(donations(number) + "/" + planned.donationId(number));
  }

  /** More than was ever given. */
  Request refundTooMuch(long number) {
    return refund(number, "too-much-", planned.amountMinor(number) + 1);
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
        "payment":{"method":"captured","reference":"%s"}}\
        """
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
