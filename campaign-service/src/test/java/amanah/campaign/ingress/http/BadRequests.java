package amanah.campaign.ingress.http;

import com.linecorp.armeria.common.HttpData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Requests that have to be refused, with the status and the code of the answer, for any server of
 * the contract. {@link #prerequisites()} have to be answered with yes before.
 */
public final class BadRequests {

  static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  static final Map<String, String> NONE = Map.of();
  static final String OPEN = "/v1/campaigns/bad-open";
  static final String DONATIONS = OPEN + "/donations";
  static final String PAYMENT = "\"payment\":{\"method\":\"captured\",\"reference\":\"r\"}";
  static final String AMOUNT = "\"amount\":{\"amount\":\"10.00\",\"currency\":\"IDR\"}";
  static final String GOAL = "\"goal\":{\"amount\":\"10.00\",\"currency\":\"IDR\"}";

  private BadRequests() {}

  /** One request and what has to come back. */
  public record Case(
      String name,
      String method,
      String path,
      Map<String, String> headers,
      HttpData body,
      int status,
      String code) {

    @Override
    public String toString() {
      return name + " is " + status + " " + code;
    }
  }

  /** A request that the cases build upon. */
  public record Step(String method, String path, String json) {}

  /** Campaigns and a donation that the cases speak of. */
  public static List<Step> prerequisites() {
    return List.of(
        open("bad-open", GOAL),
        open("bad-draft", GOAL + ",\"status\":\"draft\""),
        open("bad-hard", GOAL + ",\"goalPolicy\":\"hard\""),
        open("bad-over", GOAL),
        new Step("PUT", "/v1/campaigns/bad-over/status", "{\"status\":\"cancelled\"}"),
        new Step(
            "POST", DONATIONS, "{\"donationId\":\"bad-known\"," + AMOUNT + "," + PAYMENT + "}"));
  }

  /** All of them. */
  public static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(BadDonations.cases());
    cases.addAll(BadCampaigns.cases());
    cases.addAll(BadBodies.cases());
    cases.addAll(BadPaths.cases());
    cases.addAll(BadStates.cases());
    return cases.stream();
  }

  static Case donation(String name, String json, String code) {
    return post(name, DONATIONS, json, 400, code);
  }

  static Case post(String name, String path, String json, int status, String code) {
    return new Case(name, "POST", path, JSON, HttpData.ofUtf8(json), status, code);
  }

  private static Step open(String campaignId, String rest) {
    return new Step(
        "POST",
        "/v1/campaigns",
        "{\"campaignId\":\"" + campaignId + "\",\"title\":\"T\"," + rest + "}");
  }

  /** The text, zipped. */
  static HttpData gzip(String text) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return HttpData.wrap(zipped.toByteArray());
  }
}
