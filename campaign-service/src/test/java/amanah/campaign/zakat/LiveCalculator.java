package amanah.campaign.zakat;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.util.List;

/** A calculator that answers by itself, unless it is told to be silent or to talk nonsense. */
final class LiveCalculator {

  private final FakeCalculator book = new FakeCalculator();
  private Mood mood = Mood.ANSWERS;
  private int heard;

  /** What it does with what it hears. */
  enum Mood {
    ANSWERS,
    SILENT,
    NONSENSE
  }

  Behavior<ZakatReporting> behavior() {
    return Behaviors.receiveMessage(
        message -> {
          hear(message);
          return Behaviors.same();
        });
  }

  private synchronized void hear(ZakatReporting message) {
    heard++;
    switch (mood) {
      case ANSWERS -> book.answer(message);
      case SILENT -> {}
      case NONSENSE -> FakeCalculator.replyTo(message).tell(new ZakatReported.Positions(List.of()));
    }
  }

  synchronized void is(Mood now) {
    mood = now;
  }

  /** How many messages have come. */
  synchronized int heard() {
    return heard;
  }

  synchronized long position(CampaignId campaignId) {
    return book.position(campaignId).sequence();
  }

  /** What has been collected and not given back. */
  synchronized long netMinor() {
    return book.collectedMinor() - book.refundedMinor();
  }

  /** How many gifts and refunds were given to assessments. */
  synchronized int assessed() {
    return book.assessed().size();
  }
}
