package amanah.campaign.ingress.request;

import static java.util.Objects.requireNonNull;

import amanah.campaign.domain.CampaignCommand;
import amanah.http.FieldErrors;
import amanah.http.Fields;
import amanah.http.Naming;
import amanah.http.TextLimit;
import amanah.id.ReminderId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads of what a campaign's people want to be reminded. */
public final class ReminderRequests {

  private static final Set<String> REMINDER = Set.of("reminderId", "at", "message");

  private ReminderRequests() {}

  /**
   * Something to be reminded of.
   *
   * @param key names the reminder when its body does not
   * @param naming who names it when neither does
   */
  public static CampaignCommand.ScheduleReminder reminder(
      JsonNode body, @Nullable String key, Naming naming) {
    Fields fields = Fields.ofBody(body, new FieldErrors(), REMINDER);
    ReminderId reminderId = fields.name("reminderId", ReminderId::of, key, naming);
    fields.require("at", "a time");
    Instant at = fields.time("at");
    fields.require("message", "a text");
    String message = fields.text("message", TextLimit.REMINDER);
    fields.errors().refuseIfAny();
    return new CampaignCommand.ScheduleReminder(
        requireNonNull(reminderId), requireNonNull(at), requireNonNull(message));
  }
}
