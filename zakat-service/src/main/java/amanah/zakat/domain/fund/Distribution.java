package amanah.zakat.domain.fund;

import amanah.id.DistributionId;
import amanah.money.Money;
import java.util.Optional;

/**
 * Zakat that is given to one kind of recipients.
 *
 * @param distributionId names it, so that a repeat is recognized
 * @param asnaf to whom
 * @param amount more than nothing
 * @param recipient who it was exactly, at most {@value #RECIPIENT_MAX} characters
 * @param note what for, at most {@value #NOTE_MAX} characters
 */
public record Distribution(
    DistributionId distributionId,
    Asnaf asnaf,
    Money amount,
    Optional<String> recipient,
    Optional<String> note) {

  /** The most characters of a recipient. */
  public static final int RECIPIENT_MAX = 200;

  /** The most characters of a note. */
  public static final int NOTE_MAX = 500;

  /** Refuses text that is too long. */
  public Distribution {
    recipient.ifPresent(text -> atMost("recipient", text, RECIPIENT_MAX));
    note.ifPresent(text -> atMost("note", text, NOTE_MAX));
  }

  /** Characters are code points, as requests are read. */
  private static void atMost(String field, String text, int charactersMax) {
    int characters = text.codePointCount(0, text.length());
    if (characters > charactersMax) {
      throw new IllegalArgumentException(
          field + " has " + characters + " characters, expected at most " + charactersMax);
    }
  }
}
