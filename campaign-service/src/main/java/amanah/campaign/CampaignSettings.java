package amanah.campaign;

import amanah.campaign.batching.BatchLimits;
import amanah.campaign.entity.EntityLimits;
import amanah.campaign.ingress.grpc.IntakeLimits;
import amanah.campaign.ingress.request.BatchRequestLimits;
import amanah.campaign.monitor.MonitorIntervals;
import amanah.campaign.schedule.ScheduleTimes;
import amanah.campaign.stream.PageLimit;
import amanah.campaign.stream.StreamLimits;
import amanah.http.HttpSettings;
import amanah.http.Words;
import amanah.journal.JournalSettings;
import amanah.protocol.EarlierTries;
import amanah.supervision.Backoff;
import com.typesafe.config.Config;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the campaign service, read once and checked at the start; {@code campaign.conf}
 * says what each is for.
 *
 * @param entity what one campaign takes at a time
 * @param batchRequests how many donations may come in requests of many
 * @param intake how much streams of donations bear
 * @param zakat how zakat is reported
 * @param schedule how often is looked for campaigns that have something to do by themselves
 * @param stream what the node bears of listening
 * @param names whether donations and refunds have to have one
 * @param askTimeout how long an entity has for one answer
 * @param askAgainAfter after how long without an answer the question is put again
 */
public record CampaignSettings(
    EntityLimits entity,
    BatchRequestLimits batchRequests,
    IntakeLimits intake,
    ZakatSettings zakat,
    ScheduleTimes schedule,
    StreamLimits stream,
    DonationNaming names,
    Duration askTimeout,
    Duration askAgainAfter) {

  private static final Logger LOG = LoggerFactory.getLogger(CampaignSettings.class);
  private static final String ASK_TIMEOUT = "amanah.campaign.ask-timeout";

  /** Refuses times that could never work. */
  public CampaignSettings {
    if (!askTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "ask-timeout " + askTimeout + ", expected more than nothing");
    }
    if (!askAgainAfter.isPositive()) {
      throw new IllegalArgumentException(
          "ask-again-after " + askAgainAfter + ", expected more than nothing");
    }
  }

  /**
   * Reads {@code amanah.campaign}.
   *
   * @throws com.typesafe.config.ConfigException if a value is missing or of the wrong kind
   * @throws IllegalArgumentException if a value could never work; names it and what was expected
   */
  public static CampaignSettings of(Config config) {
    Config campaign = config.getConfig("amanah.campaign");
    Config batches = campaign.getConfig("batch-requests");
    return new CampaignSettings(
        entity(campaign),
        new BatchRequestLimits(
            batches.getInt("bytes-max"),
            batches.getInt("items-max"),
            batches.getInt("at-once-max")),
        IntakeLimits.of(campaign.getConfig("intake")),
        ZakatSettings.of(campaign.getConfig("zakat")),
        new ScheduleTimes(campaign.getDuration("schedule.interval")),
        stream(campaign.getConfig("stream")),
        names(campaign.getString("names")),
        HttpSettings.of(config).requireAbove(askTimeout(config), ASK_TIMEOUT),
        campaign.getDuration("ask-again-after"));
  }

  private static Duration askTimeout(Config config) {
    Duration askTimeout = config.getDuration(ASK_TIMEOUT);
    EarlierTries.problem(ASK_TIMEOUT, askTimeout, JournalSettings.writeMax(config))
        .ifPresent(LOG::warn);
    return askTimeout;
  }

  private static DonationNaming names(String word) {
    DonationNaming names = Words.of(DonationNaming.values()).get(word);
    if (names == null) {
      throw new IllegalArgumentException(
          "names " + word + ", expected one of " + Words.of(DonationNaming.values()).keySet());
    }
    return names;
  }

  private static StreamLimits stream(Config stream) {
    return new StreamLimits(
        stream.getInt("listeners-max"),
        stream.getInt(StreamLimits.CLIENT_LISTENERS_MAX),
        stream.getInt("campaign-listeners-max"),
        stream.getInt("tails-max"),
        new PageLimit(stream.getInt("page-events-max"), stream.getInt("page-bytes-max")),
        stream.getInt("lag-events-max"),
        stream.getInt("lag-bytes-max"),
        stream.getLong("windows-bytes-max"),
        stream.getInt("start-events-max"),
        stream.getDuration("pace"),
        stream.getDuration("look-interval"),
        stream.getDuration("heartbeat"),
        stream.getDuration("stall-max"),
        stream.getDuration("open-timeout"));
  }

  private static EntityLimits entity(Config campaign) {
    Config restart = campaign.getConfig("restart");
    return new EntityLimits(
        campaign.getInt("ledger-in-flight-max"),
        campaign.getInt("commands-waiting-max"),
        campaign.getInt("start-waiting-max"),
        batch(campaign.getConfig("batch")),
        new MonitorIntervals(
            campaign.getDuration("views-interval"), campaign.getDuration("end-check-max")),
        Backoff.of(
                restart.getDuration("delay-min"),
                restart.getDuration("delay-max"),
                restart.getDouble("jitter"))
            .resetAfter(restart.getDuration("reset-after")),
        restart.getInt("restarts-max"),
        restart.getDuration("period"),
        campaign.getDuration("leave-timeout"));
  }

  private static BatchLimits batch(Config batch) {
    int pendingMax = batch.getInt("pending-max");
    if (pendingMax < BatchLimits.MESSAGE_MAX) {
      throw new IllegalArgumentException(
          "pending-max %d, expected at least the %d donations that may come in one message"
              .formatted(pendingMax, BatchLimits.MESSAGE_MAX));
    }
    return new BatchLimits(
        batch.getInt("batch-max"),
        pendingMax,
        batch.getInt("flush-waiting-max"),
        batch.getDuration("tick"));
  }
}
