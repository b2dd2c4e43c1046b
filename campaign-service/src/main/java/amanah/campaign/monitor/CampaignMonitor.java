package amanah.campaign.monitor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import amanah.time.Moment;
import amanah.time.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Watches one campaign: announces milestones once they are facts in the journal, has it do what is
 * due by a time that is trusted, its reminders and its end, and counts views in memory, journaling
 * them now and then. Views that were counted since the last time are lost with the node, by design.
 *
 * <p>It never has more than two messages unanswered at the ledger.
 */
public final class CampaignMonitor extends AbstractOnMessageBehavior<MonitorMessage> {

  private static final long VIEWS_TICKET = 1;
  private static final long DUE_TICKET = 2;

  private final ActorRef<LedgerMessage> ledger;
  private final ActorRef<LedgerReply> ledgerAnswers;
  private final TimerScheduler<MonitorMessage> timers;
  private final MonitorIntervals intervals;
  private final Timekeeper time;

  private long views;
  private long viewsInFlight;
  private @Nullable Instant dueInFlight;
  private @Nullable Instant due;

  private CampaignMonitor(
      ActorContext<MonitorMessage> context,
      TimerScheduler<MonitorMessage> timers,
      ActorRef<LedgerMessage> ledger,
      MonitorIntervals intervals,
      Timekeeper time) {
    super(context);
    this.timers = timers;
    this.ledger = ledger;
    this.ledgerAnswers = context.messageAdapter(LedgerReply.class, MonitorMessage.LedgerSaid::new);
    this.intervals = intervals;
    this.time = time;
  }

  /** The monitor beside a ledger. */
  public static Behavior<MonitorMessage> create(
      ActorRef<LedgerMessage> ledger, MonitorIntervals intervals, Timekeeper time) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new CampaignMonitor(context, timers, ledger, intervals, time)));
  }

  @Override
  public Behavior<MonitorMessage> onMessage(MonitorMessage message) {
    switch (message) {
      case MonitorMessage.Observed observed -> onObserved(observed);
      case MonitorMessage.Viewed viewed -> onViewed();
      case MonitorMessage.ViewsDue due -> onViewsDue();
      case MonitorMessage.TimeDue due -> lookWhatIsDue();
      case MonitorMessage.LedgerSaid said -> onLedgerSaid(said.reply());
    }
    return this;
  }

  private void onObserved(MonitorMessage.Observed observed) {
    for (CampaignEvent event : observed.events()) {
      if (event instanceof CampaignEvent.MilestoneReached reached) {
        announce(observed.campaign(), reached);
      }
    }
    watchTimesOf(observed.campaign());
  }

  private void announce(CampaignSummary campaign, CampaignEvent.MilestoneReached reached) {
    getContext()
        .getLog()
        .info(
            "campaign {} has reached {} % of its goal {}: {}",
            campaign.campaignId(), reached.percent(), campaign.terms().goal(), reached.raised());
  }

  /**
   * Starts anew only for another time, for a busy campaign is observed a thousand times a second.
   */
  private void watchTimesOf(CampaignSummary campaign) {
    Instant next = campaign.due().orElse(null);
    if (!Objects.equals(next, due)) {
      due = next;
      lookWhatIsDue();
    }
  }

  private void lookWhatIsDue() {
    if (due == null) {
      timers.cancel(MonitorMessage.TimeDue.class);
      return;
    }
    Moment now = time.now();
    Duration left = Duration.between(now.at(), due);
    if (!left.isPositive() && now.trusted()) {
      doWhatIsDue();
    }
    boolean soon = left.isPositive() && left.compareTo(intervals.endCheckMax()) < 0;
    timers.startSingleTimer(
        MonitorMessage.TimeDue.class,
        new MonitorMessage.TimeDue(),
        soon ? left : intervals.endCheckMax());
  }

  private void doWhatIsDue() {
    if (dueInFlight == null) {
      dueInFlight = due;
      execute(DUE_TICKET, new CampaignCommand.DoWhatIsDue());
    }
  }

  private void onViewed() {
    views++;
    if (viewsInFlight == 0 && !timers.isTimerActive(MonitorMessage.ViewsDue.class)) {
      startViewsTimer();
    }
  }

  private void startViewsTimer() {
    timers.startSingleTimer(
        MonitorMessage.ViewsDue.class, new MonitorMessage.ViewsDue(), intervals.views());
  }

  private void onViewsDue() {
    viewsInFlight = views;
    execute(VIEWS_TICKET, new CampaignCommand.RecordViews(viewsInFlight));
  }

  private void execute(long ticket, CampaignCommand command) {
    ledger.tell(new LedgerMessage.Execute(ticket, command, Instant.MAX, ledgerAnswers));
  }

  private void onLedgerSaid(LedgerReply reply) {
    if (reply.ticket() == DUE_TICKET) {
      boolean other = !Objects.equals(due, dueInFlight);
      dueInFlight = null;
      if (other) {
        lookWhatIsDue();
      }
      return;
    }
    if (reply instanceof LedgerReply.Answered) {
      views -= viewsInFlight;
    }
    viewsInFlight = 0;
    if (views > 0) {
      startViewsTimer();
    }
  }
}
