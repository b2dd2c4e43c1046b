package amanah.campaign.zakat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.ledger.LedgerMessage;
import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
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
  private final ReporterEnvironment environment;
  private final MissedZakat missed;
  private final TimerScheduler<ReporterMessage> timers;
  private @Nullable Backlog backlog;
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
    this.environment = environment;
    this.missed =
        new MissedZakat(
            campaignId,
            environment.journal(),
            ledger,
            environment.limits().answerMax(),
            context.getSystem().scheduler());
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
      case ReporterMessage.Unanswered unanswered -> onUnanswered("no answer");
      case ReporterMessage.MissedRead read -> onRead(read.missed());
      case ReporterMessage.MissedUnread unread -> onUnread(unread.failure());
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
    timers.cancel(ReporterMessage.TryAgain.class);
    failures = 0;
    if (backlog != null && !asking && backlog.isAtRest()) {
      backlog.forgetPosition();
    }
  }

  private void onAnswered(ZakatReported answer) {
    asking = false;
    switch (answer) {
      case ZakatReported.Position position -> onPosition(position.sequence());
      case ZakatReported.NotNow notNow -> tryAgainLater(notNow.detail());
      case ZakatReported.Positions positions -> throw unexpected(positions);
    }
  }

  private static IllegalStateException unexpected(ZakatReported answer) {
    return new IllegalStateException("one campaign was answered with " + answer);
  }

  private void onPosition(long position) {
    Backlog known = known();
    failures = 0;
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

  private void onUnanswered(String why) {
    asking = false;
    tryAgainLater(why);
  }

  private void onRead(ZakatSum read) {
    failures = 0;
    known().read(read);
  }

  private void onUnread(Throwable failure) {
    known().unread();
    tryAgainLater("the journal cannot be read: " + failure.getMessage());
  }

  private Backlog known() {
    if (backlog == null) {
      throw new IllegalStateException("campaign " + campaignId + " has told nothing yet");
    }
    return backlog;
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
      ask(replyTo -> new ZakatReporting.AskPosition(campaignId, replyTo));
    } else if (!asking) {
      known.toReport().ifPresent(sum -> ask(replyTo -> report(sum, replyTo)));
    }
    known.toRead().ifPresent(gap -> read(known, gap));
  }

  private ZakatReporting report(ZakatSum sum, ActorRef<ZakatReported> replyTo) {
    return new ZakatReporting.Report(
        campaignId,
        sum.after(),
        sum.upTo(),
        sum.collected(),
        sum.refunded(),
        sum.assessed(),
        replyTo);
  }

  private void ask(akka.japi.function.Function<ActorRef<ZakatReported>, ZakatReporting> question) {
    asking = true;
    getContext()
        .ask(
            ZakatReported.class,
            environment.calculator(),
            environment.limits().answerMax(),
            question,
            (answer, failure) ->
                failure == null
                    ? new ReporterMessage.Answered(answer)
                    : new ReporterMessage.Unanswered());
  }

  private void read(Backlog known, Backlog.Gap gap) {
    getContext()
        .pipeToSelf(
            missed.read(gap.after(), gap.upTo(), known.currency()),
            (read, failure) ->
                failure == null
                    ? new ReporterMessage.MissedRead(read)
                    : new ReporterMessage.MissedUnread(failure));
  }
}
