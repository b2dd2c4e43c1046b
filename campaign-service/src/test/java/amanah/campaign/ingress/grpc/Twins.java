package amanah.campaign.ingress.grpc;

import amanah.testing.parity.Twin;
import amanah.v1.BatcherServiceGrpc;
import amanah.v1.CampaignServiceGrpc;
import amanah.v1.ClusterServiceGrpc;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.ReminderServiceGrpc;
import com.linecorp.armeria.common.HttpMethod;
import java.util.List;

/** The calls about campaigns that both doors have. */
final class Twins {

  private static final String CAMPAIGN = "/v1/campaigns/{campaignId}";
  private static final String REMINDERS = CAMPAIGN + "/reminders";
  private static final String DONATIONS = CAMPAIGN + "/donations";
  private static final String DONATION = DONATIONS + "/{donationId}";

  // spotless:off
  static final List<Twin> ALL = List.of(
      new Twin(CampaignServiceGrpc.getOpenCampaignMethod(),         HttpMethod.POST,  "/v1/campaigns",               "",          "campaign"),
      new Twin(CampaignServiceGrpc.getGetCampaignMethod(),          HttpMethod.GET,   CAMPAIGN,                      null,        "campaign"),
      new Twin(CampaignServiceGrpc.getAmendCampaignMethod(),        HttpMethod.PATCH, CAMPAIGN,                      "",          "campaign"),
      new Twin(CampaignServiceGrpc.getChangeCampaignStatusMethod(), HttpMethod.PUT,   CAMPAIGN + "/status",          "",          "campaign"),
      new Twin(CampaignServiceGrpc.getTrackViewMethod(),            HttpMethod.POST,  CAMPAIGN + "/views",           null,        ""),
      new Twin(ReminderServiceGrpc.getScheduleReminderMethod(),     HttpMethod.POST,  REMINDERS,                     "",          "reminder"),
      new Twin(ReminderServiceGrpc.getListRemindersMethod(),        HttpMethod.GET,   REMINDERS,                     null,        ""),
      new Twin(ReminderServiceGrpc.getCancelReminderMethod(),       HttpMethod.DELETE, REMINDERS + "/{reminderId}",  null,        "reminder"),
      new Twin(DonationServiceGrpc.getDonateMethod(),               HttpMethod.POST,  DONATIONS,                     "donation",  ""),
      new Twin(DonationServiceGrpc.getDonateAllMethod(),            HttpMethod.POST,  DONATIONS + "/batch",          "donations", "results"),
      new Twin(DonationServiceGrpc.getGetDonationMethod(),          HttpMethod.GET,   DONATION,                      null,        "donation"),
      new Twin(DonationServiceGrpc.getRefundDonationMethod(),       HttpMethod.POST,  DONATION + "/refunds",         "",          ""),
      new Twin(BatcherServiceGrpc.getGetBatcherMethod(),            HttpMethod.GET,   CAMPAIGN + "/batcher",         null,        "batcher"),
      new Twin(BatcherServiceGrpc.getFlushBatcherMethod(),          HttpMethod.POST,  CAMPAIGN + "/batcher/flush",   null,        "batcher"),
      new Twin(ClusterServiceGrpc.getGetClusterMethod(),            HttpMethod.GET,   "/v1/cluster",                 null,        ""));
  // spotless:on

  private Twins() {}
}
