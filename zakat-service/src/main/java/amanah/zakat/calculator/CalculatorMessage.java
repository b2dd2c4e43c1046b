package amanah.zakat.calculator;

import static java.util.Objects.requireNonNull;

import akka.actor.typed.ActorRef;
import amanah.cluster.Quorum;
import amanah.id.PublicationId;
import amanah.protocol.WireMessage;
import amanah.zakat.answering.Answering;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.statistics.NodeCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the calculator takes from any node's desk. Every question is answered, unless it is lost on
 * the way or comes after whoever asked has given up.
 */
public sealed interface CalculatorMessage extends WireMessage {

  /** A question with one answer. */
  sealed interface Question extends CalculatorMessage {

    /** Whom to answer. */
    ActorRef<CalculatorReply> replyTo();

    /** Answers that it cannot be said or done, or not now. */
    default void refuse(RefusalCode code, String detail) {
      replyTo().tell(CalculatorReply.Refused.because(code, detail));
    }

    /**
     * Answers what rests on what the calculator knows, once a majority has counted its node in.
     *
     * @param code what is told without one
     */
    default void answer(Quorum quorum, CalculatorReply answer, RefusalCode code) {
      quorum.tell(replyTo(), answer, CalculatorReply.Refused.because(code, Quorum.LOST));
    }
  }

  /** A calculation; it is not begun after {@code askedUntil}, for its desk has answered by then. */
  sealed interface Calculate extends Question {

    /** When the desk gives up and answers by itself. */
    Instant askedUntil();
  }

  /** A question whose answer changes nothing that is written. */
  sealed interface Look extends Question {}

  /** A change; it is not begun after {@code askedUntil}. */
  sealed interface Change extends Question {

    /** When whoever asks gives up. */
    Instant askedUntil();

    /** What the book decides. */
    BookCommand command(Answering answering);
  }

  /** What is due on so much wealth? */
  record CalculateSimple(
      SimpleQuestion question, Instant askedUntil, ActorRef<CalculatorReply> replyTo)
      implements Calculate {}

  /** What is due on all that somebody declares? */
  record CalculateFull(FullQuestion question, Instant askedUntil, ActorRef<CalculatorReply> replyTo)
      implements Calculate {}

  /**
   * What was calculated?
   *
   * @param tally what the asking desk has answered so far, to be counted first
   */
  record GetStatistics(NodeCounts tally, ActorRef<CalculatorReply> replyTo) implements Look {}

  /** Which calculations were the last? */
  record GetHistory(int limit, ActorRef<CalculatorReply> replyTo) implements Look {}

  /** Forget the remembered answers. */
  record ClearCache(ActorRef<CalculatorReply> replyTo) implements Look {}

  /** What are the prices of a day, today if none is named? */
  record GetPrices(Optional<LocalDate> asOf, ActorRef<CalculatorReply> replyTo) implements Look {}

  /** What was collected and distributed? */
  record GetFund(ActorRef<CalculatorReply> replyTo) implements Look {}

  /** Give zakat to recipients. */
  record Distribute(
      Distribution distribution, Instant askedUntil, ActorRef<CalculatorReply> replyTo)
      implements Change {

    @Override
    public BookCommand command(Answering answering) {
      return new BookCommand.Distribute(distribution);
    }
  }

  /** Publish prices. */
  record PublishPrices(
      PublicationId publicationId,
      MetalPrices prices,
      Instant askedUntil,
      ActorRef<CalculatorReply> replyTo)
      implements Change {

    /** Refuses what a node of a version without names has sent; it is dropped on arrival. */
    public PublishPrices {
      requireNonNull(publicationId, "publicationId");
    }

    @Override
    public BookCommand command(Answering answering) {
      return new BookCommand.PublishPrices(publicationId, prices);
    }
  }

  /** Publish a nisab of income. */
  record PublishNisab(
      PublicationId publicationId,
      NisabFigure figure,
      Instant askedUntil,
      ActorRef<CalculatorReply> replyTo)
      implements Change {

    /** As with prices. */
    public PublishNisab {
      requireNonNull(publicationId, "publicationId");
    }

    @Override
    public BookCommand command(Answering answering) {
      return new BookCommand.PublishNisab(publicationId, figure, answering.refusal(figure));
    }
  }

  /**
   * Let a publication count no more.
   *
   * @param from the first day on which it does not; empty for its own
   */
  record WithdrawPublication(
      PublicationId publicationId,
      Optional<LocalDate> from,
      Instant askedUntil,
      ActorRef<CalculatorReply> replyTo)
      implements Change {

    @Override
    public BookCommand command(Answering answering) {
      return new BookCommand.WithdrawPublication(publicationId, from);
    }
  }

  /**
   * Zero the statistics and forget the remembered answers.
   *
   * @param request names the request, so that its repeat zeroes nothing
   */
  record Reset(String request, Instant askedUntil, ActorRef<CalculatorReply> replyTo)
      implements Change {

    @Override
    public BookCommand command(Answering answering) {
      return new BookCommand.Reset(request);
    }
  }

  /**
   * This desk has answered so much so far.
   *
   * @param known whether a tally of this desk was acknowledged before
   * @param last whether its node is about to leave, so that there is no time to wait
   */
  record CountTally(NodeCounts tally, boolean known, boolean last, ActorRef<CalculatorNotice> desk)
      implements CalculatorMessage {}

  /**
   * This desk is there, and its prices are of this version; it wants to know what comes after. Said
   * again and again, it also shows the desk that the calculator is there.
   */
  record Follow(long version, ActorRef<CalculatorNotice> desk) implements CalculatorMessage {}

  /** Finish what has begun, and stop: the calculator moves to another node. */
  record Leave() implements CalculatorMessage {}
}
