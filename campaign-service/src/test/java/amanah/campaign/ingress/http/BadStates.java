package amanah.campaign.ingress.http;

import static amanah.campaign.ingress.http.BadRequests.AMOUNT;
import static amanah.campaign.ingress.http.BadRequests.DONATIONS;
import static amanah.campaign.ingress.http.BadRequests.GOAL;
import static amanah.campaign.ingress.http.BadRequests.JSON;
import static amanah.campaign.ingress.http.BadRequests.PAYMENT;
import static amanah.campaign.ingress.http.BadRequests.post;

import amanah.campaign.ingress.http.BadRequests.Case;
import com.linecorp.armeria.common.HttpData;
import java.util.List;
import java.util.stream.Stream;

/** The rows of {@link BadRequests} that the campaign itself refuses. */
final class BadStates {

  private static final String GOOD = "{\"donationId\":\"bad-new\"," + AMOUNT + "," + PAYMENT + "}";
  private static final String MORE = GOOD.replace("10.00", "10.01");
  private static final String REFUND_NAME = "{\"refundId\":\"bad-new\",";
  private static final String REFUND = DONATIONS + "/bad-known/refunds";

  private BadStates() {}

  static List<Case> cases() {
    return Stream.of(donations(), refunds(), lives()).flatMap(List::stream).toList();
  }

  private static List<Case> donations() {
    return List.of(
        post(
            "a donation to none",
            "/v1/campaigns/bad-none/donations",
            GOOD,
            404,
            "campaign_not_found"),
        post(
            "a donation to a draft",
            "/v1/campaigns/bad-draft/donations",
            GOOD,
            409,
            "campaign_not_active"),
        post(
            "a donation too late",
            "/v1/campaigns/bad-over/donations",
            GOOD,
            409,
            "campaign_not_active"),
        post("more than the cap", "/v1/campaigns/bad-hard/donations", MORE, 409, "goal_exceeded"),
        post("dollars for rupiah", DONATIONS, GOOD.replace("IDR", "USD"), 400, "currency_mismatch"),
        post(
            "zakat for others",
            DONATIONS,
            GOOD.replace("}}", "},\"designation\":\"zakat\"}"),
            409,
            "not_zakat_eligible"),
        post(
            "a known id",
            DONATIONS,
            MORE.replace("bad-new", "bad-known"),
            422,
            "idempotency_mismatch"));
  }

  private static List<Case> lives() {
    return List.of(
        post(
            "another campaign of that id",
            "/v1/campaigns",
            "{\"campaignId\":\"bad-open\",\"title\":\"Other\"," + GOAL + "}",
            409,
            "campaign_exists"),
        new Case(
            "back from the end",
            "PUT",
            "/v1/campaigns/bad-over/status",
            JSON,
            HttpData.ofUtf8("{\"status\":\"active\"}"),
            409,
            "illegal_transition"));
  }

  private static List<Case> refunds() {
    return List.of(
        post(
            "a refund too large",
            REFUND,
            REFUND_NAME + AMOUNT.replace("10.00", "10.01") + "}",
            409,
            "refund_exceeds_captured"),
        post(
            "a refund in dollars",
            REFUND,
            REFUND_NAME + AMOUNT.replace("IDR", "USD") + "}",
            400,
            "currency_mismatch"),
        post(
            "a refund of nothing",
            REFUND,
            REFUND_NAME + AMOUNT.replace("10.00", "0") + "}",
            400,
            "invalid_amount"),
        post(
            "a refund of no donation",
            DONATIONS + "/bad-none/refunds",
            "{\"refundId\":\"bad-new\"}",
            404,
            "donation_not_found"),
        post("a refund without a name", REFUND, "{}", 428, "name_required"),
        post("a refund without body", REFUND, "", 400, "malformed"));
  }
}
