package amanah.zakat.domain.wealth;

/** A metal whose price by weight is published. */
public enum Metal {
  /** Gold. */
  GOLD("gold"),
  /** Silver. */
  SILVER("silver");

  private final String word;

  Metal(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
