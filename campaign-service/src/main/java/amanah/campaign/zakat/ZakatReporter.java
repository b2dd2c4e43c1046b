package amanah.campaign.zakat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.journal.CampaignHistory.Entry;
import amanah.campaign.ledger.CampaignLedger;
import amanah.campaign.ledger.DonationsLocated;
import amanah.campaign.ledger.LedgerMessage;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the calculator of one campaign's zakat, each gift and each refund exactly once.
 *
 * <p>It keeps nothing that must survive. The calculator keeps a position in the campaign's own
 * numbering; a report says from where to where it reaches, and counts only if it begins at that
 * position. So whoever is unsure, because an answer was lost, because another incarnation has
 * reported, or because it has only just begun, asks for the position and reads the journal from
 * there on. From then on it follows the commits.
 *
 * <p>One report is in flight at a time. While it is, what is committed is only added up, see {@link
 * Backlog}; so a busy campaign reports thousands of gifts with a few numbers, and a calculator that
 * is away for hours costs no memory. Nobody ever waits for a reporter: the campaign tells it what
 * is committed already, and leaves without asking it. What it then has not reported is found by the
 * next incarnation, or by {@link ZakatSweep} when there is none.
 */
public final class ZakatReporter extends AbstractOnMessageBehavior<ReporterMessage> {

  private final CampaignId campaignId;
  private final String persistenceId;
  private final ActorRef<LedgerMessage> ledger;
  private final ReporterEnvironment environment;
  private final TimerScheduler<ReporterMessage> timers;
  private final ActorRef<ZakatReported> answers;
  private final ActorRef<DonationsLocated> places;
  private @Nullable Backlog backlog;
  private @Nullable MissedZakat reading;
  private boolean asking;
  private int failures;

  private ZakatReporter(
      ActorContext<ReporterMessage> context,
      TimerScheduler<ReporterMessage> timers,
      CampaignId campaignId,
      ActorRef<LedgerMessage> ledger,
      ReporterEnvironment environment) {
    super(context);
    this.timers = timers;
    this.campaignId = campaignId;
    this.persistenceId = CampaignLedger.persistenceId(campaignId).id();
    this.ledger = ledger;
    this.environment = environment;
    this.answers = context.messageAdapter(ZakatReported.class, ReporterMessage.Answered::new);
    this.places = context.messageAdapter(DonationsLocated.class, ReporterMessage.Located::new);
  }

  /** The reporter of a campaign; it stops when it learns that the campaign takes no zakat. */
  public static Behavior<ReporterMessage> create(
      CampaignId campaignId, ActorRef<LedgerMessage> ledger, ReporterEnvironment environment) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new ZakatReporter(context, timers, campaignId, ledger, environment)));
  }

  @Override
  public Behavior<ReporterMessage> onMessage(ReporterMessage message) {
    switch (message) {
      case ReporterMessage.Committed committed when !isEligible(committed.campaign()) -> {
        return Behaviors.stopped();
      }
      case ReporterMessage.Committed committed -> onCommitted(committed);
      case ReporterMessage.Look look -> onLook();
      case ReporterMessage.Answered answered -> onAnswered(answered.answer());
      case ReporterMessage.Overdue overdue -> onOverdue();
      case ReporterMessage.MissedRead read -> onMissedRead(read.entries());
      case ReporterMessage.Located located -> onLocated(located.donations());
      case ReporterMessage.DonationsRead read -> onDonationsRead(read.entries());
      case ReporterMessage.Unread unread -> onUnread(unread.failure());
      case ReporterMessage.TryAgain again -> {}
    }
    proceed();
    return this;
  }

  private static boolean isEligible(CampaignSummary campaign) {
    return campaign.terms().zakatEligible();
  }

  private void onCommitted(ReporterMessage.Committed committed) {
    if (backlog == null) {
      backlog = new Backlog(committed.campaign().terms().goal().currency());
    }
    backlog.committed(committed.events(), committed.campaign().sequence());
  }

  /** Whoever thinks so has just heard of the calculator, so it need not be waited for. */
  private void onLook() {
    goOn();
    if (backlog != null && !asking && backlog.isAtRest()) {
      backlog.forgetPosition();
    }
  }

  /** An answer that was given up, and comes late, is as true as any other. */
  private void onAnswered(ZakatReported answer) {
    asking = false;
    timers.cancel(ReporterMessage.Overdue.class);
    switch (answer) {
      case ZakatReported.Position position -> onPosition(position.sequence());
      case ZakatReported.NotNow notNow -> tryAgainLater(notNow.detail());
      case ZakatReported.Positions positions ->
          throw new IllegalStateException("one campaign was answered with " + positions);
    }
  }

  private void onPosition(long position) {
    Backlog known = known();
    goOn();
    known.counted(position);
    if (position > known.committed()) {
      getContext()
          .getLog()
          .info(
              "the zakat of campaign {} is counted up to {}, and it knows of {}: another has it",
              campaignId,
              position,
              known.committed());
    }
  }

  private void onOverdue() {
    asking = false;
    tryAgainLater("the calculator does not answer");
  }

  private void onMissedRead(List<Entry> entries) {
    MissedZakat missed = reading();
    missed.read(entries);
    Set<DonationId> unknown = missed.unknown();
    if (unknown.isEmpty()) {
      readThrough(missed);
    } else {
      ledger.tell(new LedgerMessage.LocateAll(unknown, places));
    }
  }

  private void onLocated(DonationsLocated located) {
    getContext()
        .pipeToSelf(
            environment.journal().events(persistenceId, located.sequences().values()),
            (entries, failure) ->
                failure == null
                    ? new ReporterMessage.DonationsRead(entries)
                    : new ReporterMessage.Unread(failure));
  }

  private void onDonationsRead(List<Entry> entries) {
    MissedZakat missed = reading();
    missed.find(entries);
    readThrough(missed);
  }

  private void readThrough(MissedZakat missed) {
    Backlog known = known();
    reading = null;
    failures = 0;
    known.read(missed.sum(known.currency()));
  }

  private void onUnread(Throwable failure) {
    reading = null;
    known().unread();
    getContext()
        .getLog()
        .warn(
            "the journal of campaign {} cannot be read for its zakat: {}",
            campaignId,
            failure.getMessage());
    tryAgainLater("the journal cannot be read");
  }

  private Backlog known() {
    return Objects.requireNonNull(backlog, "nothing is known of the campaign");
  }

  private MissedZakat reading() {
    return Objects.requireNonNull(reading, "nothing is being read");
  }

  /** Whoever was waited for is there. */
  private void goOn() {
    failures = 0;
    timers.cancel(ReporterMessage.TryAgain.class);
  }

  private void tryAgainLater(String why) {
    failures++;
    timers.startSingleTimer(
        ReporterMessage.TryAgain.class,
        new ReporterMessage.TryAgain(),
        environment.limits().retryDelay().delay(failures, environment.random()));
    getContext().getLog().debug("the zakat of campaign {} waits: {}", campaignId, why);
  }

  /** Does what is to be done next, unless it is being done or has to wait. */
  private void proceed() {
    Backlog known = backlog;
    if (known == null || timers.isTimerActive(ReporterMessage.TryAgain.class)) {
      return;
    }
    if (!asking && !known.knowsPosition()) {
      ask(new ZakatReporting.AskPosition(campaignId, answers));
    } else if (!asking) {
      known.toReport().ifPresent(sum -> ask(report(sum)));
    }
    if (reading == null) {
      known.toRead().ifPresent(this::read);
    }
  }

  private ZakatReporting report(ZakatSum sum) {
    return new ZakatReporting.Report(
        campaignId,
        sum.after(),
        sum.upTo(),
        sum.collected(),
        sum.refunded(),
        sum.assessed(),
        answers);
  }

  private void ask(ZakatReporting question) {
    asking = true;
    timers.startSingleTimer(
        ReporterMessage.Overdue.class,
        new ReporterMessage.Overdue(),
        environment.limits().answerMax());
    environment.calculator().tell(question);
  }

  private void read(Backlog.Gap gap) {
    reading = new MissedZakat(gap);
    getContext()
        .pipeToSelf(
            environment
                .journal()
                .missed(persistenceId, gap.after(), gap.upTo(), MissedZakat.EVENTS_MAX),
            (entries, failure) ->
                failure == null
                    ? new ReporterMessage.MissedRead(entries)
                    : new ReporterMessage.Unread(failure));
  }
}
