package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.id.CampaignId;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A calculator played by the test: it counts by the protocol what it is given to count, and says
 * nothing unless it is told to.
 */
final class FakeCalculator {

  private final Deque<ZakatReporting> inbox = new ArrayDeque<>();
  private final Map<CampaignId, Long> positions = new HashMap<>();
  private final List<AssessedZakat> assessed = new ArrayList<>();
  private long collectedMinor;
  private long refundedMinor;

  /** What takes its messages, to run on the test's own thread. */
  Behavior<ZakatReporting> behavior() {
    return Behaviors.receiveMessage(
        message -> {
          inbox.add(message);
          return Behaviors.same();
        });
  }

  /** Whether nothing has come since the last look. */
  boolean isIdle() {
    return inbox.isEmpty();
  }

  /** The one message that has come since the last look. */
  ZakatReporting received() {
    assertThat(inbox).hasSize(1);
    return inbox.remove();
  }

  /** All that have come since the last look. */
  List<ZakatReporting> allReceived() {
    List<ZakatReporting> all = List.copyOf(inbox);
    inbox.clear();
    return all;
  }

  /** The one report that has come since the last look. */
  ZakatReporting.Report report() {
    return (ZakatReporting.Report) received();
  }

  /** Counts what has come, and answers it. */
  void answer() {
    answer(received());
  }

  /** Counts a message, and answers it. */
  void answer(ZakatReporting message) {
    replyTo(message).tell(counted(message));
  }

  /** Counts a message, and says what its answer is. */
  ZakatReported counted(ZakatReporting message) {
    return switch (message) {
      case ZakatReporting.AskPosition ask -> position(ask.campaignId());
      case ZakatReporting.AskPositions ask ->
          new ZakatReported.Positions(
              ask.campaignIds().stream().map(FakeCalculator.this::position).toList());
      case ZakatReporting.Report report -> counted(report);
    };
  }

  private ZakatReported.Position counted(ZakatReporting.Report report) {
    if (position(report.campaignId()).sequence() == report.after()) {
      positions.put(report.campaignId(), report.upTo());
      collectedMinor += report.collected().minor();
      refundedMinor += report.refunded().minor();
      assessed.addAll(report.assessed());
    }
    return position(report.campaignId());
  }

  static ActorRef<ZakatReported> replyTo(ZakatReporting message) {
    return switch (message) {
      case ZakatReporting.AskPosition ask -> ask.replyTo();
      case ZakatReporting.AskPositions ask -> ask.replyTo();
      case ZakatReporting.Report report -> report.replyTo();
    };
  }

  ZakatReported.Position position(CampaignId campaignId) {
    return new ZakatReported.Position(campaignId, positions.getOrDefault(campaignId, 0L));
  }

  /** Somebody else has reported up to there. */
  void move(CampaignId campaignId, long position) {
    positions.put(campaignId, position);
  }

  long collectedMinor() {
    return collectedMinor;
  }

  long refundedMinor() {
    return refundedMinor;
  }

  /** Each gift and refund that was given to an assessment, as often as it was. */
  List<AssessedZakat> assessed() {
    return assessed;
  }
}
