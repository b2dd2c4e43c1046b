package amanah.zakat.domain.livestock;

/** The animals that are given as zakat of herds. Source: Bukhari 1454; Tirmidhi 623 (cattle). */
public enum Animal {
  /** A sheep or goat. */
  SHEEP("sheep"),
  /** A calf in its second year. */
  TABI("tabi'"),
  /** A cow in her third year. */
  MUSINNAH("musinnah"),
  /** A she-camel in her second year. */
  BINT_MAKHAD("bint makhad"),
  /** A she-camel in her third year. */
  BINT_LABUN("bint labun"),
  /** A she-camel in her fourth year. */
  HIQQAH("hiqqah"),
  /** A she-camel in her fifth year. */
  JADHAAH("jadha'ah");

  private final String word;

  Animal(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
