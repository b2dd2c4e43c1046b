package amanah.campaign.zakat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.journal.ZakatFeed;
import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds campaigns that have zakat which nobody reports, because their node died or because they
 * went to sleep while the calculator was away, and wakes them. One in the cluster does that for
 * all; a second one would do no harm.
 *
 * <p>It goes through the journal in pages ({@link SweepCursor}), asks the calculator how far the
 * campaigns of a page are counted, and remembers those that are behind until they are not. When as
 * many are behind as it remembers, it reads no further until some have caught up; so no more are
 * awake for its sake at a time, and what it has not seen it has not forgotten.
 */
public final class ZakatSweep extends AbstractOnMessageBehavior<SweepMessage> {

  /** The most campaigns that are behind and remembered, and the most of one question. */
  public static final int BEHIND_MAX = ZakatReporting.CAMPAIGNS_MAX;

  private final ZakatFeed feed;
  private final ActorRef<ZakatReporting> calculator;
  private final Consumer<CampaignId> wake;
  private final Duration answerMax;
  private final Map<CampaignId, Long> behind = new HashMap<>();
  private SweepCursor cursor = new SweepCursor.Beginning();
  private boolean sweeping;
  private boolean failing;

  private ZakatSweep(
      ActorContext<SweepMessage> context,
      ZakatFeed feed,
      ActorRef<ZakatReporting> calculator,
      Consumer<CampaignId> wake,
      Duration answerMax) {
    super(context);
    this.feed = feed;
    this.calculator = calculator;
    this.wake = wake;
    this.answerMax = answerMax;
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
                timers -> {
                  timers.startTimerWithFixedDelay(
                      new SweepMessage.Due(), Duration.ZERO, times.interval());
                  return new ZakatSweep(context, feed, calculator, wake, times.answerMax());
                }));
  }

  @Override
  public Behavior<SweepMessage> onMessage(SweepMessage message) {
    switch (message) {
      case SweepMessage.Due due -> onDue();
      case SweepMessage.PageRead read -> onPageRead(read.page());
      case SweepMessage.Answered answered -> onAnswered(answered.answer(), answered.page());
      case SweepMessage.Failed failed -> onFailed(failed);
    }
    return this;
  }

  private void onDue() {
    if (sweeping) {
      return;
    }
    sweeping = true;
    if (behind.isEmpty()) {
      readOn();
    } else {
      ask(new SweptPage(behind, cursor, false));
    }
  }

  private void readOn() {
    int room = BEHIND_MAX - behind.size();
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
                    : new SweepMessage.Failed("the journal", failure));
  }

  private void onPageRead(SweptPage page) {
    if (page.newest().isEmpty()) {
      through(page);
    } else {
      ask(page);
    }
  }

  private void ask(SweptPage page) {
    List<CampaignId> campaigns = List.copyOf(page.newest().keySet());
    getContext()
        .ask(
            ZakatReported.class,
            calculator,
            answerMax,
            replyTo -> new ZakatReporting.AskPositions(campaigns, replyTo),
            (answer, failure) ->
                failure == null
                    ? new SweepMessage.Answered(answer, page)
                    : new SweepMessage.Failed("the calculator", failure));
  }

  private void onAnswered(ZakatReported answer, SweptPage page) {
    switch (answer) {
      case ZakatReported.Positions positions -> {
        positions.positions().forEach(position -> compare(position, page.newest()));
        through(page);
      }
      case ZakatReported.NotNow notNow ->
          onFailed(
              new SweepMessage.Failed(
                  "the calculator", new IllegalStateException(notNow.detail())));
      case ZakatReported.Position position ->
          throw new IllegalStateException("many campaigns were answered with " + position);
    }
  }

  private void compare(ZakatReported.Position counted, Map<CampaignId, Long> newest) {
    CampaignId campaignId = counted.campaignId();
    long sequence =
        Math.max(newest.getOrDefault(campaignId, 0L), behind.getOrDefault(campaignId, 0L));
    if (counted.sequence() < sequence) {
      behind.put(campaignId, sequence);
      wake.accept(campaignId);
    } else {
      behind.remove(campaignId);
    }
  }

  private void through(SweptPage page) {
    cursor = page.next();
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

  private void onFailed(SweepMessage.Failed failed) {
    sweeping = false;
    if (!failing) {
      failing = true;
      getContext()
          .getLog()
          .warn(
              "the sweep for zakat that nobody reports waits for {}: {}",
              failed.what(),
              String.valueOf(failed.failure().getMessage()));
    }
  }
}
