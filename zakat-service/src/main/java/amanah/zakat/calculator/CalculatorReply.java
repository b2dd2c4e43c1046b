package amanah.zakat.calculator;

import amanah.cluster.Asking;
import amanah.protocol.EarlierTries;
import amanah.protocol.WireMessage;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.price.PriceList;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.statistics.Statistics;
import java.util.List;
import java.util.Optional;

/** What the calculator says to a question. */
public sealed interface CalculatorReply extends WireMessage {

  /**
   * The answer to a simple question.
   *
   * @param epoch to which it counts: how many resets there were
   */
  record Simple(SimpleAnswer answer, long epoch) implements CalculatorReply {}

  /**
   * The answer to a full question.
   *
   * @param epoch to which it counts: how many resets there were
   */
  record Full(FullAnswer answer, long epoch) implements CalculatorReply {}

  /** What was calculated. */
  record Counted(Statistics statistics) implements CalculatorReply {}

  /** The last calculations, the newest first. */
  record Remembered(List<PastCalculation> calculations) implements CalculatorReply {

    /** Keeps its own list. */
    public Remembered {
      calculations = List.copyOf(calculations);
    }
  }

  /** So many answers are forgotten. */
  record Cleared(int answers) implements CalculatorReply {}

  /** The prices of a day. */
  record Priced(PriceList prices) implements CalculatorReply {}

  /**
   * The publication is committed.
   *
   * @param replayed whether it had been before, or was so already
   */
  record Published(PublicationReceipt receipt, boolean replayed) implements CalculatorReply {}

  /**
   * The withdrawal is committed.
   *
   * @param replayed whether it had been before
   */
  record Withdrawn(PublicationReceipt receipt, boolean replayed) implements CalculatorReply {}

  /** What was collected and distributed. */
  record Funded(Fund fund) implements CalculatorReply {}

  /**
   * The distribution is committed.
   *
   * @param replayed whether it had been before
   */
  record Distributed(DistributionReceipt receipt, boolean replayed) implements CalculatorReply {}

  /**
   * The statistics begin anew.
   *
   * @param epoch how many resets there were, with this
   */
  record Begun(Statistics statistics, long epoch, boolean replayed) implements CalculatorReply {}

  /**
   * It cannot be said or done, or not now.
   *
   * @param field of the question that is to blame, if it is one
   */
  record Refused(RefusalCode code, String detail, Optional<String> field)
      implements CalculatorReply {

    /** Because of no field in particular. */
    public static Refused because(RefusalCode code, String detail) {
      return new Refused(code, detail, Optional.empty());
    }
  }

  /**
   * What is certain of it when it answers a repeat, while what was asked first may be under way: a
   * no that an earlier question could belie is not.
   */
  default CalculatorReply certainWhileUnderWay() {
    return this instanceof Refused no && EarlierTries.canBelie(no.code())
        ? new Refused(RefusalCode.TIMEOUT, Asking.DOUBTED + ": " + no.detail(), no.field())
        : this;
  }
}
