package amanah.campaign.zakat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import amanah.campaign.journal.ZakatFeed;
import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds campaigns that have zakat which nobody reports, because their node died or because they
 * went to sleep while the calculator was away, and wakes them. One in the cluster does that for
 * all; a second one would do no harm.
 *
 * <p>It goes through the journal in pages ({@link SweepCursor}), asks the calculator how far the
 * campaigns of a page are counted, and remembers those that are behind until they are not. When as
 * many are behind as it remembers, it reads no further until some have caught up; so no more are
 * awake for its sake at a time, and what it has not seen it has not forgotten. One that does not
 * move is let go for others, and found again when all are gone through again, from time to time.
 */
public final class ZakatSweep extends AbstractOnMessageBehavior<SweepMessage> {

  private final ZakatFeed feed;
  private final ActorRef<ZakatReporting> calculator;
  private final ActorRef<ZakatReported> answers;
  private final TimerScheduler<SweepMessage> timers;
  private final Consumer<CampaignId> wake;
  private final Duration answerMax;
  private final BehindCampaigns behind = new BehindCampaigns();
  private SweepCursor cursor = new SweepCursor.Beginning();
  private @Nullable SweptPage asked;
  private boolean sweeping;
  private boolean recalling;
  private boolean againDue;
  private boolean failing;

  private ZakatSweep(
      ActorContext<SweepMessage> context,
      TimerScheduler<SweepMessage> timers,
      ZakatFeed feed,
      ActorRef<ZakatReporting> calculator,
      Consumer<CampaignId> wake,
      SweepTimes times) {
    super(context);
    this.timers = timers;
    this.feed = feed;
    this.calculator = calculator;
    this.wake = wake;
    this.answerMax = times.answerMax();
    this.answers = context.messageAdapter(ZakatReported.class, SweepMessage.Answered::new);
    timers.startTimerWithFixedDelay(new SweepMessage.Due(), Duration.ZERO, times.interval());
    timers.startTimerWithFixedDelay(new SweepMessage.AgainDue(), times.again());
  }

  /**
   * A sweep that begins at once.
   *
   * @param wake has a campaign look whether it is behind, wherever it is
   */
  public static Behavior<SweepMessage> create(
      ZakatFeed feed,
      ActorRef<ZakatReporting> calculator,
      Consumer<CampaignId> wake,
      SweepTimes times) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new ZakatSweep(context, timers, feed, calculator, wake, times)));
  }

  @Override
  public Behavior<SweepMessage> onMessage(SweepMessage message) {
    switch (message) {
      case SweepMessage.Due due -> onDue();
      case SweepMessage.AgainDue due -> againDue = true;
      case SweepMessage.PageRead read -> onPageRead(read.page());
      case SweepMessage.Unread unread -> onFailed("the journal: " + unread.failure().getMessage());
      case SweepMessage.Answered answered -> onAnswered(answered.answer());
      case SweepMessage.Overdue overdue -> onFailed("the calculator");
      case SweepMessage.Leave leave -> {
        return Behaviors.stopped();
      }
    }
    return this;
  }

  private void onDue() {
    if (sweeping) {
      return;
    }
    sweeping = true;
    if (againDue && cursor instanceof SweepCursor.Since) {
      againDue = false;
      cursor = new SweepCursor.Beginning();
    }
    if (behind.isEmpty()) {
      readOn();
    } else {
      recalling = true;
      ask(behind.asPage(cursor));
    }
  }

  private void readOn() {
    recalling = false;
    int room = behind.room();
    if (room == 0) {
      sweeping = false;
      return;
    }
    getContext()
        .pipeToSelf(
            cursor.read(feed, room),
            (page, failure) ->
                failure == null
                    ? new SweepMessage.PageRead(page)
                    : new SweepMessage.Unread(failure));
  }

  private void onPageRead(SweptPage page) {
    if (page.newest().isEmpty()) {
      through(page);
    } else {
      ask(page);
    }
  }

  private void ask(SweptPage page) {
    asked = page;
    timers.startSingleTimer(SweepMessage.Overdue.class, new SweepMessage.Overdue(), answerMax);
    calculator.tell(new ZakatReporting.AskPositions(page.campaigns(), answers));
  }

  private void onAnswered(ZakatReported answer) {
    SweptPage page = asked;
    switch (answer) {
      case ZakatReported.Positions positions when page != null && page.isAnsweredBy(positions) -> {
        positions.positions().forEach(position -> compare(position, page));
        through(page);
      }
      case ZakatReported.Positions late -> {}
      case ZakatReported.NotNow notNow when page != null ->
          onFailed("the calculator: " + notNow.detail());
      case ZakatReported.NotNow late -> {}
      case ZakatReported.Position position ->
          throw new IllegalStateException("many campaigns were answered with " + position);
    }
  }

  private void compare(ZakatReported.Position counted, SweptPage page) {
    CampaignId campaignId = counted.campaignId();
    BehindCampaigns.LagState state =
        recalling
            ? behind.recalled(counted)
            : behind.seen(counted, page.newest().getOrDefault(campaignId, 0L));
    switch (state) {
      case COUNTED -> {}
      case BEHIND -> wake.accept(campaignId);
      case LET_GO ->
          getContext()
              .getLog()
              .warn(
                  "the zakat of campaign {} is counted up to {} and did not move in {} sweeps; it is"
                      + " let go until all campaigns are gone through again",
                  campaignId,
                  counted.sequence(),
                  BehindCampaigns.STILL_MAX);
    }
  }

  private void through(SweptPage page) {
    cursor = page.next();
    asked = null;
    timers.cancel(SweepMessage.Overdue.class);
    if (failing) {
      failing = false;
      getContext().getLog().info("the sweep for zakat that nobody reports goes on");
    }
    if (page.last()) {
      sweeping = false;
    } else {
      readOn();
    }
  }

  /** This sweep is over; the next one begins where it was. */
  private void onFailed(String waitsFor) {
    sweeping = false;
    asked = null;
    timers.cancel(SweepMessage.Overdue.class);
    if (!failing) {
      failing = true;
      getContext().getLog().warn("the sweep for zakat nobody reports waits for {}", waitsFor);
    }
  }
}
