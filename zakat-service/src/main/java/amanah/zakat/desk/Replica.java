package amanah.zakat.desk;

import amanah.zakat.domain.price.PriceBook;

/**
 * What a node knows of the calculator, from what it was told last. Written by the clerk alone, read
 * by everybody.
 */
final class Replica {

  private volatile PriceBook prices = PriceBook.EMPTY;
  private volatile boolean told;
  private volatile boolean calculatorThere = true;

  /** What was published, as far as this node was told. */
  PriceBook prices() {
    return prices;
  }

  /** Whether all that was published had been told at some time, and is still believed. */
  boolean isTold() {
    return told;
  }

  /** Whether the calculator was heard lately, or was never missed yet. */
  boolean isCalculatorThere() {
    return calculatorThere;
  }

  void heard() {
    calculatorThere = true;
  }

  void missed() {
    calculatorThere = false;
  }

  /** The prices, and whether they are all there are. */
  void prices(PriceBook next, boolean all) {
    prices = next;
    told |= all;
  }

  /** What was told is not so. */
  void emptied() {
    told = false;
    prices = PriceBook.EMPTY;
  }
}
