package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.Reminder;
import amanah.campaign.ingress.request.ReminderRequests;
import amanah.grpc.GrpcCall;
import amanah.grpc.Messages;
import amanah.grpc.Requests;
import amanah.http.Naming;
import amanah.id.CampaignId;
import amanah.id.ReminderId;
import amanah.v1.CancelReminderRequest;
import amanah.v1.CancelReminderResponse;
import amanah.v1.ListRemindersRequest;
import amanah.v1.ListRemindersResponse;
import amanah.v1.ReminderServiceGrpc.ReminderServiceImplBase;
import amanah.v1.ReminderStatus;
import amanah.v1.ScheduleReminderRequest;
import amanah.v1.ScheduleReminderResponse;
import io.grpc.stub.StreamObserver;

/** The calls about a campaign's reminders. */
final class ReminderCalls extends ReminderServiceImplBase {

  private final Campaigns campaigns;
  private final Naming naming;

  ReminderCalls(Campaigns campaigns, Naming naming) {
    this.campaigns = campaigns;
    this.naming = naming;
  }

  @Override
  public void scheduleReminder(
      ScheduleReminderRequest request, StreamObserver<ScheduleReminderResponse> caller) {
    GrpcCall call = GrpcCall.current();
    CampaignId campaignId = campaignId(request.getCampaignId());
    CampaignCommand.ScheduleReminder schedule =
        ReminderRequests.reminder(
            Requests.body(request, "campaignId"), call.idempotencyKey(), naming);
    call.uses("reminderId", schedule.reminderId().value());
    call.answer(
        caller,
        () ->
            within(call)
                .scheduleReminder(campaignId, schedule)
                .thenApply(
                    reply -> {
                      Reply.Done<Reminder> done = Replies.done(reply);
                      return ScheduleReminderResponse.newBuilder()
                          .setReminder(message(campaignId, done.value()))
                          .setReplayed(done.replayed())
                          .build();
                    }));
  }

  @Override
  public void listReminders(
      ListRemindersRequest request, StreamObserver<ListRemindersResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    call.answer(
        caller,
        () ->
            within(call)
                .reminders(campaignId)
                .thenApply(
                    reply ->
                        ListRemindersResponse.newBuilder()
                            .addAllItems(
                                Replies.value(reply).stream()
                                    .map(reminder -> message(campaignId, reminder))
                                    .toList())
                            .build()));
  }

  @Override
  public void cancelReminder(
      CancelReminderRequest request, StreamObserver<CancelReminderResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Requests.requireKnown(request);
    CampaignId campaignId = campaignId(request.getCampaignId());
    ReminderId reminderId = Requests.id("reminderId", request.getReminderId(), ReminderId::of);
    call.answer(
        caller,
        () ->
            within(call)
                .cancelReminder(campaignId, reminderId)
                .thenApply(
                    reply -> {
                      Reply.Done<Reminder> done = Replies.done(reply);
                      return CancelReminderResponse.newBuilder()
                          .setReminder(message(campaignId, done.value()))
                          .setReplayed(done.replayed())
                          .build();
                    }));
  }

  private static amanah.v1.Reminder message(CampaignId campaignId, Reminder reminder) {
    return amanah.v1.Reminder.newBuilder()
        .setReminderId(reminder.reminderId().value())
        .setCampaignId(campaignId.value())
        .setAt(Messages.time(reminder.at()))
        .setMessage(reminder.message())
        .setStatus(status(reminder.status()))
        .build();
  }

  private static ReminderStatus status(Reminder.Status status) {
    return switch (status) {
      case SCHEDULED -> ReminderStatus.REMINDER_STATUS_SCHEDULED;
      case DUE -> ReminderStatus.REMINDER_STATUS_DUE;
      case CANCELLED -> ReminderStatus.REMINDER_STATUS_CANCELLED;
      case LAPSED -> ReminderStatus.REMINDER_STATUS_LAPSED;
    };
  }

  private Campaigns within(GrpcCall call) {
    return campaigns.within(call.patience());
  }

  private static CampaignId campaignId(String value) {
    return Requests.id("campaignId", value, CampaignId::of);
  }
}
