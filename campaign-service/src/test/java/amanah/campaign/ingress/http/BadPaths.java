package amanah.campaign.ingress.http;

import static amanah.campaign.ingress.http.BadRequests.DONATIONS;
import static amanah.campaign.ingress.http.BadRequests.JSON;
import static amanah.campaign.ingress.http.BadRequests.NONE;
import static amanah.campaign.ingress.http.BadRequests.OPEN;

import amanah.campaign.ingress.http.BadRequests.Case;
import com.linecorp.armeria.common.HttpData;
import java.util.List;

/** The rows of {@link BadRequests} that lead nowhere. */
final class BadPaths {

  private BadPaths() {}

  static List<Case> cases() {
    return List.of(
        new Case("nowhere", "GET", "/v1/nowhere", NONE, HttpData.empty(), 404, "not_found"),
        new Case("no id", "GET", "/v1/campaigns/", NONE, HttpData.empty(), 404, "not_found"),
        new Case("no file", "GET", "/docs/x.js", NONE, HttpData.empty(), 404, "not_found"),
        new Case(
            "other version", "GET", "/v2/campaigns/a", NONE, HttpData.empty(), 404, "not_found"),
        method("DELETE", OPEN),
        method("POST", OPEN),
        method("DELETE", "/v1/campaigns"),
        method("DELETE", DONATIONS + "/batch"),
        method("PUT", DONATIONS),
        method("POST", "/healthz"),
        method("OPTIONS", OPEN),
        get("an id with an escape", "/v1/campaigns/a%20b", 400, "invalid_field"),
        get("an id with NUL", "/v1/campaigns/a%00b", 400, "malformed"),
        get("an id of 65 in the path", "/v1/campaigns/" + "a".repeat(65), 400, "invalid_field"),
        get("a donation id of a bang", DONATIONS + "/!", 400, "invalid_field"),
        get("an unknown query", OPEN + "?verbose=true", 400, "invalid_field"),
        get("a time travel", OPEN + "?asOf=2026-03-01T00:00:00Z", 400, "invalid_field"),
        get("an unknown view", OPEN + "?view=fresh", 400, "invalid_field"),
        get("no such campaign", "/v1/campaigns/bad-none", 404, "campaign_not_found"),
        get("no such donation", DONATIONS + "/bad-none", 404, "donation_not_found"),
        get("a batcher of none", "/v1/campaigns/bad-none/batcher", 404, "campaign_not_found"),
        new Case(
            "a view with words",
            "POST",
            OPEN + "/views",
            JSON,
            HttpData.ofUtf8("{\"count\":5}"),
            400,
            "invalid_field"));
  }

  private static Case get(String name, String path, int status, String code) {
    return new Case(name, "GET", path, NONE, HttpData.empty(), status, code);
  }

  private static Case method(String method, String path) {
    return new Case(
        method + " " + path, method, path, NONE, HttpData.empty(), 405, "method_not_allowed");
  }
}
