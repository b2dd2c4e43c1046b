package amanah.campaign.schedule;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.journal.Agenda;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import amanah.time.Moment;
import amanah.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Finds campaigns that have something to do by themselves, because their end has come, and asks
 * them how they stand, which wakes those that sleep or whose node is gone. A campaign that is awake
 * does what is due of its own accord, decides it by its own rules and journals it once; so it does
 * no harm to be asked twice, or by two schedulers. One in the cluster does it for all.
 *
 * <p>Each look goes once through all that is due, whatever became of the first of it: none that
 * does not answer is in the way of others. One that has nothing to do, since the agenda did not
 * know, is taken off it. While the time is not trusted nothing would be done by it, and nobody is
 * woken.
 */
public final class CampaignScheduler extends AbstractOnMessageBehavior<SchedulerMessage> {

  /** Entries of the agenda that are read at a time. */
  static final int PAGE_MAX = 500;

  /** Campaigns that are asked at a time. */
  static final int ASKED_MAX = 50;

  private final TimerScheduler<SchedulerMessage> timers;
  private final Agenda agenda;
  private final Function<CampaignId, CompletionStage<Optional<CampaignSummary>>> campaigns;
  private final Timekeeper time;
  private final Deque<Agenda.Entry> toAsk = new ArrayDeque<>();
  private Agenda.Entry last = Agenda.Entry.FIRST;
  private Instant until = Instant.EPOCH;
  private boolean looking;
  private boolean lastPage;
  private int asked;
  private int silent;
  private boolean failing;

  private CampaignScheduler(
      ActorContext<SchedulerMessage> context,
      TimerScheduler<SchedulerMessage> timers,
      Agenda agenda,
      Function<CampaignId, CompletionStage<Optional<CampaignSummary>>> campaigns,
      Timekeeper time,
      ScheduleTimes times) {
    super(context);
    this.timers = timers;
    this.agenda = agenda;
    this.campaigns = campaigns;
    this.time = time;
    this.timers.startTimerWithFixedDelay(
        new SchedulerMessage.Due(), Duration.ZERO, times.interval());
  }

  /**
   * A scheduler that looks at once, and then again and again.
   *
   * @param campaigns asks a campaign, wherever it is, how it stands; empty when it has not said so
   */
  public static Behavior<SchedulerMessage> create(
      Agenda agenda,
      Function<CampaignId, CompletionStage<Optional<CampaignSummary>>> campaigns,
      Timekeeper time,
      ScheduleTimes times) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new CampaignScheduler(context, timers, agenda, campaigns, time, times)));
  }

  @Override
  public Behavior<SchedulerMessage> onMessage(SchedulerMessage message) {
    switch (message) {
      case SchedulerMessage.Due due -> onDue();
      case SchedulerMessage.PageRead read -> onPageRead(read);
      case SchedulerMessage.Unread unread -> onUnread(unread.failure());
      case SchedulerMessage.Woken woken -> onWoken(woken);
      case SchedulerMessage.Noted noted -> {}
      case SchedulerMessage.Leave leave -> {
        return Behaviors.stopped();
      }
    }
    return this;
  }

  private void onDue() {
    Moment now = time.now();
    if (looking || !now.trusted()) {
      return;
    }
    looking = true;
    lastPage = false;
    silent = 0;
    last = Agenda.Entry.FIRST;
    until = now.at();
    readOn();
  }

  private void readOn() {
    getContext()
        .pipeToSelf(
            agenda.due(last, until, PAGE_MAX),
            (page, failure) ->
                failure == null
                    ? new SchedulerMessage.PageRead(page)
                    : new SchedulerMessage.Unread(failure));
  }

  private void onPageRead(SchedulerMessage.PageRead read) {
    if (failing) {
      failing = false;
      getContext().getLog().info("the agenda of the campaigns is read again");
    }
    toAsk.addAll(read.page());
    lastPage = read.page().size() < PAGE_MAX;
    goOn();
  }

  private void goOn() {
    while (asked < ASKED_MAX && !toAsk.isEmpty()) {
      ask(toAsk.remove());
    }
    if (asked > 0) {
      return;
    }
    if (lastPage) {
      over();
    } else {
      readOn();
    }
  }

  private void ask(Agenda.Entry entry) {
    asked++;
    last = entry;
    getContext()
        .pipeToSelf(
            campaigns.apply(CampaignLedger.campaignId(entry.persistenceId())),
            (campaign, failure) ->
                new SchedulerMessage.Woken(entry, failure == null ? campaign.orElse(null) : null));
  }

  private void onWoken(SchedulerMessage.Woken woken) {
    asked--;
    CampaignSummary campaign = woken.campaign();
    if (campaign == null) {
      silent++;
    } else if (!isDue(campaign)) {
      getContext()
          .pipeToSelf(
              agenda.note(woken.entry().persistenceId(), campaign.sequence(), campaign.due()),
              (noted, failure) -> new SchedulerMessage.Noted());
    }
    goOn();
  }

  private boolean isDue(CampaignSummary campaign) {
    return campaign.due().filter(due -> !due.isAfter(until)).isPresent();
  }

  private void over() {
    looking = false;
    if (silent > 0) {
      getContext()
          .getLog()
          .warn(
              "{} campaigns that are due did not say how they stand; they are asked again", silent);
    }
  }

  private void onUnread(Throwable failure) {
    looking = false;
    if (!failing) {
      failing = true;
      getContext()
          .getLog()
          .warn("the agenda of the campaigns cannot be read: {}", failure.getMessage());
    }
  }
}
