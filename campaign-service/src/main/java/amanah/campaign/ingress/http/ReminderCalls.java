package amanah.campaign.ingress.http;

import amanah.campaign.application.Campaigns;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Reminder;
import amanah.campaign.ingress.request.ReminderRequests;
import amanah.http.Exchange;
import amanah.http.Json;
import amanah.http.Naming;
import amanah.http.Pages;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.http.Words;
import amanah.id.CampaignId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The calls about a campaign's reminders. */
final class ReminderCalls {

  private final Campaigns campaigns;
  private final Naming naming;

  ReminderCalls(Campaigns campaigns, Naming naming) {
    this.campaigns = campaigns;
    this.naming = naming;
  }

  CompletionStage<HttpResponse> schedule(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    CampaignCommand.ScheduleReminder schedule =
        ReminderRequests.reminder(exchange.json(), exchange.idempotencyKey(), naming);
    new UsedName("reminderId", schedule.reminderId().value()).keepIn(exchange.context());
    return campaigns
        .scheduleReminder(campaignId, schedule)
        .thenApply(
            reply ->
                Answers.of(
                    reply,
                    exchange,
                    done ->
                        Responses.json(
                            Responses.accepted(done.replayed(), exchange),
                            json -> write(json, campaignId, done.value()))));
  }

  CompletionStage<HttpResponse> list(Exchange exchange) {
    CampaignId campaignId = PathIds.campaign(exchange);
    return campaigns
        .reminders(campaignId)
        .thenApply(
            reply ->
                Answers.of(
                    reply,
                    exchange,
                    done ->
                        Responses.json(
                            HttpStatus.OK,
                            exchange,
                            json ->
                                Pages.write(
                                    json,
                                    done.value(),
                                    (item, reminder) -> write(item, campaignId, reminder),
                                    Optional.empty()))));
  }

  CompletionStage<HttpResponse> cancel(Exchange exchange) {
    exchange.requireNothing();
    CampaignId campaignId = PathIds.campaign(exchange);
    return campaigns
        .cancelReminder(campaignId, PathIds.reminder(exchange))
        .thenApply(
            reply ->
                Answers.of(
                    reply,
                    exchange,
                    done ->
                        Responses.json(
                            Responses.replaced(done.replayed(), exchange),
                            json -> write(json, campaignId, done.value()))));
  }

  private static void write(JsonGenerator json, CampaignId campaignId, Reminder reminder)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("reminderId", reminder.reminderId().value());
    json.writeStringField("campaignId", campaignId.value());
    Json.time(json, "at", reminder.at());
    json.writeStringField("message", reminder.message());
    json.writeStringField("status", Words.of(reminder.status()));
    json.writeEndObject();
  }
}
