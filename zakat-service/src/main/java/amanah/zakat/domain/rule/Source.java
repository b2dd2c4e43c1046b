package amanah.zakat.domain.rule;

import java.util.regex.Pattern;

/** Who says so: the publication a rule is taken from, or the one who asked. */
public sealed interface Source {

  /**
   * A publication.
   *
   * @param title the publication, with its number or section
   * @param date when it was published, as exactly as is known: {@code 2026-02-20}, {@code 2026-02}
   *     or {@code 2026}
   */
  record Published(String title, String date) implements Source {

    private static final Pattern DATE =
        Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

    /** Refuses what would be no evidence. */
    public Published {
      if (title.isBlank()) {
        throw new IllegalArgumentException("source title is blank, expected a publication");
      }
      if (!DATE.matcher(date).matches()) {
        throw new IllegalArgumentException(
            "source date \"" + date + "\" is not a date, expected yyyy, yyyy-MM or yyyy-MM-dd");
      }
    }

    @Override
    public String toString() {
      return title + ", " + date;
    }
  }

  /** The caller asked for this value in place of the profile's. */
  record Requested() implements Source {

    @Override
    public String toString() {
      return "as asked";
    }
  }
}
