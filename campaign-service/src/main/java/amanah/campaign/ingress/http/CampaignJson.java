package amanah.campaign.ingress.http;

import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.http.Json;
import amanah.http.Words;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes campaigns, and what everything else needs of them. */
final class CampaignJson {

  private CampaignJson() {}

  static void write(JsonGenerator json, CampaignSummary campaign) throws IOException {
    CampaignTerms terms = campaign.terms();
    json.writeStartObject();
    json.writeStringField("campaignId", campaign.campaignId().value());
    json.writeStringField("title", terms.title());
    json.writeStringField("status", Words.of(campaign.status()));
    Json.money(json, "goal", terms.goal());
    json.writeStringField("goalPolicy", Words.of(terms.goalPolicy()));
    progress(json, campaign);
    json.writeNumberField("donorCount", campaign.donorCount());
    percents(json, "milestones", terms.milestones().percents());
    percents(json, "milestonesReached", campaign.milestonesReached());
    json.writeBooleanField("zakatEligible", terms.zakatEligible());
    json.writeNumberField("views", campaign.views());
    Json.time(json, "createdAt", campaign.createdAt());
    Json.time(json, "endsAt", terms.endsAt());
    json.writeNumberField("sequence", campaign.sequence());
    json.writeEndObject();
  }

  /** What it promises its donors. */
  static void terms(JsonGenerator json, CampaignTerms terms) throws IOException {
    json.writeObjectFieldStart("terms");
    json.writeStringField("title", terms.title());
    Json.money(json, "goal", terms.goal());
    json.writeStringField("goalPolicy", Words.of(terms.goalPolicy()));
    percents(json, "milestones", terms.milestones().percents());
    json.writeBooleanField("zakatEligible", terms.zakatEligible());
    Json.time(json, "endsAt", terms.endsAt());
    json.writeEndObject();
  }

  /** The present state that every answer about money shows beside it. */
  static void presentState(JsonGenerator json, CampaignSummary campaign) throws IOException {
    json.writeObjectFieldStart("campaign");
    progress(json, campaign);
    json.writeEndObject();
  }

  private static void progress(JsonGenerator json, CampaignSummary campaign) throws IOException {
    Json.money(json, "raised", campaign.raised());
    json.writeNumberField("donationCount", campaign.donationCount());
    json.writeNumberField("percentFunded", campaign.percentFunded());
  }

  private static void percents(JsonGenerator json, String field, List<Integer> percents)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (int percent : percents) {
      json.writeNumber(percent);
    }
    json.writeEndArray();
  }
}
