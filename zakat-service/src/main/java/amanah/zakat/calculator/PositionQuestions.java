package amanah.zakat.calculator;

import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Has campaigns told where they are. While the book looks up some, others gather: when a calculator
 * has moved, all campaigns ask at once. Not thread-safe; the calculator owns it.
 */
final class PositionQuestions {

  private final int waitingMax;
  private final int batchMax;
  private final BookDesk desk;
  private final Function<List<CampaignId>, LongFunction<BookMessage>> locate;
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private boolean looking;

  private record Asked(CampaignId campaignId, ActorRef<ZakatReported> replyTo) {}

  PositionQuestions(
      int waitingMax,
      int batchMax,
      BookDesk desk,
      Function<List<CampaignId>, LongFunction<BookMessage>> locate) {
    this.waitingMax = waitingMax;
    this.batchMax = batchMax;
    this.desk = desk;
    this.locate = locate;
  }

  /** One campaign asks for itself. */
  void ask(CampaignId campaignId, ActorRef<ZakatReported> replyTo) {
    if (waiting.size() >= waitingMax) {
      replyTo.tell(
          new ZakatReported.NotNow(
              waiting.size()
                  + " campaigns ask for their positions, at most "
                  + waitingMax
                  + " may"));
      return;
    }
    waiting.add(new Asked(campaignId, replyTo));
    look();
  }

  /** Somebody asks for many, and gets all at once. */
  void askAll(List<CampaignId> campaignIds, ActorRef<ZakatReported> replyTo) {
    desk.take(
        locate.apply(campaignIds),
        Instant.MAX,
        new Looking(
            positions -> replyTo.tell(new ZakatReported.Positions(positions)),
            detail -> replyTo.tell(new ZakatReported.NotNow(detail))));
  }

  private void look() {
    if (looking || waiting.isEmpty()) {
      return;
    }
    List<Asked> batch = new ArrayList<>();
    while (batch.size() < batchMax && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    looking = true;
    desk.take(
        locate.apply(batch.stream().map(Asked::campaignId).toList()),
        Instant.MAX,
        new Looking(positions -> tell(batch, positions), detail -> tell(batch, detail)));
  }

  private void tell(List<Asked> batch, List<ZakatReported.Position> positions) {
    looking = false;
    for (int index = 0; index < batch.size(); index++) {
      batch.get(index).replyTo().tell(positions.get(index));
    }
    look();
  }

  private void tell(List<Asked> batch, String detail) {
    looking = false;
    batch.forEach(asked -> asked.replyTo().tell(new ZakatReported.NotNow(detail)));
    look();
  }

  /** Waits for the book's word. */
  private record Looking(Consumer<List<ZakatReported.Position>> found, Consumer<String> notNow)
      implements BookDesk.Asker {

    @Override
    public void answered(BookReply reply) {
      if (!(reply instanceof BookReply.Located located)) {
        throw new IllegalStateException("the book answered a question for positions with " + reply);
      }
      found.accept(
          located.positions().stream()
              .map(at -> new ZakatReported.Position(at.campaignId(), at.sequence()))
              .toList());
    }

    @Override
    public void refused(RefusalCode code, String detail) {
      notNow.accept(detail);
    }
  }
}
