package amanah.campaign.ingress.http;

import static amanah.campaign.ingress.http.BadRequests.GOAL;
import static amanah.campaign.ingress.http.BadRequests.JSON;
import static amanah.campaign.ingress.http.BadRequests.OPEN;
import static amanah.campaign.ingress.http.BadRequests.post;

import amanah.campaign.ingress.http.BadRequests.Case;
import com.linecorp.armeria.common.HttpData;
import java.util.List;
import java.util.stream.Stream;

/** The rows of {@link BadRequests} about campaigns and their terms. */
final class BadCampaigns {

  private static final String TITLE = "\"title\":\"T\",";

  private BadCampaigns() {}

  static List<Case> cases() {
    return Stream.of(titlesAndGoals(), terms(), amendments()).flatMap(List::stream).toList();
  }

  private static List<Case> titlesAndGoals() {
    return List.of(
        campaign("no title", "{" + GOAL + "}", "invalid_field"),
        campaign("an empty title", "{\"title\":\"\"," + GOAL + "}", "invalid_field"),
        campaign("a blank title", "{\"title\":\"  \"," + GOAL + "}", "invalid_field"),
        campaign("a long title", "{\"title\":\"" + "x".repeat(201) + "\"," + GOAL + "}"),
        campaign("a title in two lines", "{\"title\":\"a\\nb\"," + GOAL + "}", "invalid_field"),
        campaign("a title of a number", "{\"title\":5," + GOAL + "}", "invalid_field"),
        campaign("no goal", "{\"title\":\"T\"}", "invalid_field"),
        campaign(
            "a goal of nothing",
            "{" + TITLE + "\"goal\":{\"amount\":\"0\",\"currency\":\"IDR\"}}",
            "invalid_amount"),
        campaign(
            "a goal in gold",
            "{" + TITLE + "\"goal\":{\"amount\":\"1\",\"currency\":\"XAU\"}}",
            "unknown_currency"),
        campaign("a goal of text", "{" + TITLE + "\"goal\":\"10\"}", "invalid_amount"));
  }

  private static List<Case> terms() {
    return List.of(
        campaign("an id with a space", "{\"campaignId\":\"a b\"," + TITLE + GOAL + "}"),
        campaign("an id of 65", "{\"campaignId\":\"" + "a".repeat(65) + "\"," + TITLE + GOAL + "}"),
        campaign(
            "an end without zone", "{" + TITLE + GOAL + ",\"endsAt\":\"2026-03-01T00:00:00\"}"),
        campaign("an end of a date", "{" + TITLE + GOAL + ",\"endsAt\":\"2026-03-01\"}"),
        campaign(
            "an end in February 30", "{" + TITLE + GOAL + ",\"endsAt\":\"2026-02-30T00:00:00Z\"}"),
        campaign(
            "an end without seconds", "{" + TITLE + GOAL + ",\"endsAt\":\"2026-03-01T00:00Z\"}"),
        campaign("an unknown policy", "{" + TITLE + GOAL + ",\"goalPolicy\":\"firm\"}"),
        campaign("a policy in capitals", "{" + TITLE + GOAL + ",\"goalPolicy\":\"SOFT\"}"),
        campaign("a flag of text", "{" + TITLE + GOAL + ",\"zakatEligible\":\"true\"}"),
        campaign("milestones falling", "{" + TITLE + GOAL + ",\"milestones\":[50,25]}"),
        campaign("milestones twice", "{" + TITLE + GOAL + ",\"milestones\":[50,50]}"),
        campaign("a milestone of 0", "{" + TITLE + GOAL + ",\"milestones\":[0]}"),
        campaign("a milestone of 1001", "{" + TITLE + GOAL + ",\"milestones\":[1001]}"),
        campaign("a milestone and a half", "{" + TITLE + GOAL + ",\"milestones\":[12.5]}"),
        campaign("a milestone of text", "{" + TITLE + GOAL + ",\"milestones\":[\"50\"]}"),
        campaign("milestones in an object", "{" + TITLE + GOAL + ",\"milestones\":{\"a\":50}}"),
        campaign("opened as completed", "{" + TITLE + GOAL + ",\"status\":\"completed\"}"),
        campaign("a typing error", "{" + TITLE + GOAL + ",\"endAt\":\"2026-03-01T00:00:00Z\"}"));
  }

  private static List<Case> amendments() {
    return List.of(
        patch("an empty amendment", "{}"),
        patch("an amendment to null", "{\"title\":null}"),
        patch("an amendment of the id", "{\"campaignId\":\"other\"}"),
        patch("an amendment to no title", "{\"title\":\"\"}"),
        put("no status", "{}"),
        put("an unknown status", "{\"status\":\"closed\"}"),
        put("a long reason", "{\"status\":\"paused\",\"reason\":\"" + "x".repeat(501) + "\"}"));
  }

  private static Case campaign(String name, String json) {
    return campaign(name, json, "invalid_field");
  }

  private static Case campaign(String name, String json, String code) {
    return post("a campaign with " + name, "/v1/campaigns", json, 400, code);
  }

  private static Case patch(String name, String json) {
    return new Case(name, "PATCH", OPEN, JSON, HttpData.ofUtf8(json), 400, "invalid_field");
  }

  private static Case put(String name, String json) {
    return new Case(
        name, "PUT", OPEN + "/status", JSON, HttpData.ofUtf8(json), 400, "invalid_field");
  }
}
