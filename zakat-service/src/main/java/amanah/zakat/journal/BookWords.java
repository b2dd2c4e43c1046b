package amanah.zakat.journal;

import amanah.zakat.domain.fund.Asnaf;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The journal's words for what stands in the book, so that a constant can be renamed in peace. */
final class BookWords {

  private BookWords() {}

  static String of(Asnaf asnaf) {
    return switch (asnaf) {
      case FUQARA -> "fuqara";
      case MASAKIN -> "masakin";
      case AMIL -> "amil";
      case MUALLAFAH -> "muallafah";
      case RIQAB -> "riqab";
      case GHARIMIN -> "gharimin";
      case FI_SABILILLAH -> "fi_sabilillah";
      case IBN_SABIL -> "ibn_sabil";
    };
  }

  static Asnaf asnaf(String word) {
    return switch (word) {
      case "fuqara" -> Asnaf.FUQARA;
      case "masakin" -> Asnaf.MASAKIN;
      case "amil" -> Asnaf.AMIL;
      case "muallafah" -> Asnaf.MUALLAFAH;
      case "riqab" -> Asnaf.RIQAB;
      case "gharimin" -> Asnaf.GHARIMIN;
      case "fi_sabilillah" -> Asnaf.FI_SABILILLAH;
      case "ibn_sabil" -> Asnaf.IBN_SABIL;
      default -> throw new IllegalArgumentException("\"" + word + "\" is no asnaf");
    };
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("\"" + text + "\" is no day", malformed);
    }
  }
}
