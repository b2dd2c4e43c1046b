package amanah.campaign.ingress.http;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.PublicDonation;
import amanah.campaign.stream.StreamedEvent;
import amanah.http.Json;
import amanah.http.Words;
import amanah.id.ReminderId;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;

/** Writes events as everybody may know them, which is not how the journal keeps them. */
final class EventJson {

  private static final String REMINDER_ID = "reminderId";

  private EventJson() {}

  /** Its public name. */
  static String name(CampaignEvent event) {
    return switch (event) {
      case CampaignOpened opened -> "campaign-opened";
      case TermsAmended amended -> "terms-amended";
      case StatusChanged changed -> "status-changed";
      case DonationsRecorded recorded -> "donations-recorded";
      case DonationRefunded refunded -> "donation-refunded";
      case MilestoneReached reached -> "milestone-reached";
      case ViewsCounted counted -> "views-counted";
      case ReminderScheduled scheduled -> "reminder-scheduled";
      case ReminderCancelled cancelled -> "reminder-cancelled";
      case ReminderDue due -> "reminder-due";
    };
  }

  static void write(JsonGenerator json, StreamedEvent streamed) throws IOException {
    CampaignEvent event = streamed.event();
    json.writeStartObject();
    json.writeStringField("campaignId", streamed.campaignId().value());
    json.writeNumberField("sequence", streamed.sequence());
    Json.time(json, "at", event.at());
    switch (event) {
      case CampaignOpened opened -> opened(json, opened);
      case TermsAmended amended -> CampaignJson.terms(json, amended.terms());
      case StatusChanged changed -> changed(json, changed);
      case DonationsRecorded recorded -> recorded(json, recorded);
      case DonationRefunded refunded -> refunded(json, refunded);
      case MilestoneReached reached -> reached(json, reached);
      case ViewsCounted counted -> json.writeNumberField("count", counted.count());
      case ReminderScheduled scheduled ->
          reminder(json, scheduled.reminderId(), scheduled.due(), scheduled.message());
      case ReminderCancelled cancelled ->
          json.writeStringField(REMINDER_ID, cancelled.reminderId().value());
      case ReminderDue due -> reminder(json, due.reminderId(), due.due(), due.message());
    }
    json.writeEndObject();
  }

  private static void reminder(
      JsonGenerator json, ReminderId reminderId, Instant due, String message) throws IOException {
    json.writeStringField(REMINDER_ID, reminderId.value());
    Json.time(json, "dueAt", due);
    json.writeStringField("message", message);
  }

  private static void opened(JsonGenerator json, CampaignOpened opened) throws IOException {
    CampaignStatus status = opened.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE;
    json.writeStringField("status", Words.of(status));
    CampaignJson.terms(json, opened.terms());
  }

  private static void changed(JsonGenerator json, StatusChanged changed) throws IOException {
    json.writeStringField("from", Words.of(changed.from()));
    json.writeStringField("to", Words.of(changed.to()));
    DonationJson.optional(json, "reason", changed.reason());
  }

  private static void recorded(JsonGenerator json, DonationsRecorded recorded) throws IOException {
    json.writeArrayFieldStart("donations");
    for (Donation donation : recorded.donations()) {
      Instant donatedAt = Objects.requireNonNullElse(donation.donatedAt(), recorded.at());
      json.writeStartObject();
      json.writeStringField("donationId", donation.donationId().value());
      Json.money(json, "amount", donation.amount());
      json.writeStringField("designation", Words.of(donation.designation()));
      DonationJson.donor(json, PublicDonation.of(donation).donor());
      DonationJson.optional(json, "message", donation.message());
      Json.time(json, "donatedAt", donatedAt);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void refunded(JsonGenerator json, DonationRefunded refunded) throws IOException {
    json.writeStringField("refundId", refunded.refundId().value());
    json.writeStringField("donationId", refunded.donationId().value());
    Json.money(json, "amount", refunded.amount());
  }

  private static void reached(JsonGenerator json, MilestoneReached reached) throws IOException {
    json.writeNumberField("percent", reached.percent());
    Json.money(json, "raised", reached.raised());
  }
}
