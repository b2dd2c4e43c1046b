package amanah.zakat.calculator;

import amanah.protocol.WireMessage;
import amanah.zakat.domain.price.Publication;
import java.util.List;

/** What the calculator tells desks that follow it. */
public sealed interface CalculatorNotice extends WireMessage {

  /** The most publications in one message; a desk that is further behind asks again. */
  int PUBLICATIONS_MAX = 500;

  /**
   * The calculator is there.
   *
   * @param after the version that a desk needs to have for these publications to be the next
   * @param publications that came after it, the first of them
   * @param version of all that is published
   * @param epoch how many resets there were
   */
  record Here(long after, List<Publication> publications, long version, long epoch)
      implements CalculatorNotice {

    /** Keeps its own list. */
    public Here {
      publications = List.copyOf(publications);
    }
  }

  /**
   * A tally stands in the journal, or belongs to what was zeroed.
   *
   * @param calculations of the tally
   */
  record TallyKept(String desk, long epoch, long calculations) implements CalculatorNotice {}

  /** The desk was silent for so long that its name is forgotten: it begins anew under another. */
  record DeskForgotten(String desk) implements CalculatorNotice {}
}
