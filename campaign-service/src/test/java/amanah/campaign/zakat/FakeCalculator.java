package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A calculator played by the test: it counts by the protocol what it is given to count, and says
 * nothing unless it is told to.
 */
final class FakeCalculator {

  private final TestInbox<ZakatReporting> inbox = TestInbox.create("calculator");
  private final Map<CampaignId, Long> positions = new HashMap<>();
  private final List<AssessedZakat> assessed = new ArrayList<>();
  private long collectedMinor;
  private long refundedMinor;

  /** Where to send to. */
  ActorRef<ZakatReporting> ref() {
    return inbox.getRef();
  }

  /** Whether nothing has come since the last look. */
  boolean isIdle() {
    return !inbox.hasMessages();
  }

  /** The one message that has come since the last look. */
  ZakatReporting received() {
    ZakatReporting message = inbox.receiveMessage();
    assertThat(inbox.hasMessages()).as("more than one message").isFalse();
    return message;
  }

  /** All that have come since the last look. */
  List<ZakatReporting> allReceived() {
    return inbox.getAllReceived();
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
