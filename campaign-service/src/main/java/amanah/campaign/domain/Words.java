package amanah.campaign.domain;

import java.util.Locale;

/** The words that callers use for named values: {@code in_review} for {@code IN_REVIEW}. */
public final class Words {

  private Words() {}

  /** The word for a named value. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
