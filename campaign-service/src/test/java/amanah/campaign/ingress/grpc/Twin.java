package amanah.campaign.ingress.grpc;

import amanah.v1.BatcherServiceGrpc;
import amanah.v1.CampaignServiceGrpc;
import amanah.v1.ClusterServiceGrpc;
import amanah.v1.DonationServiceGrpc;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpMethod;
import io.grpc.MethodDescriptor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call of both doors.
 *
 * @param rpc the call of the one
 * @param path of the other, with the names of the message's fields
 * @param body the field of the message that is the body; "" when it is all of it, null for none
 * @param wrapper the field of the answer that is the other door's whole answer, or ""; of an answer
 *     that only wraps a list, the list's name at the other door
 */
record Twin(
    MethodDescriptor<? extends Message, ? extends Message> rpc,
    HttpMethod method,
    String path,
    @Nullable String body,
    String wrapper) {

  private static final String CAMPAIGN = "/v1/campaigns/{campaignId}";
  private static final String DONATIONS = CAMPAIGN + "/donations";
  private static final String DONATION = DONATIONS + "/{donationId}";

  // spotless:off
  static final List<Twin> ALL = List.of(
      new Twin(CampaignServiceGrpc.getOpenCampaignMethod(),         HttpMethod.POST,  "/v1/campaigns",               "",          "campaign"),
      new Twin(CampaignServiceGrpc.getGetCampaignMethod(),          HttpMethod.GET,   CAMPAIGN,                      null,        "campaign"),
      new Twin(CampaignServiceGrpc.getAmendCampaignMethod(),        HttpMethod.PATCH, CAMPAIGN,                      "",          "campaign"),
      new Twin(CampaignServiceGrpc.getChangeCampaignStatusMethod(), HttpMethod.PUT,   CAMPAIGN + "/status",          "",          "campaign"),
      new Twin(CampaignServiceGrpc.getTrackViewMethod(),            HttpMethod.POST,  CAMPAIGN + "/views",           null,        ""),
      new Twin(DonationServiceGrpc.getDonateMethod(),               HttpMethod.POST,  DONATIONS,                     "donation",  ""),
      new Twin(DonationServiceGrpc.getDonateAllMethod(),            HttpMethod.POST,  DONATIONS + "/batch",          "donations", "results"),
      new Twin(DonationServiceGrpc.getGetDonationMethod(),          HttpMethod.GET,   DONATION,                      null,        "donation"),
      new Twin(DonationServiceGrpc.getRefundDonationMethod(),       HttpMethod.POST,  DONATION + "/refunds",         "",          ""),
      new Twin(BatcherServiceGrpc.getGetBatcherMethod(),            HttpMethod.GET,   CAMPAIGN + "/batcher",         null,        "batcher"),
      new Twin(BatcherServiceGrpc.getFlushBatcherMethod(),          HttpMethod.POST,  CAMPAIGN + "/batcher/flush",   null,        "batcher"),
      new Twin(ClusterServiceGrpc.getGetClusterMethod(),            HttpMethod.GET,   "/v1/cluster",                 null,        ""));
  // spotless:on

  static Twin of(MethodDescriptor<?, ?> rpc) {
    return ALL.stream().filter(twin -> twin.rpc().equals(rpc)).findFirst().orElseThrow();
  }

  /** Where the other door is asked what the message asks. */
  String pathOf(ObjectNode message) {
    String filled = path;
    for (String name : List.of("campaignId", "donationId")) {
      if (path.contains("{" + name + "}")) {
        filled = filled.replace("{" + name + "}", encoded(message.path(name).asText()));
      }
    }
    return message.has("view") ? filled + "?view=" + message.path("view").asText() : filled;
  }

  /** What the other door is sent. */
  String bodyOf(ObjectNode message) {
    if (body == null) {
      return "";
    }
    if (body.isEmpty()) {
      ObjectNode rest = message.deepCopy();
      Set.of("campaignId", "donationId").stream()
          .filter(name -> path.contains("{" + name + "}"))
          .forEach(rest::remove);
      return rest.toString();
    }
    JsonNode part = message.get(body);
    if (part == null) {
      part =
          body.equals("donations")
              ? JsonNodeFactory.instance.arrayNode()
              : JsonNodeFactory.instance.objectNode();
    }
    return part.toString();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
