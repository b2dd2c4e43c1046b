package amanah.zakat.domain;

import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.wealth.Metal;

/**
 * What has a price, or a published figure, that a calculation may need; printed as it is called.
 */
public sealed interface NeededPrice {

  /** A gram of a metal. */
  record OfMetal(Metal metal) implements NeededPrice {

    @Override
    public String toString() {
      return metal.toString();
    }
  }

  /** One animal. */
  record OfAnimal(Animal animal) implements NeededPrice {

    @Override
    public String toString() {
      return animal.toString();
    }
  }

  /** The nisab that an authority publishes for income. */
  record OfIncomeNisab() implements NeededPrice {

    @Override
    public String toString() {
      return "the nisab of income";
    }
  }
}
