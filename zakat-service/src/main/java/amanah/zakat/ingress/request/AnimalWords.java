package amanah.zakat.ingress.request;

import amanah.zakat.domain.livestock.Animal;

/** The names of animals in the public contract. */
public final class AnimalWords {

  private AnimalWords() {}

  /** Its name. */
  public static String of(Animal animal) {
    return switch (animal) {
      case SHEEP -> "sheep";
      case TABI -> "tabi";
      case MUSINNAH -> "musinnah";
      case BINT_MAKHAD -> "bintMakhad";
      case BINT_LABUN -> "bintLabun";
      case HIQQAH -> "hiqqah";
      case JADHAAH -> "jadhaah";
    };
  }
}
