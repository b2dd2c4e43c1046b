package amanah.campaign.ingress.grpc;

import static amanah.campaign.ingress.grpc.Samples.LATER;
import static amanah.campaign.ingress.grpc.Samples.UNKNOWN;
import static amanah.campaign.ingress.grpc.Samples.seconds;

import amanah.v1.CancelReminderRequest;
import amanah.v1.ListRemindersRequest;
import amanah.v1.ReminderServiceGrpc;
import amanah.v1.ScheduleReminderRequest;

/** Questions about reminders, right and wrong. */
final class ReminderQuestions {

  private final Script script;

  ReminderQuestions(Script script) {
    this.script = script;
  }

  /** One of each call. */
  void oneOfEach() {
    schedule("a reminder", reminder("n-1"));
    list("well");
    cancel("well", "n-1");
  }

  void all() {
    schedule("a reminder", reminder("n-1"));
    schedule("the same again", reminder("n-1"));
    schedule("another of that id", reminder("n-1").setMessage("Other"));
    schedule("one to be taken back", reminder("n-2"));
    schedule("one without a name", reminder("x").clearReminderId());
    script.ask(
        "a reminder named by a key",
        ReminderServiceGrpc.getScheduleReminderMethod(),
        reminder("x").clearReminderId().build(),
        "named-reminder");
    schedule("nothing", ScheduleReminderRequest.newBuilder().setCampaignId("well"));
    schedule("no time", reminder("n-3").clearAt());
    schedule("no message", reminder("n-3").clearMessage());
    schedule("a blank message", reminder("n-3").setMessage("  "));
    schedule("a message of lines", reminder("n-4").setMessage("Thank\nthem"));
    schedule("a message too long", reminder("n-3").setMessage("x".repeat(501)));
    schedule("a message with a bell", reminder("n-3").setMessage("ding\u0007"));
    schedule("a time that has passed", reminder("n-3").setAt(seconds(1)));
    schedule("a time beyond all times", reminder("n-3").setAt(seconds(Long.MAX_VALUE)));
    schedule("an id with a slash", reminder("a/b"));
    schedule("a field that nobody knows", reminder("n-3").setUnknownFields(UNKNOWN));
    schedule("one of no campaign", reminder("n-3").setCampaignId("none"));
    list("well");
    list("none");
    list("a b");
    cancel("well", "n-2");
    cancel("well", "n-2");
    cancel("well", "none");
    cancel("none", "n-2");
    cancel("well", "a b");
  }

  private static ScheduleReminderRequest.Builder reminder(String reminderId) {
    return ScheduleReminderRequest.newBuilder()
        .setCampaignId("well")
        .setReminderId(reminderId)
        .setAt(LATER)
        .setMessage("Thank everybody");
  }

  private void schedule(String name, ScheduleReminderRequest.Builder request) {
    script.ask(
        "remind: " + name, ReminderServiceGrpc.getScheduleReminderMethod(), request.build(), null);
  }

  private void list(String campaignId) {
    script.ask(
        "the reminders of " + campaignId,
        ReminderServiceGrpc.getListRemindersMethod(),
        ListRemindersRequest.newBuilder().setCampaignId(campaignId).build(),
        null);
  }

  private void cancel(String campaignId, String reminderId) {
    script.ask(
        "take back reminder " + reminderId + " of " + campaignId,
        ReminderServiceGrpc.getCancelReminderMethod(),
        CancelReminderRequest.newBuilder()
            .setCampaignId(campaignId)
            .setReminderId(reminderId)
            .build(),
        null);
  }
}
